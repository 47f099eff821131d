/**
 * The bytes of base64, blanks and line breaks left out; undefined when it is anything else. Time grows with the text: the
 * blanks go first, because an expression that lets them stand at either end of something tries every way to share them.
 */
export function bytesOfBase64(text: string): Buffer | undefined {
  const plain = text.replaceAll(/\s+/g, '')
  // Buffer.from reads whatever looks like base64 and leaves the rest out; a picture must be all of it.
  return /^[A-Za-z0-9+/]+={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : undefined
}
