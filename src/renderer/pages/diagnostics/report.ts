import type { ShownCheck } from '../../../contract/channels/diagnostics-channels.ts'
import type { AppState } from '../../../contract/channels/app-state.ts'
import type { RendererMetrics } from '../../../contract/channels/status.ts'
import { inEnglish } from '../../../core/sentence/sentence.ts'

/** What helps others to help: states, figures and checks. No picture, no landmark, nothing that was typed. */
export function reportOf(parts: {
  readonly about: string
  readonly browser: string
  readonly state: AppState | undefined
  readonly metrics: RendererMetrics | undefined
  readonly checks: readonly ShownCheck[]
}): string {
  const { about, browser, state, metrics, checks } = parts
  const lines = ['Beckon report', about, browser]
  if (state) {
    const { mode, camera, tracker, project, hint, isDryRun, handCount } = state
    const trackerWords =
      tracker.kind === 'ready' ? `${tracker.name} (${tracker.delegate})` : tracker.name
    lines.push(
      `state: ${mode}${isDryRun ? ', dry run' : ''}, project ${project.id}, hands ${handCount}`,
      `camera: ${camera.kind}${camera.kind === 'live' ? ` ${camera.widthPx} × ${camera.heightPx}` : ''}`,
      `tracker: ${tracker.kind}, ${trackerWords}`,
      ...(hint === undefined ? [] : [`hint: ${inEnglish(hint)}`]),
      ...state.problems.map(
        ({ stage, severity, message }) => `problem: ${stage}, ${severity}: ${inEnglish(message)}`,
      ),
    )
  }
  if (metrics) {
    const { cameraFps, trackedFps, droppedFrames, waitMs, detectMs } = metrics
    lines.push(
      `rates: camera ${cameraFps.toFixed(1)}, tracked ${trackedFps.toFixed(1)}, dropped ${droppedFrames}`,
      `medians: wait ${waitMs.toFixed(1)} ms, detect ${detectMs.toFixed(1)} ms`,
    )
  }
  for (const check of checks) {
    const says = check.kind === 'ok' ? check.says : check.problem.message
    lines.push(`${check.kind}: ${inEnglish(check.name)}: ${inEnglish(says)}`)
  }
  return lines.join('\n')
}

/** Puts a text where it can be pasted from. Our page has no right to the clipboard but by the user's own click. */
export function copyText(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('aria-hidden', 'true')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  // Deprecated, and the only way that asks for no permission, which our hosts refuse.
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}
