/** Attributes and names of a tag as byte ranges. */

/** The attribute last found by `nextAttribute`: one object for all, because there are tens of millions of them. */
export const attribute = { nameStart: 0, nameEnd: 0, valueStart: 0, valueEnd: 0 }

/** Finds the next attribute at or after `from` and gives the offset behind it, or -1 when there is none. */
export function nextAttribute(bytes: Buffer, from: number, tagEnd: number): number {
  let index = from
  while (index < tagEnd && ((bytes[index] ?? 0) <= 0x20 || bytes[index] === 0x2f)) index++
  attribute.nameStart = index
  while (index < tagEnd) {
    const byte = bytes[index] ?? 0
    if (byte === 0x3d || byte <= 0x20) break
    // A prefixed attribute (`xml:space`, `x14ac:dyDescent`) keeps its prefix, so that it is not taken for ours.
    index++
  }
  attribute.nameEnd = index
  while (index < tagEnd && bytes[index] !== 0x22 && bytes[index] !== 0x27) index++
  if (index >= tagEnd) return -1
  const quote = bytes[index]
  attribute.valueStart = ++index
  while (index < tagEnd && bytes[index] !== quote) index++
  attribute.valueEnd = index
  return index + 1
}

/** Whether a range of bytes is `name`, which is ASCII. */
export function matches(bytes: Buffer, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false
  for (let index = 0; index < name.length; index++) {
    if (bytes[start + index] !== name.charCodeAt(index)) return false
  }
  return true
}
