/** The unit that a column's name ends with (`Body mass (g)`, `laenge_cm`, `weight in lbs`), and the name without it. */
import { unitText } from '../format/numbers.ts'
import { currencyCodes, currencySigns } from './currencies.ts'
import { isUnit, unitSymbols, unitWords } from './units.ts'

export interface UnitInName {
  /** The name as it stands, without its unit. */
  readonly name: string
  /** The `format` of a column whose numbers are in it: `unit:mm`, `currency:EUR`. */
  readonly format: string
}

/**
 * Read only where a name cannot mean anything else: `temp_min` is a least temperature, `price_per_kg` is no weight, and
 * percentages keep their sign in the name. Null without a unit, or where nothing but a unit would be left out of.
 */
export function unitInName(name: string): UnitInName | null {
  const trimmed = name.trim()
  if (trimmed.length > longestRead) return null
  return inBrackets(trimmed) ?? behindIn(trimmed) ?? lastWord(trimmed)
}

/** Longer names are sentences. */
const longestRead = 200

/** `[1]`, `(s)` behind a word are no units: a letter needs a blank before its brackets. */
const bracketed = /^(?<rest>.*[^\s([{])(?<gap>\s*)[([](?<unit>[^()[\]]{1,14})[)\]]$/u

function inBrackets(name: string): UnitInName | null {
  const { rest = '', gap = '', unit = '' } = bracketed.exec(name)?.groups ?? {}
  const written = unit.trim().replace(/^in\s+/iu, '')
  const isLetter = /^\p{L}$/u.test(written)
  if (isLetter && gap === '') return null
  const sign = Object.hasOwn(currencySigns, written) ? currencySigns[written] : undefined
  if (sign !== undefined && currencyCodes.includes(sign)) return found(rest, `currency:${sign}`)
  return measured(rest, written, isLetter && /\p{Lu}/u.test(written))
}

/** `weight in lbs`, `Gewicht in kg`. */
const joined = /^(?<rest>.+?)(?:[\s_.]+)in(?:[\s_.]+)(?<unit>[^\s_.]{1,14})$/iu

function behindIn(name: string): UnitInName | null {
  const { rest = '', unit = '' } = joined.exec(name)?.groups ?? {}
  return rest === '' ? null : measured(rest, unit, true)
}

/** `doubtful`: what is written may be a name (group A) or a word, so that the words before must speak of what is measured. */
function measured(rest: string, written: string, doubtful: boolean): UnitInName | null {
  if (currencyCodes.includes(written)) return found(rest, `currency:${written}`)
  const known = ofQuantity(rest, written)
  if (known !== null) return found(rest, `unit:${known}`)
  if (doubtful && (written.length === 1 || unitWords.includes(written))) return null
  if (twoMeanings.has(written.toLowerCase())) return null
  const unit = spelt.get(written.toLowerCase()) ?? written
  return isUnit(unit) || isQuotient(unit) ? found(rest, `unit:${unit}`) : null
}

/** A least value or minutes; a word or inches. */
const twoMeanings: ReadonlySet<string> = new Set(['min', 'in'])

/** `g/km`, `kg/m²`. */
function isQuotient(unit: string): boolean {
  const parts = unit.split('/')
  return parts.length === 2 && parts.every(isUnit)
}

/** `laenge_cm`, `running time min`; a name in one word has none. */
const ending = /^(?<rest>.*[^\s_.])[\s_.]+(?<unit>[^\s_.]{1,8})$/u

function lastWord(name: string): UnitInName | null {
  const { rest = '', unit = '' } = ending.exec(name)?.groups ?? {}
  if (rest === '') return null
  const code = unit.toUpperCase()
  if (commonCurrencies.has(code) && (unit === code || unit === unit.toLowerCase()))
    return found(rest, `currency:${code}`)
  const symbol = ofQuantity(rest, unit) ?? spelt.get(unit.toLowerCase())
  return symbol === undefined ? null : found(rest, `unit:${symbol}`)
}

function found(rest: string, format: string): UnitInName | null {
  const unit = format.slice(format.indexOf(':') + 1)
  // A unit that no number is written with stays in the name.
  if (format.startsWith('unit:') && unitText(unit) === '') return null
  const name = rest.replace(/[\s_.,:;-]+$/u, '')
  const words = wordsOf(name)
  // What is left of `total kg`, `price per kg` and `number of km` says nothing by itself.
  if (words.every((word) => small.has(word)) || joining.has(words.at(-1) ?? '')) return null
  // Of a price for each kilogram, kilograms are not the unit.
  if (words.some((word) => dividing.has(word)) && !format.startsWith('currency:')) return null
  return { name, format }
}

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

const small = list(`total totals sum net gross max min avg mean median average number count no of the driven per
  gesamt summe netto brutto anzahl mittel mittlere gefahrene maximal minimal`)
const joining =
  list(`per of in je pro von zu for by the and or und oder number anzahl sq square cubic cu thousand million
  billion mio mrd tsd`)
const dividing = list('per je pro')

/** Codes that are no words in small letters, as `all`, `try` and `cop` are. */
const commonCurrencies = list('USD EUR GBP CHF JPY CAD AUD CNY INR SEK NOK DKK PLN CZK')

/** Unambiguous symbols by their small letters, in names that have no others: `wind_kmh`, `druck_hpa`. */
const spelt: ReadonlyMap<string, string> = new Map([
  ...unambiguous(
    'mm cm km kg mg µg lbs lb kWh MWh GWh kHz MHz GHz Hz hPa kPa mbar ml mph ppm ppb kcal kJ dB km² m² m³ cm²',
  ),
  ...([
    ['kmh', 'km/h'],
    ['kph', 'km/h'],
    ['km2', 'km²'],
    ['m2', 'm²'],
    ['m3', 'm³'],
    ['sqm', 'm²'],
    ['celsius', '°C'],
    ['fahrenheit', '°F'],
    ['pounds', 'lb'],
    ['°c', '°C'],
    ['°f', '°F'],
  ] as const),
])

function unambiguous(symbols: string): (readonly [string, string])[] {
  return symbols.split(' ').flatMap((symbol) => (unitSymbols.includes(symbol) ? [[symbol.toLowerCase(), symbol]] : []))
}

/** What is measured, by the end of a word before the unit, and units that are too short or common to tell by themselves. */
const quantities: readonly {
  readonly words: RegExp
  readonly units: Readonly<Record<string, string>>
}[] = [
  {
    words:
      /(?:length|height|width|depth|distance|altitude|elevation|diameter|radius|h(?:ö|oe)he|l(?:ä|ae)nge|breite|tiefe|entfernung|strecke|durchmesser)$/u,
    units: { m: 'm', ft: 'ft', mi: 'mi', feet: 'feet', inches: 'inches', miles: 'miles', meters: 'm', metres: 'm' },
  },
  {
    words: /(?:weight|mass|gewicht|masse)$/u,
    units: { g: 'g', t: 't', oz: 'oz', tons: 'tons', tonnes: 'tonnes' },
  },
  {
    words: /(?:time|duration|runtime|delay|elapsed|latency|age|dauer|zeit|versp(?:ä|ae)tung|alter)$/u,
    units: {
      s: 's',
      ms: 'ms',
      sec: 's',
      secs: 's',
      seconds: 'seconds',
      min: 'min',
      mins: 'min',
      minutes: 'minutes',
      h: 'h',
      hr: 'h',
      hrs: 'h',
      hours: 'hours',
      days: 'days',
      weeks: 'weeks',
      months: 'months',
      years: 'years',
      yrs: 'years',
      sek: 's',
      std: 'h',
      tage: 'Tage',
      wochen: 'Wochen',
      monate: 'Monate',
      jahre: 'Jahre',
      stunden: 'Stunden',
      minuten: 'Minuten',
      sekunden: 'Sekunden',
    },
  },
  {
    words: /^(?:temp|temps|tmin|tmax|tavg|dewpoint|taupunkt)$|temperature?$/u,
    units: { c: '°C', f: '°F', k: 'K', degc: '°C', degf: '°F' },
  },
  { words: /(?:volume|volumen|displacement|hubraum)$/u, units: { l: 'l', cc: 'cc' } },
  { words: /(?:speed|velocity|wind|geschwindigkeit)$/u, units: { 'm/s': 'm/s', ms: 'm/s', knots: 'knots', kt: 'kt' } },
  { words: /(?:power|leistung|consumption)$/u, units: { w: 'W', kw: 'kW', mw: 'MW', hp: 'hp', ps: 'PS' } },
  { words: /(?:voltage|spannung)$/u, units: { v: 'V', kv: 'kV', mv: 'mV' } },
  { words: /(?:current|strom)$/u, units: { a: 'A', ma: 'mA' } },
]

/** The symbol of a unit that only the words before it make sure of; null where they do not. */
function ofQuantity(rest: string, unit: string): string | null {
  const words = wordsOf(rest)
  const small = unit.toLowerCase()
  const known = quantities.find((one) => Object.hasOwn(one.units, small) && words.some((word) => one.words.test(word)))
  return known?.units[small] ?? null
}
