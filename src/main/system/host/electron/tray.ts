import { Menu, Tray, type MenuItemConstructorOptions } from 'electron'
import { join } from 'node:path'
import type { HostCommand } from '../host.ts'
import type { TrayItem, TrayView } from '../tray-menu.ts'

export interface TrayIcon {
  show(view: TrayView): void
  close(): void
}

/** macOS colours a template itself, as its menu bar is. */
const KIND = process.platform === 'darwin' ? 'Template' : ''

/** Draws a tray view with Electron's own tray. `iconsDir` holds `tray-<shape>.png`. */
export function openTray(iconsDir: string, onCommand: (command: HostCommand) => void): TrayIcon {
  const trayIcon = (view: Pick<TrayView, 'shape'>): string =>
    join(iconsDir, `tray-${view.shape}${KIND}.png`)
  const tray = new Tray(trayIcon({ shape: 'watching' }))
  tray.on('click', () => onCommand({ kind: 'show-window' }))
  let shown = ''
  return {
    show(view) {
      // Rebuilding an open menu closes it: only when something in it changed.
      const drawn = JSON.stringify(view)
      if (drawn === shown) return
      shown = drawn
      tray.setImage(trayIcon(view))
      tray.setToolTip(view.tooltip)
      tray.setContextMenu(
        Menu.buildFromTemplate(view.items.map((item) => menuItem(item, onCommand))),
      )
    },
    close: () => tray.destroy(),
  }
}

function menuItem(
  item: TrayItem,
  onCommand: (command: HostCommand) => void,
): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'text':
      return { label: item.text, enabled: false }
    case 'line':
      return { type: 'separator' }
    case 'action':
      return { label: item.text, click: () => onCommand(item.command) }
    case 'choice':
      return {
        label: item.text,
        type: 'radio',
        checked: item.isChosen,
        click: () => onCommand(item.command),
      }
  }
}
