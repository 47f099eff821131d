/**
 * The bridge: lets the page ask for a port to the main process, and passes it on; and tells where a file lies that was
 * dropped on it. Nothing else crosses here.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'

const REQUEST_PORT = 'beckon:request-port'
const PORT = 'beckon:port'

// A port cannot go through the context bridge; posting it to our own window is the documented way across.
ipcRenderer.on(PORT, (event) => {
  window.postMessage(PORT, window.location.origin, event.ports)
})

contextBridge.exposeInMainWorld('beckon', {
  requestPort: () => ipcRenderer.send(REQUEST_PORT),
  pathOf: (file: File) => webUtils.getPathForFile(file),
})
