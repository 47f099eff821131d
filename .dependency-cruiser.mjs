/** The walls of the house. Each rule's comment is what the person who runs into it reads. */
const STAGES = [
  'sentence',
  'geometry',
  'hand',
  'filter',
  'body',
  'classifier',
  'gesture',
  'pointer',
  'action',
  'spelling',
  'project',
  'pipeline',
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
  to: { path: `^src/core/(${STAGES.slice(index + 1).join('|')})/` },
}))

export default {
  forbidden: [
    only('core'),
    only('vision'),
    only('contract', 'core'),
    only('node', 'contract', 'core'),
    only('inference', 'contract', 'core', 'vision', 'node'),
    only('jobs', 'contract', 'core', 'vision', 'node'),
    only('preload', 'contract', 'core'),
    only('main', 'contract', 'core', 'vision', 'node', 'inference', 'jobs'),
    only('renderer', 'contract', 'core'),
    only('server', 'contract', 'core', 'vision', 'node', 'inference', 'jobs'),
    {
      name: 'nobody-imports-programs',
      severity: 'error',
      comment:
        'A program is started, by its path. What two programs share lies in the room that it is about.',
      from: { path: '^src/' },
      to: { path: '^src/programs/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment:
        'A test that needs test/support lies under test/; one beside its file gets by without.',
      from: { path: '^src/' },
      to: { path: '^(test|evals|bench|scripts)/' },
    },
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
      name: 'features-are-strangers',
      severity: 'error',
      comment:
        'A feature knows no other. What two of them need goes down to main/shared, or app/compose.ts hands it in.',
      from: { path: '^src/main/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/main/features/', pathNot: '^src/main/features/$1/' },
    },
    {
      name: 'system-rooms-are-strangers',
      severity: 'error',
      comment:
        'Each room of main/system adapts one thing of the system. They meet where they are used.',
      from: { path: '^src/main/system/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/main/system/', pathNot: '^src/main/system/$1/' },
    },
    {
      name: 'system-knows-only-shared',
      severity: 'error',
      comment: 'Adapters know nothing of what they are used for.',
      from: { path: '^src/main/system/', pathNot: TESTS },
      to: { path: '^src/main/(app|control|features)/' },
    },
    {
      name: 'shared-knows-nobody-above',
      severity: 'error',
      comment: 'main/shared is what the rooms of main have in common: it stands below them all.',
      from: { path: '^src/main/shared/', pathNot: TESTS },
      to: { path: '^src/main/(app|control|features|system)/' },
    },
    {
      name: 'control-knows-no-feature',
      severity: 'error',
      comment:
        'The way of an effect goes on without any feature: name what you need as an interface, app/compose.ts hands it in.',
      from: { path: '^src/main/control/', pathNot: TESTS },
      to: { path: '^src/main/(app|features)/' },
    },
    {
      name: 'only-app-knows-all',
      severity: 'error',
      comment: 'A feature is handed what it needs: it does not ask the app for it.',
      from: { path: '^src/main/features/', pathNot: TESTS },
      to: { path: '^src/main/app/' },
    },
    {
      name: 'pages-are-strangers',
      severity: 'error',
      comment:
        'A page knows no other page. What pages share goes to ui, editing, pictures or calibration.',
      from: { path: '^src/renderer/pages/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/renderer/pages/', pathNot: '^src/renderer/pages/$1/' },
    },
    {
      name: 'shared-rooms-know-no-page',
      severity: 'error',
      comment:
        'Pages are fetched when they are looked at: only the list, app/pages.ts, names them, with import().',
      from: {
        path: '^src/renderer/',
        pathNot: `^src/renderer/(pages/|app/pages[.]ts)|${TESTS}`,
      },
      to: { path: '^src/renderer/pages/' },
    },
    {
      name: 'the-list-fetches-pages',
      severity: 'error',
      comment:
        'What the list of pages imports is read before the first picture: fetch the page with import().',
      from: { path: '^src/renderer/app/pages[.]ts$' },
      to: { path: '^src/renderer/pages/', dynamic: false },
    },
    {
      name: 'words-know-no-state',
      severity: 'error',
      comment:
        'A catalogue says words for what it is given. Move the type down, or say it with plain values.',
      from: { path: '^src/renderer/.*words[.]en[.]ts$' },
      to: { path: '[.]svelte([.]ts)?$' },
    },
    {
      name: 'media-rooms-have-no-ui',
      severity: 'error',
      comment: 'app and pages read capture and drawing, not the reverse.',
      from: { path: '^src/renderer/(capture|drawing)/', pathNot: TESTS },
      to: {
        path: '^src/renderer/(app|pages|editing|pictures|calibration|ui)/|node_modules/svelte/',
      },
    },
    solely(
      'mediapipe-stays-in-tracking',
      '@mediapipe/tasks-vision',
      '^src/renderer/capture/tracking/',
    ),
    solely('onnx-stays-in-inference', 'onnxruntime-node', '^src/inference/'),
    solely('picture-decoding-stays-in-inference', 'sharp', '^src/inference/'),
    solely('bullmq-stays-in-jobs', 'bullmq', '^src/jobs/'),
    solely('redis-stays-in-jobs', 'ioredis', '^src/jobs/'),
    solely('fastify-stays-in-the-server', 'fastify', '^src/server/'),
    solely('socket-io-stays-in-the-server', 'socket.io', '^src/server/'),
    solely('metrics-stay-in-the-server', 'prom-client', '^src/server/'),
    solely('injection-stays-in-output', '@nut-tree-fork', '^src/main/system/output/'),
    solely(
      'listening-stays-in-its-process',
      'uiohook-napi',
      '^src/programs/listener-process[.]ts$',
    ),
    solely('x-protocol-stays-in-output', 'x11', '^src/main/system/output/'),
    solely('loudness-stays-in-output', 'loudness', '^src/main/system/output/'),
    solely(
      'electron-stays-in-its-host',
      'electron',
      '^src/(main/system/host/electron/|programs/electron[.]ts|preload/)',
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
        pathNot: `[.]d[.]ts$|${TESTS}|-worker[.]ts$|^src/(programs|preload)/`,
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
