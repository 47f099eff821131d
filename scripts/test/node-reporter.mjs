import { relative } from 'node:path'

/** Writes a JSON line for every test that node:test runs; suites and files are no tests. */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.details?.type === 'suite') continue
    yield `${JSON.stringify(lineOf(type, data))}\n`
  }
}

function lineOf(type, { name: title, file, skip, todo, details }) {
  const name = file === undefined ? title : `${relative('', file)} > ${title}`
  const left = skip ?? todo
  if (left !== undefined && left !== false) {
    return { name, state: 'skipped', reason: left === true ? 'see its name' : left }
  }
  if (type === 'test:pass') return { name, state: 'passed' }
  return {
    name,
    state: 'failed',
    reason: details?.error?.cause?.message ?? details?.error?.message,
  }
}
