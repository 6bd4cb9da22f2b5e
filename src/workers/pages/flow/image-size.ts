/** What an image is and how large, from its first bytes; nothing is decoded. */

export interface ImageHead {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp'
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'bmp'
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** Null for what is none of the five kinds every browser shows, or is cut off before its size. */
export function readImageHead(bytes: Buffer): ImageHead | null {
  if (bytes.length < 26) return null
  if (bytes.readUInt32BE(0) === 0x89504e47) {
    return { type: 'image/png', extension: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }
  if (bytes.toString('latin1', 0, 4) === 'GIF8') {
    return { type: 'image/gif', extension: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  }
  if (bytes.toString('latin1', 0, 2) === 'BM') {
    // A negative height means rows from the top down.
    const [width, height] = [Math.abs(bytes.readInt32LE(18)), Math.abs(bytes.readInt32LE(22))]
    return { type: 'image/bmp', extension: 'bmp', width, height }
  }
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return webp(bytes)
  if (bytes.readUInt16BE(0) === 0xffd8) return jpeg(bytes)
  return null
}

/** RFC 9649: lossy, lossless and extended files keep their size at different places. */
function webp(bytes: Buffer): ImageHead | null {
  const kind = { type: 'image/webp', extension: 'webp' } as const
  if (bytes.length < 30) return null
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { ...kind, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { ...kind, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { ...kind, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}

/** ITU T.81 annex B: the size is in the first start-of-frame segment. */
function jpeg(bytes: Buffer): ImageHead | null {
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return { type: 'image/jpeg', extension: 'jpg', width, height }
    }
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += standsAlone ? 2 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
