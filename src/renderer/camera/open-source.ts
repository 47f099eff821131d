import type { CameraSource } from '../../contract/status.ts'
import { openDemoSource } from './demo/demo-source.ts'
import { openDevice } from './device-source.ts'
import { openFile } from './file-source.ts'
import type { CameraEnds, Opened } from './open-camera.ts'

export function openSource(source: CameraSource, ends: CameraEnds): Promise<Opened> {
  switch (source.kind) {
    case 'device':
      return openDevice(source.label, ends)
    case 'file':
      return openFile(source.url, source.label, ends)
    case 'demo':
      return openDemoSource(source.script, source.loop, ends)
  }
}
