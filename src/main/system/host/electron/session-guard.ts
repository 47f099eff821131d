import { app, protocol, session } from 'electron'
import { isAt, isOurPage, isOurResource, isPermitted, SCHEME } from './our-page.ts'

/** Call before the app is ready: Chromium must know the scheme and its switches from the start. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ])
  // Nothing reaches the network: no name resolves, and the browser's own errands are off. The tracker's process is here.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  // A window that is covered or minimised goes on tracking.
  app.commandLine.appendSwitch('disable-renderer-backgrounding')
  app.commandLine.appendSwitch('disable-backgrounding-occluded-windows')
}

/** Serves the scheme and refuses every other address, every permission but the camera, and all windows but ours. */
export function guardSession(
  respond: (request: Request) => Promise<Response>,
  trackerUrls: readonly string[],
): void {
  protocol.handle(SCHEME, (request) =>
    isOurPage(request.url) ? respond(request) : new Response(null, { status: 404 }),
  )
  const ours = session.defaultSession
  ours.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !isOurResource(url) && !trackerUrls.some((own) => isAt(url, own)) }),
  )
  ours.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) =>
    isPermitted(permission, origin, mediaType === undefined ? undefined : [mediaType]),
  )
  ours.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : undefined
    decide(isPermitted(permission, details.requestingUrl, mediaTypes))
  })
  ours.setSpellCheckerEnabled(false)
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event, url) => {
      if (!isOurPage(url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
