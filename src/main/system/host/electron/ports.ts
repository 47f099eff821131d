import { ipcMain, MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron'
import { isOurPage } from './our-page.ts'

const REQUEST_PORT = 'beckon:request-port'
const PORT = 'beckon:port'

export interface PortTakers {
  /** The windows that may ask, and what becomes of our end of their ports. */
  portReceiverOf(contentsId: number): ((port: MessagePortMain) => void) | undefined
}

/** Gives a port to the main frame of each of our own windows that asks for one, and to nobody else. */
export function answerPortRequests(takers: PortTakers): () => void {
  const onRequest = (event: Electron.IpcMainEvent): void => {
    const frame = event.senderFrame
    const take = takers.portReceiverOf(event.sender.id)
    const isMain = frame !== null && frame === event.sender.mainFrame
    if (take === undefined || !isMain || !isOurPage(frame.url)) return
    const { port1, port2 } = new MessageChannelMain()
    take(port1)
    frame.postMessage(PORT, null, [port2])
  }
  ipcMain.on(REQUEST_PORT, onRequest)
  return () => void ipcMain.off(REQUEST_PORT, onRequest)
}

export function webContentsIdOf(window: BrowserWindow | undefined): number | undefined {
  return window === undefined || window.isDestroyed() ? undefined : window.webContents.id
}
