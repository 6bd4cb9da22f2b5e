/** What a cell's number format says about its number: a date, a time, a share, an amount of money. ECMA-376 part 1, 18.8.30. */

export type FormatMeaning =
  | { readonly kind: 'number' }
  | { readonly kind: 'text' }
  /** Digits that name something, shown in full: `00000`, `000-00-0000`. */
  | { readonly kind: 'code'; readonly pattern: string }
  | { readonly kind: 'percent' }
  /** ISO 4217 code, or the symbol of one not known here; empty where the format leaves it to the locale. */
  | { readonly kind: 'currency'; readonly currency: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'timestamp' }
  /** Time of day. */
  | { readonly kind: 'time' }
  /** Elapsed time, which may exceed a day. */
  | { readonly kind: 'duration' }

const plainNumber: FormatMeaning = { kind: 'number' }

/** Formats known by number alone. Those of 27 to 36 and 50 to 58 are dates in the East Asian editions. */
export function builtInFormat(id: number): FormatMeaning {
  if (id === 9 || id === 10) return { kind: 'percent' }
  if ((id >= 5 && id <= 8) || id === 42 || id === 44) return { kind: 'currency', currency: '' }
  if (id >= 14 && id <= 17) return { kind: 'date' }
  if (id >= 18 && id <= 21) return { kind: 'time' }
  if (id === 22) return { kind: 'timestamp' }
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return { kind: 'date' }
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return { kind: 'time' }
  if (id === 46) return { kind: 'duration' }
  if (id === 45 || id === 47) return { kind: 'time' }
  if (id === 49) return { kind: 'text' }
  return plainNumber
}

const currencyBySymbol: Readonly<Record<string, string>> = {
  $: 'USD',
  '¥': 'JPY',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  '₴': 'UAH',
  zł: 'PLN',
  Kč: 'CZK',
}
const currencyText = /€|£|₹|₽|₩|₺|₪|₴|zł|Kč|¥|\$|\b[A-Z]{3}\b|\bkr\b/

/** An opening bracket ends the search for the closing one, so that many of them do not make it quadratic. */
const bracketed = /\[[^[\]]*\]/g

/** Reads a format code in time linear in its length. Of its up to four sections the first, for positive numbers, decides. */
export function parseFormat(code: string): FormatMeaning {
  const section = firstSection(code)
  const currency = currencyIn(section)
  const bare = section
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./gs, '')
    .replace(/\bgeneral\b/gi, '')
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return { kind: 'duration' }
  const pattern = bare.replace(bracketed, '')
  const clock = /am\/pm|a\/p|上午\/下午/i.test(pattern)
  const letters = pattern.replace(/am\/pm|a\/p/gi, '')
  // A digit placeholder beside letters is a number with a unit or an exponent, unless it is seconds' fraction.
  const places = letters.replace(/s[.,]0+/gi, 's')
  const numeric = /[#?]/.test(places) || places.lastIndexOf('0') > places.lastIndexOf('s')
  if (!numeric || clock) {
    const hasDate = /[ydeg]/i.test(letters) || /m{3,}/i.test(letters)
    const hasTime = clock || /[hs]/i.test(letters)
    if (hasDate) return { kind: hasTime ? 'timestamp' : 'date' }
    if (hasTime) return { kind: 'time' }
    if (/m/i.test(letters)) return { kind: 'date' }
  }
  const digits = codePattern(section)
  if (digits !== null) return { kind: 'code', pattern: digits }
  if (pattern.includes('%')) return { kind: 'percent' }
  if (pattern.trim() === '@') return { kind: 'text' }
  return currency === null ? plainNumber : { kind: 'currency', currency }
}

/** Nothing but noughts, three at least, and marks between them; null for any other format. */
function codePattern(section: string): string | null {
  const plain = section.replace(/\\(.)|"([^"]*)"/gs, (_, escaped?: string, quoted?: string) => escaped ?? quoted ?? '')
  return /^0[0 ()/-]*0$/.test(plain) && plain.replace(/[^0]/g, '').length >= 3 ? plain : null
}

/** The number as such a format shows it; as it is where it is no whole number. */
export function codeText(value: number, pattern: string): string {
  if (!Number.isSafeInteger(value) || value < 0) return String(value)
  const places = pattern.replace(/[^0]/g, '').length
  const digits = String(value).padStart(places, '0')
  let next = digits.length - places
  const shown = pattern.replace(/0/g, () => digits.charAt(next++))
  return digits.slice(0, digits.length - places) + shown
}

function firstSection(code: string): string {
  let quoted = false
  for (let index = 0; index < code.length; index++) {
    const character = code[index]
    if (character === '"') quoted = !quoted
    else if (character === '\\' && !quoted) index++
    else if (character === ';' && !quoted) return code.slice(0, index)
  }
  return code
}

/** `[$€-407]` and `"€"` and a bare `$` name a currency; `[$-409]` names a locale only. */
function currencyIn(section: string): string | null {
  const bracket = /\[\$([^[\]-]+)(?:-[^[\]]*)?\]/.exec(section)?.[1]?.trim()
  const candidate = bracket ?? currencyText.exec(section.replace(bracketed, '').replace(/[\\"]/g, ''))?.[0]
  if (candidate === undefined || candidate === '') return null
  if (!/[0#?]/.test(section)) return null
  return currencyBySymbol[candidate] ?? candidate
}
