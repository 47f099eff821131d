/**
 * Hands a file's bytes to the host, at an address that it gave for them; the browser reads them from the disk as they go.
 * Resolves to whether they arrived whole. `onShare` hears 0..1. (An XMLHttpRequest, because fetch does not tell how far it is.)
 */
export function uploadFile(
  address: string,
  file: File,
  onShare: (share: number) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onShare(total === 0 ? 0 : loaded / total)
    })
    request.addEventListener('loadend', () => {
      resolve(request.status === 204)
    })
    request.open('PUT', address)
    request.send(file)
  })
}
