import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { classifiers } from '../../src/core/classifier/registry.ts'
import { caseTableIn, markdownTable } from './case-table.ts'
import { classifierSection } from './classifier-section.ts'
import { MACHINES, type Machine } from './machines.ts'
import { statePicture } from './state-picture.ts'

const HEAD = `<!-- Made by \`npm run docs\` from the registry of classifiers and the tables of cases in the code. Change those. -->

# Gestures, and how they come about

Every gesture that a project can bind, and every state machine on the way from a hand in the picture to what is done. The tables
are those at the heads of the files; the pictures are drawn from them, and leave out what stays as it is. How a frame travels
past all this is told in [ARCHITECTURE.md](../ARCHITECTURE.md), what a gesture *does* is up to a project.`

/** docs/gestures.md, as it must be for the code under `root`. */
export function gesturesPage(root: string): string {
  const of = (classifier?: string): readonly string[] =>
    MACHINES.filter((machine) => machine.classifier === classifier).map((machine) =>
      machineSection(root, machine, classifier === undefined ? '##' : '###'),
    )
  const [tracks = '', ...others] = of(undefined)
  const sections = classifiers.flatMap((entry) => [classifierSection(entry), ...of(entry.id)])
  return `${[HEAD, tracks, ...sections, ...others].join('\n\n')}\n`
}

function machineSection(root: string, { path, title, isDrawn }: Machine, level: string): string {
  const table = caseTableIn(path, readFileSync(join(root, path), 'utf8'))
  return [
    `${level} ${title}`,
    ...(isDrawn ? [statePicture(table)] : []),
    markdownTable(table),
    `In [${path}](../${path}).`,
  ].join('\n\n')
}
