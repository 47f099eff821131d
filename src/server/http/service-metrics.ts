import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the service counts, as Prometheus reads it. */
export interface ServiceMetrics {
  readonly registry: Registry
  readonly clients: Gauge
  readonly frames: Counter<'outcome'>
  readonly messages: Counter<'kind'>
  readonly refused: Counter<'why'>
  readonly frameSeconds: Histogram
  readonly poseFrames: Counter<'outcome'>
  readonly poseSeconds: Histogram
}

export function createMetrics(): ServiceMetrics {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    clients: new Gauge({ name: 'beckon_letters_clients', help: 'Connected clients', registers }),
    frames: new Counter({
      name: 'beckon_letters_frames_total',
      help: 'Frames by what became of them',
      labelNames: ['outcome'],
      registers,
    }),
    messages: new Counter({
      name: 'beckon_letters_messages_total',
      help: 'Messages by whether they could be read',
      labelNames: ['kind'],
      registers,
    }),
    refused: new Counter({
      name: 'beckon_letters_refused_total',
      help: 'Connections that were refused',
      labelNames: ['why'],
      registers,
    }),
    frameSeconds: new Histogram({
      name: 'beckon_letters_frame_seconds',
      help: 'From a frame being taken to what became of it, of those that came into work',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1],
      registers,
    }),
    poseFrames: new Counter({
      name: 'beckon_pose_frames_total',
      help: 'Frames of live poses by what became of them',
      labelNames: ['outcome'],
      registers,
    }),
    poseSeconds: new Histogram({
      name: 'beckon_pose_frame_seconds',
      help: 'From a live frame being taken to its result',
      buckets: [0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.25, 0.5, 1],
      registers,
    }),
  }
}
