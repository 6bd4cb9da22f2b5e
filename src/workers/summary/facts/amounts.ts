/** Amounts as they are written: money, percentages, quantities with a unit, large numbers in words. */
import { type FoundAmount, findMoney } from './money.ts'
import { numberSource, readWrittenNumber } from './written-number.ts'

const scales: readonly (readonly [words: string, factor: number])[] = [
  ['trillion|trillions|Billionen|billones|bilhões|trn', 1e12],
  ['billion|billions|bn|Milliarden?|Mrd|milliards?|miliardi|miliardo|mil millones|miljard', 1e9],
  ['million|millions|mn|mln|Millionen|Mio|millones|millón|milioni|milione|milhões|milhão|miljoen', 1e6],
  ['thousand|Tausend|Tsd|mille|mil|mila|duizend', 1e3],
]

const units =
  'km/h|kWh|MWh|GWh|TWh|km²|km2|m²|m2|m³|m3|cm²|mm²|kW|MW|GW|kHz|MHz|GHz|Hz|km|cm|mm|µm|μm|nm|kg|mg|µg|μg|ml|mL|cl|dl|hl|ha|kB|KB|MB|GB|TB|PB|KiB|MiB|GiB|Mbit/s|Gbit/s|Mbps|Gbps|ms|°C|°F|dB|kV|mV|mA|kPa|hPa|MPa|bar|ppm|ppb|px|pt|mph|lbs?|miles?|inch(?:es)?|feet|foot|acres?|gallons?|tonnes?|tons?|Tonnen|litres?|liters?|Liter|met(?:re|er)s?|Meter|kilomet(?:re|er)s?|Kilometer|hectares?|Hektar|hours?|minutes?|seconds?|days?|weeks?|months?|years?|Stunden?|Minuten?|Sekunden?|Tagen?|Wochen?|Monaten?|Jahren?|heures?|jours?|semaines?|mois|ans|années|horas?|días|semanas?|meses|años|ore|giorni|settimane|mesi|anni|dias|anos|uur|dagen|weken|maanden|jaar'

const number = `(?<number>${numberSource})`
const signed = `(?<![\\p{L}\\p{N}.,/:_-])(?<minus>[-−](?=\\S))?`
const after = '(?![\\p{L}\\p{N}])'

interface Reader {
  readonly pattern: RegExp
  readonly unit: (groups: Readonly<Record<string, string | undefined>>) => string
}

const readers: readonly Reader[] = [
  {
    pattern: expression(
      `${signed}${number}\\s?(?:%|per\\s?cent${after}|percent${after}|Prozent${after}|pour\\s+cent${after}|por\\s+ciento${after}|per\\s+cento${after}|por\\s+cento${after}|procent${after})`,
    ),
    unit: () => '%',
  },
  {
    pattern: expression(
      `${signed}${number}\\s?(?<scale>${scales.map(([words]) => words).join('|')})\\b\\.?(?:\\s(?<unit>\\p{L}{3,})${after})?`,
    ),
    unit: (of) => of.unit ?? '',
  },
  { pattern: expression(`${signed}${number}[\\s-]?(?<unit>${units})${after}`), unit: (of) => of.unit ?? '' },
]

function expression(source: string): RegExp {
  return new RegExp(source, 'gu')
}

/**
 * In order of place, none within another. `counts`: whether a word may be what a scaled number counts (3 million people);
 * articles, prepositions and the like are not.
 */
export function findAmounts(text: string, decimalComma: boolean, counts: (word: string) => boolean): FoundAmount[] {
  const found: FoundAmount[] = findMoney(text, decimalComma)
  for (const { pattern, unit } of readers) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {}
      const start = match.index
      const named = groups.unit !== undefined && groups.scale !== undefined && !counts(groups.unit)
      const whole = named ? match[0].slice(0, match[0].length - (groups.unit?.length ?? 0)).trimEnd() : match[0]
      const end = start + whole.length
      if (found.some((other) => start < other.end && end > other.start)) continue
      const size = readWrittenNumber(groups.number ?? '', decimalComma)
      if (size === null) continue
      const factor =
        scales.find(([words]) => groups.scale !== undefined && words.split('|').includes(groups.scale))?.[1] ?? 1
      // Multiplying by a power of ten leaves a tail of digits that nobody wrote.
      const value = factor === 1 ? size : Number((size * factor).toPrecision(15))
      found.push({ start, end, value: groups.minus === undefined ? value : -value, unit: named ? '' : unit(groups) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
