export interface LaunchFacts {
  /** What to open. No secret: everybody can read a command line. */
  readonly url: string
  /** Host and port of our own server. */
  readonly server: string
  /** A profile of Beckon's own: the user's browser, its cookies and its extensions are never touched. */
  readonly profileDir: string
  readonly isHeadless: boolean
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  /** Without a graphics card Chromium draws in software only when told that it may. */
  readonly hasGpu: boolean
  /** More flags, from BECKON_CHROMIUM_FLAGS. */
  readonly extra: readonly string[]
}

/** Everything that a browser does on its own account and that would leave this computer, switched off. */
const SILENCE = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-sync',
  '--allow-browser-signin=false',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-search-engine-choice-screen',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** Tracking goes on behind other windows: without these, a covered page is slowed to one frame a second. */
const KEEP_RUNNING = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-mode',
  '--disable-hang-monitor',
  '--hide-crash-restore-bubble',
]

const DISABLED_FEATURES = [
  'Translate',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'MediaRouter',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'NetworkTimeServiceQuerying',
  'CalculateNativeWinOcclusion',
  'LensOverlay',
]

export function launchFlags(facts: LaunchFacts): string[] {
  return [
    `--user-data-dir=${facts.profileDir}`,
    ...SILENCE,
    ...KEEP_RUNNING,
    // Whatever we forgot to switch off asks our own server, which refuses it; no name is ever resolved. (Loopback
    // addresses go past the proxy.)
    `--proxy-server=${facts.server}`,
    `--disable-features=${DISABLED_FEATURES.join(',')}`,
    // Only in this profile, which shows only our page. Starting Beckon is the permission.
    '--auto-accept-camera-and-microphone-capture',
    '--autoplay-policy=no-user-gesture-required',
    ...(facts.hasGpu ? [] : ['--enable-unsafe-swiftshader']),
    // Chromium's sandbox does not run as root; --test-type keeps its banner about that off our window.
    ...(facts.platform === 'linux' && facts.isRoot ? ['--no-sandbox', '--test-type'] : []),
    ...facts.extra,
    ...(facts.isHeadless
      ? ['--headless=new', facts.url]
      : ['--window-size=1200,760', `--app=${facts.url}`]),
  ]
}

/** Reads BECKON_CHROMIUM_FLAGS: flags between spaces, or a JSON list where a flag has a space in it. */
export function parseExtraFlags(text: string | undefined): string[] {
  const trimmed = text?.trim() ?? ''
  if (!trimmed.startsWith('[')) return trimmed.split(/\s+/).filter(Boolean)
  try {
    const list: unknown = JSON.parse(trimmed)
    return Array.isArray(list) ? list.filter((flag) => typeof flag === 'string') : []
  } catch {
    return []
  }
}
