/** The walls of the house. Each rule's comment is what the person who runs into it reads. */
const STAGES = [
  'geometry',
  'hand',
  'filter',
  'body',
  'classifier',
  'gesture',
  'action',
  'project',
  'tuning',
]
const TESTS = '[.](test|browser[.]test|bench)[.]ts$'

const only = (room, ...allowed) => ({
  name: `${room}-imports-only`,
  severity: 'error',
  comment: `src/${room} may import ${[room, ...allowed].join(', ')}. Move shared code down to core, or pass it in.`,
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})(/|[.]ts$)` },
})
const solely = (name, pkg, home) => ({
  name,
  severity: 'error',
  comment: `Only ${home} may touch ${pkg}: one capability, one place.`,
  from: { path: '^src/', pathNot: home },
  to: { path: `(^|node_modules/)${pkg}(/|$)` },
})
const upstream = STAGES.slice(0, -1).map((stage, index) => ({
  name: `${stage}-knows-nothing-later`,
  severity: 'error',
  comment: `${stage} runs before what it imports. See "The way of a frame" in ARCHITECTURE.md.`,
  from: { path: `^src/core/${stage}/`, pathNot: TESTS },
  to: { path: `^src/core/(${STAGES.slice(index + 1).join('|')})/|^src/core/pipeline[.]ts` },
}))

export default {
  forbidden: [
    only('core'),
    only('vision'),
    only('contract', 'core'),
    only('preload', 'contract', 'core'),
    only('node', 'contract', 'core'),
    only('main', 'contract', 'core', 'vision', 'node', 'jobs'),
    only('renderer', 'contract', 'core'),
    only('jobs', 'contract', 'core', 'vision', 'node'),
    only('server', 'contract', 'core', 'vision', 'node', 'jobs', 'main/inference'),
    ...upstream,
    {
      name: 'core-is-pure',
      severity: 'error',
      comment:
        "core runs anywhere: no packages, no built-ins. The one exception is its authors' 1€ filter, pure itself.",
      from: { path: '^src/core/', pathNot: TESTS },
      to: { pathNot: '^src/core/|(^|node_modules/)1eurofilter/' },
    },
    {
      name: 'vision-is-pure',
      severity: 'error',
      comment:
        'vision runs anywhere: no packages, no built-ins. It asks for models through HandModels.',
      from: { path: '^src/vision/', pathNot: TESTS },
      to: { pathNot: '^src/vision/' },
    },
    {
      name: 'siblings-in-main-are-strangers',
      severity: 'error',
      comment: 'Rooms inside main meet only in the entries and app.ts.',
      from: { path: '^src/main/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/main/[^/]+/', pathNot: '^src/main/$1/' },
    },
    {
      name: 'media-rooms-have-no-ui',
      severity: 'error',
      comment: 'state and views read camera, tracking and overlay, not the reverse.',
      from: { path: '^src/renderer/(camera|tracking|overlay)/' },
      to: { path: '^src/renderer/(state|views)/|node_modules/svelte/' },
    },
    solely('mediapipe-stays-in-tracking', '@mediapipe/tasks-vision', '^src/renderer/tracking/'),
    solely('onnx-stays-in-inference', 'onnxruntime-node', '^src/main/inference/'),
    solely('picture-decoding-stays-in-inference', 'sharp', '^src/main/inference/'),
    solely('bullmq-stays-in-jobs', 'bullmq', '^src/jobs/'),
    solely('redis-stays-in-jobs', 'ioredis', '^src/jobs/'),
    solely('fastify-stays-in-the-server', 'fastify', '^src/server/'),
    solely('socket-io-stays-in-the-server', 'socket.io', '^src/server/'),
    solely('metrics-stay-in-the-server', 'prom-client', '^src/server/'),
    solely('injection-stays-in-output', '@nut-tree-fork', '^src/main/output/'),
    solely('listening-stays-in-listening', 'uiohook-napi', '^src/main/listening/'),
    solely('loudness-stays-in-output', 'loudness', '^src/main/output/'),
    solely(
      'electron-stays-in-its-host',
      'electron',
      '^src/(main/host/electron/|main/electron[.]ts|preload/)',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Break it with an interface that lives below both.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment:
        'Nothing imports this file: delete it, or wire it in. (Workers are started by their address.)',
      from: {
        orphan: true,
        pathNot: `[.]d[.]ts$|${TESTS}|-worker[.]ts$|^src/main/(electron|chromium|headless|doctor|beckon|replay)[.]ts$|^src/server/serve[.]ts$|^src/preload/`,
      },
      to: {},
    },
    {
      name: 'tests-are-leaves',
      severity: 'error',
      comment: 'Move shared helpers to test/support.',
      from: {},
      to: { path: '^src/.*[.](test|bench)[.]' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|node_modules/.cache)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte.ts', '.svelte', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'default'],
    },
  },
}
