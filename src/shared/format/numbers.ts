/** Numbers as a person reads them: three significant figures, thousands separators, words for large magnitudes. */
import { formatClock, formatLength } from './lengths.ts'
import { type NumberNotation, notationFor } from './notation.ts'

/** What a number is, so that its writing says so. */
export type NumberForm =
  /** A measured quantity: three significant figures, or as many as are asked for. */
  | { readonly kind: 'number'; readonly figures?: number }
  /** A value that stands in the data (an extreme, an outlier): in full up to six significant figures. */
  | { readonly kind: 'value' }
  /** Things counted: exact, always. */
  | { readonly kind: 'count' }
  /** A share between 0 and 1, written in percent. */
  | { readonly kind: 'percent' }
  /** A difference of two shares, in percentage points. */
  | { readonly kind: 'points' }
  /** An amount of money; `code` is ISO 4217. */
  | { readonly kind: 'currency'; readonly code: string; readonly figures?: number }
  /** A quantity with the unit its column gives it. */
  | { readonly kind: 'unit'; readonly unit: string; readonly figures?: number }
  /** A length of time in seconds. */
  | { readonly kind: 'length' }
  /** A time of day in seconds since midnight; `exact` to the second. */
  | { readonly kind: 'clock' }

export interface NumberOptions {
  /** Standard error of the number: digits finer than its leading digit are not shown. */
  readonly standardError?: number
  /** `words` (1.23 million) for prose, `letters` (1.23M) for axes and tables. */
  readonly magnitude?: 'words' | 'letters'
  /** `none` writes the size only, where the words around it say the direction. */
  readonly sign?: 'shown' | 'none'
  /** Whose signs and words; English without it. */
  readonly locale?: string
}

/** Shown where there is no number: null, NaN and infinities. */
export const noNumber = '–'

const significantFigures = 3
const valueFigures = 6
const minus = '−'

const magnitudes = [12, 9, 6] as const

const currencySymbols: Readonly<Record<string, string>> = {
  EUR: '€',
  USD: '$',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
  KRW: '₩',
  CHF: 'CHF ',
}

/** Writes `value` in its form. Never `-0`, `NaN` or `1e21`. The text rounds the value; `statedMatches` checks that. */
export function formatNumber(
  value: number | null,
  form: NumberForm = { kind: 'number' },
  options: NumberOptions = {},
): string {
  if (value === null || !Number.isFinite(value)) return noNumber
  const notation = notationFor(options.locale)
  switch (form.kind) {
    case 'count':
      return signed(value, options, (size) => grouped(size, 0, notation))
    case 'percent':
      return signed(value, options, (size) => notation.percent(percentDigits(size, options)))
    case 'points':
      return signed(value, options, (size) => notation.points(percentDigits(size, options)))
    case 'currency': {
      const symbol = currencySymbols[form.code] ?? `${form.code} `
      return signed(value, options, (size) =>
        notation.currency(symbol, quantity(size, form.figures ?? significantFigures, options)),
      )
    }
    case 'unit':
      return signed(
        value,
        options,
        (size) => `${quantity(size, form.figures ?? significantFigures, options)}${unitText(form.unit)}`,
      )
    case 'length':
      return signed(value, options, (size) => formatLength(size) ?? `${quantity(size, significantFigures, options)} s`)
    case 'clock':
      // A mean or a difference may lie outside the day.
      return value >= 0 && value <= secondsOfDay
        ? formatClock(value, options.magnitude === 'letters' || Number.isInteger(value))
        : formatNumber(value, { kind: 'length' }, options)
    case 'value':
      return signed(value, options, (size) => quantity(size, valueFigures, options))
    case 'number':
      return signed(value, options, (size) => quantity(size, form.figures ?? significantFigures, options))
  }
}

/** The form in which values of a column are written, from the column's `format`. */
export function formOfColumn(format: string | null): NumberForm {
  if (format?.startsWith('currency:')) return { kind: 'currency', code: format.slice('currency:'.length) }
  if (format === 'percent') return { kind: 'percent' }
  if (format?.startsWith('unit:')) return { kind: 'unit', unit: format.slice('unit:'.length) }
  if (format === 'duration:seconds') return { kind: 'length' }
  if (format === 'clock:seconds') return { kind: 'clock' }
  return { kind: 'number' }
}

/** Digits that the difference of two values keeps when both are rounded: 1,009.6 and 1,022.3 are 1,010 and 1,022, not 1,010 and 1,020. */
const figuresOfDifference = 2

/**
 * The form with as many figures as tell these values apart: what lies between the least and the greatest is written to
 * two figures. Three at least, six at most; forms that have no figures of their own stay as they are.
 */
export function tellingApart(form: NumberForm, values: readonly (number | null)[]): NumberForm {
  if (form.kind !== 'number' && form.kind !== 'currency' && form.kind !== 'unit') return form
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value))
  const [least, greatest] = [Math.min(...known), Math.max(...known)]
  const largest = Math.max(Math.abs(least), Math.abs(greatest))
  if (known.length < 2 || least === greatest) return form
  const wanted = exponentOf(largest) - exponentOf(greatest - least) + figuresOfDifference
  const figures = Math.min(valueFigures, Math.max(significantFigures, wanted))
  return figures === significantFigures ? form : { ...form, figures }
}

/** The form of a difference of two values of that form: a difference of percentages is in points. */
export function formOfDifference(form: NumberForm): NumberForm {
  if (form.kind === 'clock') return { kind: 'length' }
  return form.kind === 'percent' ? { kind: 'points' } : form
}

const secondsOfDay = 86_400

/** A unit that would be read as a part of the number's own notation is left to the column's name. */
export function unitText(unit: string): string {
  if (/^(?:%|points?|percent|million|billion|trillion|[TBMk]$)/iu.test(unit)) return ''
  return /^[°′″'"]$/u.test(unit) ? unit : ` ${unit}`
}

/** Writes the size with its sign; what rounds to zero has none. */
function signed(value: number, options: NumberOptions, write: (size: number) => string): string {
  const text = write(Math.abs(value))
  return value < 0 && options.sign !== 'none' && /[1-9]/.test(text) ? `${minus}${text}` : text
}

function quantity(size: number, figures: number, options: NumberOptions): string {
  if (size === 0) return '0'
  const notation = notationFor(options.locale)
  const words = options.magnitude !== 'letters'
  // 999,999 rounds to 1,000,000, which is a million already.
  const rounded = Number(size.toPrecision(figures))
  // A whole number that stands in the data is not rounded as long as it can be read at a glance.
  if (figures === valueFigures && words && Number.isInteger(size) && size < 1e7) return grouped(size, 0, notation)
  if (rounded >= 1e15 || rounded < 1e-4) return scientific(rounded, figures, notation)
  const exponent = magnitudes.find((one) => rounded >= 10 ** one)
  if (exponent !== undefined) {
    const scale = 10 ** exponent
    const amount = grouped(size / scale, decimalsFor(rounded / scale, figures, errorIn(scale, options)), notation)
    return `${amount}${words ? notation.magnitudeWord(exponent, amount) : notation.magnitudeSign(exponent)}`
  }
  if (!words && rounded >= 10_000 && notation.thousandSign !== null) {
    const decimals = decimalsFor(rounded / 1000, figures, errorIn(1000, options))
    return `${grouped(size / 1000, decimals, notation)}${notation.thousandSign}`
  }
  return grouped(size, decimalsFor(rounded, figures, errorIn(1, options)), notation)
}

/** The standard error in units of `scale`; NaN where there is none. */
function errorIn(scale: number, { standardError = Number.NaN }: NumberOptions): number {
  return standardError / scale
}

/** Decimal places (negative: tens, hundreds) that leave `figures` significant ones, no finer than the standard error. */
function decimalsFor(size: number, figures: number, standardError: number): number {
  const wanted = figures - 1 - exponentOf(size)
  if (!(standardError > 0 && standardError < Number.POSITIVE_INFINITY)) return wanted
  // At least the leading digit of the value itself stays.
  return Math.max(Math.min(wanted, -exponentOf(standardError)), -exponentOf(size))
}

function exponentOf(size: number): number {
  return Number(size.toExponential().split('e')[1])
}

/** Rounds to `decimals` places and groups thousands; trailing zeros of a fraction go. */
function grouped(size: number, decimals: number, notation: NumberNotation): string {
  const places = Math.max(0, Math.min(20, decimals))
  const rounded = decimals < 0 ? Math.round(size / 10 ** -decimals) * 10 ** -decimals : size
  const [whole = '0', fraction = ''] = plainDecimal(rounded, places).split('.')
  const trimmed = fraction.replace(/0+$/, '')
  const separated = whole.replace(/\B(?=(\d{3})+(?!\d))/g, notation.group)
  return trimmed === '' ? separated : `${separated}${notation.decimal}${trimmed}`
}

/** `toFixed` without the exponent it falls into from 1e21. */
function plainDecimal(value: number, places: number): string {
  return value >= 1e21 ? BigInt(Math.round(value)).toString() : value.toFixed(places)
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function scientific(size: number, figures: number, notation: NumberNotation): string {
  const [mantissa = '0', exponent = '0'] = size.toExponential(figures - 1).split('e')
  const power = Number(exponent)
  const raised = [...String(Math.abs(power))].map((digit) => superscripts[Number(digit)]).join('')
  return `${String(Number(mantissa)).replace('.', notation.decimal)} × 10${power < 0 ? '⁻' : ''}${raised}`
}

/** Percent to three figures but at most one decimal above 1 % and never a false 0 % or 100 %. */
function percentDigits(share: number, options: NumberOptions): string {
  const percent = share * 100
  if (percent === 0) return '0'
  const notation = notationFor(options.locale)
  const rounded = Number(percent.toPrecision(significantFigures))
  if (rounded < 1e-4) return scientific(percent, significantFigures, notation)
  const wanted = decimalsFor(rounded, percent < 1 ? 2 : significantFigures, errorIn(0.01, options))
  // 99.97 % is not 100 %: digits are added until the text no longer claims the whole.
  let decimals = percent < 1 ? wanted : Math.min(1, wanted)
  while (percent < 100 && decimals < 6 && Number(percent.toFixed(Math.max(0, decimals))) >= 100) decimals++
  return grouped(percent, decimals, notation)
}
