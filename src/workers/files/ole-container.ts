/** What is in an OLE compound file (MS-CFB): the container of Office before 2007, and of every package Office encrypts. */
import { open } from 'node:fs/promises'

export type OleContent = 'encrypted' | 'workbook' | 'document' | 'presentation' | 'mail' | 'other'

/** Names of streams in the container's directory (MS-OFFCRYPTO 2.3, MS-XLS 2.1.2, MS-DOC 2.1, MS-PPT 2.1.2, MS-OXMSG 2.2). */
const streams: readonly (readonly [name: string, content: OleContent])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'document'],
  ['PowerPoint Document', 'presentation'],
  ['__properties_version1.0', 'mail'],
  ['Workbook', 'workbook'],
  ['Book', 'workbook'],
]
const needles = streams.map(([name, content]) => ({ bytes: Buffer.from(`${name}\0`, 'utf16le'), content }))
const windowBytes = 1024 * 1024
const overlapBytes = 64
/** The directory is a few sectors, in most files near the start or the end; this covers any real one. */
const searchedBytes = 64 * 1024 * 1024

export function isOleContainer(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32BE(0) === 0xd0cf11e0
}

/** The first of `streams` that is there: a document may hold a workbook, and a package encrypts either. */
export async function contentOfOleContainer(path: string): Promise<OleContent> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const window = Buffer.alloc(windowBytes + overlapBytes)
    let best: number = streams.length
    for (let position = 0; position < Math.min(size, searchedBytes) && best > 0; position += windowBytes) {
      const { bytesRead } = await file.read(window, 0, window.length, position)
      const found = needles.findIndex(({ bytes }) => window.subarray(0, bytesRead).includes(bytes))
      if (found >= 0) best = Math.min(best, found)
    }
    return needles[best]?.content ?? 'other'
  } finally {
    await file.close()
  }
}
