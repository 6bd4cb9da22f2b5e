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

/** The same from places among `count` different values: NaN and below 0 for none. O(n). */
export function codesOfPlaces(places: Float64Array, count: number): Int32Array {
  const codes = new Int32Array(places.length)
  const known = new Int32Array(count).fill(-1)
  let next = 0
  for (let row = 0; row < places.length; row++) {
    const place = places[row] ?? -1
    if (!(place >= 0)) {
      codes[row] = -1
      continue
    }
    if (known[place] === -1) known[place] = next++
    codes[row] = known[place] ?? -1
  }
  return codes
}
