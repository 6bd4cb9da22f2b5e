/** The workbook's shared strings, read once into memory within a budget whatever counts the part claims. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Archive } from '../../files/archive.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { maxSharedStrings, maxSharedTextBytes } from '../workbook/limits.ts'
import { matches } from '../workbook/xml/attributes.ts'
import { asUtf8 } from '../workbook/xml/encoding.ts'
import { decodeText } from '../workbook/xml/text.ts'
import { XmlTokens } from '../workbook/xml/tokens.ts'

/** What a string costs in memory beside its characters. */
const stringOverheadBytes = 32
const letterT = 0x74

export class SharedStringScanner extends XmlTokens {
  readonly strings: string[] = []
  #bytes = 0
  #inItem = false
  #inPhonetic = 0
  #text = ''

  protected override open(bytes: Buffer, nameStart: number, nameEnd: number): void {
    if (nameEnd - nameStart === 1) {
      if (bytes[nameStart] === letterT) this.wantsText = this.#inItem && this.#inPhonetic === 0
    } else if (matches(bytes, nameStart, nameEnd, 'si')) {
      this.#inItem = true
      this.#text = ''
    } else if (matches(bytes, nameStart, nameEnd, 'rPh')) {
      this.#inPhonetic++
    }
  }

  protected override close(bytes: Buffer, nameStart: number, nameEnd: number): void {
    this.wantsText = false
    if (matches(bytes, nameStart, nameEnd, 'si')) {
      this.#inItem = false
      this.#inPhonetic = 0
      this.#keep(this.#text)
    } else if (matches(bytes, nameStart, nameEnd, 'rPh')) {
      this.#inPhonetic--
    }
  }

  protected override text(bytes: Buffer, start: number, end: number, literal: boolean): void {
    const piece = decodeText(bytes, start, end, literal)
    this.#text = this.#text === '' ? piece : this.#text + piece
  }

  #keep(text: string): void {
    this.#bytes += stringOverheadBytes + text.length
    if (this.#bytes > maxSharedTextBytes || this.strings.length >= maxSharedStrings) {
      throw new StoryglassError('too_large', `more shared text than ${maxSharedTextBytes} bytes`)
    }
    this.strings.push(text)
  }
}

/** The strings in the order of their index; none when the workbook has no such part. */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
  context: WorkContext,
): Promise<readonly string[]> {
  if (part === null || !archive.has(part)) return []
  const scanner = new SharedStringScanner()
  const pause = pacer(context)
  for await (const chunk of asUtf8(archive.chunks(part))) {
    scanner.push(chunk)
    await pause()
  }
  scanner.end()
  return scanner.strings
}
