/** Sizes, spans of time and moments, as the interface writes them. Pure: the present is passed in. */
import { currentTexts } from '../stores/language.ts'

const units = ['kB', 'MB', 'GB', 'TB'] as const

/** `0 bytes`, `840 bytes`, `12.4 kB`, `141 MB`: decimal units, three figures. */
export function formatBytes(bytes: number): string {
  const texts = currentTexts()
  if (bytes < 1000) return texts.amounts.bytes({ bytes })
  let size = bytes
  let unit: string = 'bytes'
  for (const next of units) {
    if (size < 999.5) break
    size /= 1000
    unit = next
  }
  const digits = size < 9.995 ? 2 : size < 99.95 ? 1 : 0
  return texts.amounts.bytesIn({ size: decimal(size, digits), unit })
}

/** Time a stage took or has taken: `0.4 s`, `12 s`, `3 min 05 s`, `1 h 12 min`. */
export function formatElapsed(elapsedMs: number): string {
  const texts = currentTexts()
  const seconds = Math.max(0, elapsedMs) / 1000
  if (seconds < 9.95) return texts.amounts.seconds({ seconds: decimal(seconds, 1) })
  const whole = Math.round(seconds)
  if (whole < 60) return texts.amounts.seconds({ seconds: whole })
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return texts.amounts.minutes({ minutes, seconds: String(whole % 60).padStart(2, '0') })
  return texts.amounts.hours({ hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') })
}

/** Whole seconds until something, counted down: `8 s`, `1 min 05 s`. */
export function formatCountdown(seconds: number): string {
  const texts = currentTexts()
  const whole = Math.max(0, Math.ceil(seconds))
  return whole < 10 ? texts.amounts.seconds({ seconds: whole }) : formatElapsed(whole * 1000)
}

/** Time left, no finer than it can be known: `a few seconds left`, `about 40 s left`, `about 3 min left`. */
export function formatTimeLeft(seconds: number): string {
  const texts = currentTexts()
  if (seconds < 5) return texts.amounts.aFewSecondsLeft
  if (seconds < 57.5) return texts.amounts.secondsLeft({ seconds: Math.max(5, Math.round(seconds / 5) * 5) })
  if (seconds < 3570) return texts.amounts.minutesLeft({ minutes: Math.max(1, Math.round(seconds / 60)) })
  return texts.amounts.hoursLeft({ hours: Number((seconds / 3600).toFixed(1)) })
}

/** A past moment as told today: `just now`, `5 min ago`, `today, 14:05`, `yesterday, 09:12`, `3 March`, `3 March 2024`. */
export function formatMoment(iso: string, now: Date): string {
  const texts = currentTexts()
  const then = new Date(iso)
  if (Number.isNaN(then.getTime())) return iso
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000)
  if (minutes >= 0 && minutes < 1) return texts.amounts.justNow
  if (minutes >= 0 && minutes < 60) return texts.amounts.minutesAgo({ minutes })
  const clock = `${String(then.getHours()).padStart(2, '0')}:${String(then.getMinutes()).padStart(2, '0')}`
  const days = Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000)
  if (days === 0) return texts.amounts.today({ clock })
  if (days === 1) return texts.amounts.yesterday({ clock })
  const year = then.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return then.toLocaleDateString(texts.locale, { day: 'numeric', month: 'long', ...year })
}

function decimal(value: number, digits: number): string {
  const texts = currentTexts()
  return value.toLocaleString(texts.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  })
}

function decimalSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.'
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** A whole number with thousands separators. */
export function formatCount(count: number): string {
  const texts = currentTexts()
  return count.toLocaleString(texts.locale)
}

/** With exactly so many digits after the decimal sign. */
export function formatDecimals(value: number, digits: number): string {
  const { locale } = currentTexts()
  return value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** A value at the precision it is stored in, for the evidence: every digit, grouped, nothing rounded. */
export function formatExact(value: number): string {
  const texts = currentTexts()
  const text = String(value)
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text)
  if (match === null) return text
  const [, sign = '', whole = '', fraction = ''] = match
  return `${sign === '-' ? '−' : ''}${BigInt(whole).toLocaleString(texts.locale)}${fraction.replace('.', decimalSign(texts.locale))}`
}
