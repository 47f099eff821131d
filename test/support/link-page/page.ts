/** The smallest page with a real link: shows what it hears in its document, so that a test can read it. */
import { z } from 'zod'
import { openRendererEndpoint } from '../../../src/renderer/link/renderer-end.ts'

z.config({ jitless: true })
const end = openRendererEndpoint()
const show = (name: string, value: unknown): void => {
  document.body.dataset[name] = JSON.stringify(value)
}
end.onConnection((isConnected) => {
  show('connected', isConnected)
  end.send('cameras', [`page ${performance.timeOrigin}`])
})
const heard: string[] = []
end.on('action', ({ cause }) => {
  heard.push(cause)
  show('heard', heard)
})
end.on('projects', (projects) => {
  show(
    'projects',
    projects.map(({ id }) => id),
  )
})
document.addEventListener('click', () => {
  void end.request('switchProject', { id: 'desktop' }).then((answer) => show('answer', answer))
})
