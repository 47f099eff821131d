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
