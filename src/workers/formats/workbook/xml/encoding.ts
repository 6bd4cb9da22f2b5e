/** Bytes of an XML part as UTF-8, whatever it is encoded in: UTF-16 with or without a mark, or what it declares. */
import { TextDecoder } from 'node:util'
import { StoryglassError } from '../../../../shared/failure/failure.ts'

/** The label of the encoding, or null for UTF-8, which needs no work. From the XML recommendation, appendix F. */
export function sniffEncoding(head: Uint8Array): string | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return 'utf-16be'
  const declaration = Buffer.from(head.subarray(0, 200)).toString('latin1')
  const label = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(declaration)?.[1]?.toLowerCase()
  if (label === undefined || ['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(label)) return null
  // A part that says UTF-16 but could be read this far as single bytes is not UTF-16.
  return label.startsWith('utf-16') || label.startsWith('ucs-2') ? null : label
}

/** Passes UTF-8 through untouched and decodes everything else. Never splits a character between chunks. */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let decoder: TextDecoder | null | undefined
  let head: Buffer | null = null
  for await (const piece of chunks) {
    let chunk: Buffer = piece
    if (decoder === undefined) {
      chunk = head === null ? chunk : Buffer.concat([head, chunk])
      if (chunk.length < 200) {
        head = chunk
        continue
      }
      head = null
      decoder = decoderFor(chunk)
    }
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8')
  }
  if (head !== null) {
    const short = decoderFor(head)
    yield short === null ? head : Buffer.from(short.decode(head), 'utf8')
  } else if (decoder) {
    yield Buffer.from(decoder.decode(), 'utf8')
  }
}

function decoderFor(head: Uint8Array): TextDecoder | null {
  const label = sniffEncoding(head)
  if (label === null) return null
  try {
    return new TextDecoder(label)
  } catch (error) {
    throw new StoryglassError('damaged_workbook', `a part is in the unknown encoding ${label}`, { cause: error })
  }
}
