/** An LZ4 frame of blocks that are stored as they are: enough to test what unpacks them. */

export function packedLz4(bytes: Uint8Array): Uint8Array {
  const header = Buffer.from('04224d18604082', 'hex')
  const size = Buffer.alloc(4)
  size.writeUInt32LE((bytes.length | 0x80000000) >>> 0)
  return bytes.length === 0
    ? Buffer.concat([header, Buffer.alloc(4)])
    : Buffer.concat([header, size, bytes, Buffer.alloc(4)])
}
