/**
 * A streaming tokeniser over the bytes of an XML part. It finds tags and runs of text and hands out byte ranges; no
 * string is made for what nobody asks for. This is what makes reading a sheet cost little more than unpacking it.
 *
 * Guaranteed to the subclass: a tag or a run of text is always whole within `bytes`, however the input was cut, and
 * `bytes` is never overwritten later. Names come without their namespace prefix.
 */
import { StoryglassError } from '../../../../shared/failure/failure.ts'
import { maxDepth, maxTokenBytes } from '../limits.ts'

const lessThan = 0x3c
const greaterThan = 0x3e
const slash = 0x2f
const colon = 0x3a
const doubleQuote = 0x22
const singleQuote = 0x27
const exclamation = 0x21
const question = 0x3f
const space = 0x20

const commentStart = Buffer.from('<!--')
const cdataStart = Buffer.from('<![CDATA[')

export abstract class XmlTokens {
  /** Set by the subclass while it wants `text` called. */
  protected wantsText = false
  #rest: Buffer | null = null
  #depth = 0
  /** Where `bytes` of the callbacks begins in the part. */
  #base = 0
  #consumed = 0
  #sawRoot = false

  /** A start tag; for an empty-element tag `close` follows at once. Attributes lie in `nameEnd` to `tagEnd`. */
  protected abstract open(bytes: Buffer, nameStart: number, nameEnd: number, tagEnd: number): void
  protected abstract close(bytes: Buffer, nameStart: number, nameEnd: number): void
  /** A run of character data. `literal` is true for CDATA, in which `&` stands for itself. */
  protected abstract text(bytes: Buffer, start: number, end: number, literal: boolean): void

  /**
   * A chance to take whole well-known elements at once from the `<` at `position`: gives the offset behind what it took,
   * always that of another `<`, or `position` for nothing. Everything it does not know goes the general way.
   */
  protected shortcut(_bytes: Buffer, position: number, _end: number): number {
    return position
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest === null ? chunk : this.#joinRest(this.#rest, chunk)
    const consumed = this.#consumeFrom(bytes)
    this.#rest = consumed < bytes.length ? bytes.subarray(consumed) : null
    if (this.#rest !== null && this.#rest.length > maxTokenBytes) {
      throw new StoryglassError('hostile_content', `a single tag or text of over ${maxTokenBytes} bytes`)
    }
  }

  /** Completes the token that was cut with as little copying as can be, and gives what is left to consume. */
  #joinRest(rest: Buffer, chunk: Buffer): Buffer {
    const tagEnd = chunk.indexOf(greaterThan) + 1
    const joined = Buffer.concat([rest, chunk.subarray(0, tagEnd)])
    const consumed = this.#consumeFrom(joined)
    if (consumed === joined.length) return chunk.subarray(tagEnd)
    return Buffer.concat([joined.subarray(consumed), chunk.subarray(tagEnd)])
  }

  /** To be called once after the last chunk: a part that stops in mid-element is damaged. */
  end(): void {
    if (this.#depth !== 0 || !this.#sawRoot) {
      throw new StoryglassError('damaged_workbook', 'a part of the workbook ends in the middle')
    }
  }

  #consumeFrom(bytes: Buffer): number {
    this.#base = this.#consumed
    const consumed = this.#consume(bytes)
    this.#consumed += consumed
    return consumed
  }

  /** Where a byte of the callbacks' `bytes` is in the part. */
  protected offsetOf(index: number): number {
    return this.#base + index
  }

  /** Handles all whole tokens and gives the offset of the first incomplete one. */
  #consume(bytes: Buffer): number {
    const end = bytes.length
    let position = 0
    while (position < end) {
      let index = position
      while (index < end && bytes[index] !== lessThan) index++
      if (index === end) return this.wantsText ? position : end
      if (index > position && this.wantsText) this.text(bytes, position, index, false)
      position = this.shortcut(bytes, index, end)
      index = position + 1
      if (index === end) return position
      const kind = bytes[index]
      let next: number
      if (kind === slash) next = this.#closeTag(bytes, index + 1, end)
      else if (kind === exclamation) next = this.#declaration(bytes, position, end)
      else if (kind === question) next = after(bytes, '?>', index + 1)
      else next = this.#openTag(bytes, index, end)
      if (next < 0) return position
      position = next
    }
    return position
  }

  #closeTag(bytes: Buffer, start: number, end: number): number {
    let nameStart = start
    let index = start
    while (index < end) {
      const byte = bytes[index]
      if (byte === greaterThan) break
      if (byte === colon) nameStart = index + 1
      index++
    }
    if (index === end) return -1
    let nameEnd = index
    while (nameEnd > nameStart && (bytes[nameEnd - 1] ?? 0) <= space) nameEnd--
    if (--this.#depth < 0) throw new StoryglassError('damaged_workbook', 'an element ends that never began')
    this.close(bytes, nameStart, nameEnd)
    return index + 1
  }

  #openTag(bytes: Buffer, start: number, end: number): number {
    let nameStart = start
    let index = start
    while (index < end) {
      const byte = bytes[index] ?? 0
      if (byte <= space || byte === greaterThan || byte === slash) break
      if (byte === colon) nameStart = index + 1
      index++
    }
    const nameEnd = index
    while (index < end) {
      const byte = bytes[index]
      if (byte === greaterThan) break
      if (byte === doubleQuote || byte === singleQuote) {
        index++
        while (index < end && bytes[index] !== byte) index++
      }
      index++
    }
    if (index >= end) return -1
    this.#sawRoot = true
    if (++this.#depth > maxDepth) throw new StoryglassError('hostile_content', `elements nested over ${maxDepth} deep`)
    this.open(bytes, nameStart, nameEnd, index)
    if (bytes[index - 1] === slash) {
      this.#depth--
      this.close(bytes, nameStart, nameEnd)
    }
    return index + 1
  }

  #declaration(bytes: Buffer, position: number, end: number): number {
    if (startsWith(bytes, position, commentStart)) return after(bytes, '-->', position + 4)
    if (startsWith(bytes, position, cdataStart)) {
      const next = after(bytes, ']]>', position + 9)
      if (next >= 0 && this.wantsText) this.text(bytes, position + 9, next - 3, true)
      return next
    }
    if (end - position < cdataStart.length) return -1
    // A document type can define entities that expand without bound, and no spreadsheet program writes one.
    throw new StoryglassError('hostile_content', 'a part of the workbook declares a document type')
  }
}

function startsWith(bytes: Buffer, position: number, expected: Buffer): boolean {
  if (bytes.length - position < expected.length) return false
  return bytes.compare(expected, 0, expected.length, position, position + expected.length) === 0
}

/** The offset behind `terminator`, or -1 while it has not come. */
function after(bytes: Buffer, terminator: string, from: number): number {
  const found = bytes.indexOf(terminator, from, 'latin1')
  return found < 0 ? -1 : found + terminator.length
}
