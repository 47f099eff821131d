onmessage = ({ data: everyMs }: MessageEvent<number>) => {
  setInterval(() => {
    postMessage(undefined)
  }, everyMs)
}
