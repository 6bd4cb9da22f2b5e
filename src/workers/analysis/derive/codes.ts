/** Small numbers for values: the same for the same value, in the order in which they are met; −1 for none. O(n). */
export function codesOf(values: readonly unknown[]): Int32Array {
  const known = new Map<unknown, number>()
  return Int32Array.from(values, (value) => {
    if (value === null || value === undefined) return -1
    const code = known.get(value) ?? known.size
    known.set(value, code)
    return code
  })
}
