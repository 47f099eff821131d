import type { CameraSource } from '../../../contract/channels/status.ts'
import { openDevice } from './device-source.ts'
import { openFile } from './file-source.ts'
import type { CameraEnds, Opened } from './open-camera.ts'

export async function openSource(source: CameraSource, ends: CameraEnds): Promise<Opened> {
  switch (source.kind) {
    case 'device':
      return openDevice(source.label, ends)
    case 'file':
      return openFile(source.url, source.label, ends)
    case 'demo': {
      // Fetched only when it is wanted: most people have a camera, and three.js is larger than all the rest.
      const { openDemoSource } = await import('./demo/demo-source.ts')
      return openDemoSource(source.script, source.loop, ends)
    }
  }
}
