/** Lists of labels of values, by name, as they stand behind the rows. */
import type { SequentialBytes } from '../../files/sequential-bytes.ts'
import { noneOfLong } from './binary.ts'
import { type Layout, untilZero } from './layout.ts'

const listTag = '<lbl>'
const listEnd = '</lbl>'
/** A list with its texts; Stata's own limit is a tenth of it. */
const maxListBytes = 64 * 1024 * 1024

export async function readValueLabels(
  bytes: SequentialBytes,
  layout: Layout,
  sizeOfFile: number,
  textOf: (bytes: Buffer) => string,
): Promise<Map<string, Map<number, string>>> {
  const { binary, nameBytes, longTextsAt } = layout
  const isTagged = longTextsAt !== null
  const lists = new Map<string, Map<number, string>>()
  for (;;) {
    if (isTagged) {
      const tag = (await bytes.take(listTag.length)).toString('latin1')
      if (tag !== listTag) return lists
    } else if (bytes.position >= sizeOfFile) return lists
    const length = binary.unsigned(await bytes.take(4), 0, 4)
    if (length > maxListBytes) throw new Error(`a list of labels of ${length} bytes`)
    const name = textOf(untilZero(await bytes.take(nameBytes)))
    bytes.skip(3)
    lists.set(name, labelsOf(await bytes.take(length), layout, textOf))
    if (isTagged) bytes.skip(listEnd.length)
  }
}

/** Counts, then where each text begins, then the values, then the texts. */
function labelsOf(table: Buffer, { binary }: Layout, textOf: (bytes: Buffer) => string): Map<number, string> {
  const count = binary.unsigned(table, 0, 4)
  const textsAt = 8 + 8 * count
  if (textsAt > table.length) throw new Error('a list of labels beyond its length')
  const labels = new Map<number, string>()
  for (let index = 0; index < count; index += 1) {
    const value = binary.int(table, 8 + 4 * count + 4 * index)
    const text = untilZero(table.subarray(textsAt + binary.unsigned(table, 8 + 4 * index, 4)))
    // Labels of missing values say why they are missing.
    if (value < noneOfLong) labels.set(value, textOf(text))
  }
  return labels
}
