/** Goes through one record after another: counts what stands under each name, or takes the texts of cells. */
import { note } from '../../../shared/story/note.ts'
import { type Field, maxNames } from './fields.ts'
import {
  ascii,
  endOfPlain,
  endOfString,
  endOfValue,
  incomplete,
  JsonFault,
  skipSpace,
  textOfString,
  textOfValue,
} from './scan.ts'

export class RecordVisitor {
  readonly #root: Field
  /** Texts by `Field.cell`; null while only the structure is looked at. */
  readonly #cells: string[] | null
  #record = -1
  /** Numbers that are none: NaN and infinite ones. */
  notNumbers = 0
  /** Commas before a closing bracket. */
  trailingCommas = 0

  constructor(root: Field, cells: string[] | null) {
    this.#root = root
    this.#cells = cells
  }

  /** Reads the value at `from`, which is no space; gives the place behind it, or `incomplete`. */
  visit(bytes: Buffer, from: number, end: number): number {
    this.#record += 1
    return this.#value(this.#root, bytes, from, end)
  }

  #value(field: Field, bytes: Buffer, from: number, end: number): number {
    const first = bytes[from]
    let to: number
    if (first === ascii.quote) {
      to = endOfString(bytes, from + 1, end)
      if (to === incomplete) return incomplete
      field.texts += 1
      if (field.watched !== null && field.watched.size < 10) field.watched.add(textOfString(bytes, from + 1, to - 1))
    } else if (first === ascii.openObject) {
      field.objects += 1
      // Records that are no objects have a cell of their own.
      if (!field.whole && (field.cell === -1 || field.parent === null)) return this.#object(field, bytes, from + 1, end)
      to = endOfValue(bytes, from, end)
    } else if (first === ascii.openList) {
      field.lists += 1
      to = endOfValue(bytes, from, end)
    } else {
      to = endOfPlain(bytes, from, end)
      // Of the words that may stand here, null alone begins with its letter: it says nothing of the kind of value.
      if (first !== 0x6e) field.plain += 1
      if (first === 0x4e || first === 0x49 || (first === 0x2d && bytes[from + 1] === 0x49)) this.notNumbers += 1
    }
    if (to !== incomplete && this.#cells !== null && field.cell >= 0) {
      this.#cells[field.cell] = textOfValue(bytes, from, to)
    }
    return to
  }

  #object(parent: Field, bytes: Buffer, from: number, end: number): number {
    let at = from
    let expected = 0
    let afterComma = false
    for (;;) {
      at = skipSpace(bytes, at, end)
      if (at >= end) return incomplete
      if (bytes[at] === ascii.closeObject) {
        if (afterComma) this.trailingCommas += 1
        return at + 1
      }
      if (bytes[at] !== ascii.quote) throw new JsonFault(at, note('json.nameMissing'))
      const keyFrom = at + 1
      let field: Field | null | undefined = parent.children[expected]
      if (field !== undefined && isKey(bytes, keyFrom, end, field.keyBytes)) at = keyFrom + field.keyBytes.length + 1
      else {
        at = endOfString(bytes, keyFrom, end)
        if (at === incomplete) return incomplete
        field = parent.child(textOfString(bytes, keyFrom, at - 1))
      }
      if (field === null) {
        if (parent.parent === null) throw new JsonFault(keyFrom, note('json.tooManyNames', { most: maxNames }))
        parent.whole = true
      } else {
        expected = field.place + 1
        if (field.lastRecord === this.#record) field.repeats += 1
        field.lastRecord = this.#record
      }
      at = skipSpace(bytes, at, end)
      if (at >= end) return incomplete
      if (bytes[at] !== ascii.colon) throw new JsonFault(at, note('json.colonMissing'))
      at = skipSpace(bytes, at + 1, end)
      if (at >= end) return incomplete
      at = field === null ? endOfValue(bytes, at, end) : this.#value(field, bytes, at, end)
      if (at === incomplete) return incomplete
      at = skipSpace(bytes, at, end)
      if (at >= end) return incomplete
      afterComma = bytes[at] === ascii.comma
      if (afterComma) at += 1
      else if (bytes[at] !== ascii.closeObject) throw new JsonFault(at, note('json.commaBetweenValues'))
    }
  }
}

function isKey(bytes: Buffer, from: number, end: number, key: Buffer): boolean {
  const to = from + key.length
  if (to >= end || bytes[to] !== ascii.quote) return false
  for (let index = 0; index < key.length; index += 1) if (bytes[from + index] !== key[index]) return false
  return true
}
