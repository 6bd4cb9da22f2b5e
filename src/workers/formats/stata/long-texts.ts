/** Texts of any length (`strL`), which stand behind the rows and are named there by the place of their first use. */
import { readSync } from 'node:fs'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { SequentialBytes } from '../../files/sequential-bytes.ts'
import type { Layout } from './layout.ts'
import { untilZero } from './layout.ts'

const mark = 'GSO'
const asText = 130
const mostTexts = 5_000_000

interface Place {
  readonly at: number
  readonly length: number
  readonly isText: boolean
}

export class LongTexts {
  readonly #file: number
  readonly #places: ReadonlyMap<string, Place>

  private constructor(file: number, places: ReadonlyMap<string, Place>) {
    this.#file = file
    this.#places = places
  }

  /** Where each is; none of them is read yet. `file` is the descriptor of the open file. */
  static async of(file: number, bytes: SequentialBytes, { binary, release }: Layout): Promise<LongTexts> {
    const places = new Map<string, Place>()
    const rowBytes = release === 117 ? 4 : 8
    for (;;) {
      const begins = (await bytes.take(mark.length)).toString('latin1')
      if (begins !== mark) return new LongTexts(file, places)
      const head = await bytes.take(4 + rowBytes + 5)
      const variable = binary.unsigned(head, 0, 4)
      const row = rowBytes === 4 ? binary.unsigned(head, 4, 4) : binary.long(head, 4)
      const length = binary.unsigned(head, 4 + rowBytes + 1, 4)
      places.set(`${variable}:${row}`, { at: bytes.position, length, isText: head[4 + rowBytes] === asText })
      if (places.size > mostTexts) throw new StoryglassError('too_large', `more than ${mostTexts} long texts`)
      bytes.skip(length)
    }
  }

  /** What eight bytes of a row name; null where that is nothing, or bytes that are no text. */
  read({ binary, release }: Layout, bytes: Buffer, at: number): Buffer | null {
    const [variableBytes, rowBytes] = release === 117 ? [4, 4] : release === 119 || release === 121 ? [3, 5] : [2, 6]
    const variable = binary.unsigned(bytes, at, variableBytes)
    const place = this.#places.get(`${variable}:${binary.unsigned(bytes, at + variableBytes, rowBytes)}`)
    if (place === undefined || !place.isText) return null
    const text = Buffer.alloc(place.length)
    const read = readSync(this.#file, text, 0, place.length, place.at)
    return untilZero(text.subarray(0, read))
  }
}
