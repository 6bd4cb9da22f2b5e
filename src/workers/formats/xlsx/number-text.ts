/** Decimal text in bytes to the nearest double, without making a string where arithmetic on integers is exact. */

/** 10^0 to 10^22: the powers of ten that are doubles. */
const exactPowers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))
/** Up to this, `digits * 10 + digit` stays an exact integer. */
const exactDigitsBelow = 900_719_925_474_098
const maxNumberLength = 400

/**
 * Reads `-12.5`, `3`, `1E-7`; NaN for anything that is not a finite decimal number. At most 15 digits and a power of ten within
 * 22 take one correctly rounded division (Clinger 1990, the fast path); the rest goes through `Number`.
 */
export function parseDecimal(bytes: Buffer, start: number, end: number): number {
  let index = start
  const negative = bytes[index] === 0x2d
  if (negative) index++
  const firstDigit = index
  let digits = 0
  let fraction = -1
  for (; index < end; index++) {
    const byte = bytes[index] ?? 0
    if (byte >= 0x30 && byte <= 0x39) {
      if (digits >= exactDigitsBelow) break
      digits = digits * 10 + (byte - 0x30)
    } else if (byte === 0x2e && fraction < 0) {
      fraction = index
    } else {
      break
    }
  }
  if (index === end && index > firstDigit) {
    const places = fraction < 0 ? 0 : end - fraction - 1
    const digitCount = end - firstDigit - (fraction < 0 ? 0 : 1)
    if (digitCount > 0 && places <= 22) {
      const magnitude = places === 0 ? digits : digits / (exactPowers[places] ?? Number.NaN)
      return negative ? -magnitude : magnitude
    }
  }
  return parseSlowly(bytes, start, end)
}

function parseSlowly(bytes: Buffer, start: number, end: number): number {
  let [from, to] = [start, end]
  while (from < to && (bytes[from] ?? 0) <= 0x20) from++
  while (from < to && (bytes[to - 1] ?? 0) <= 0x20) to--
  if (from === to || to - from > maxNumberLength) return Number.NaN
  for (let index = from; index < to; index++) {
    // Digits, signs, the point and the exponent: what else `Number` takes (hexadecimal, Infinity) no sheet means.
    const byte = bytes[index] ?? 0
    const isDigit = byte >= 0x30 && byte <= 0x39
    if (!isDigit && byte !== 0x2e && byte !== 0x2d && byte !== 0x2b && (byte | 0x20) !== 0x65) return Number.NaN
  }
  const value = Number(bytes.toString('latin1', from, to))
  // Excel has no infinity: a number too large for a double is not one of its numbers.
  return Number.isFinite(value) ? value : Number.NaN
}
