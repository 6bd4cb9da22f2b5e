/** How numbers are written by their display format: Stata counts times from 1 January 1960, in the unit the format names. */
import { numberText } from '../labelled/labelled-file.ts'
import { dayText, momentText } from '../time-texts.ts'

const epochMs = Date.UTC(1960, 0, 1)
const dayMs = 86_400_000

/** Ends of the days to which a second was added (IERS, Bulletin C). */
const leapSeconds = `1972-06-30 1972-12-31 1973-12-31 1974-12-31 1975-12-31 1976-12-31 1977-12-31 1978-12-31 1979-12-31
  1981-06-30 1982-06-30 1983-06-30 1985-06-30 1987-12-31 1989-12-31 1990-12-31 1992-06-30 1993-06-30 1994-06-30
  1995-12-31 1997-06-30 1998-12-31 2005-12-31 2008-12-31 2012-06-30 2015-06-30 2016-12-31`
  .split(/\s+/u)
  .map((day) => Date.parse(day) + dayMs - epochMs)

/** Of a time that counts them, what it is without. */
function withoutLeapSeconds(value: number): number {
  const added = leapSeconds.filter((ends, index) => value >= ends + 1000 * (index + 1)).length
  return value - 1000 * added
}

/** First day of a part of a year, of which there are `parts`, counted from the first of 1960. */
function beginOf(value: number, parts: number): { year: number; part: number } {
  return { year: 1960 + Math.floor(value / parts), part: ((value % parts) + parts) % parts }
}

const whole =
  (text: (value: number) => string) =>
  (value: number): string =>
    Number.isInteger(value) ? text(value) : numberText(value)

const writers: Readonly<Record<string, (value: number) => string>> = {
  c: (value) => momentText(epochMs + value),
  C: (value) => momentText(epochMs + withoutLeapSeconds(value)),
  d: whole((value) => dayText(epochMs + value * dayMs)),
  // A year has 52, the last of eight or nine days: its first day says what no notation of weeks does.
  w: whole((value) => {
    const { year, part } = beginOf(value, 52)
    return dayText(Date.UTC(year, 0, 1 + 7 * part))
  }),
  m: whole((value) => {
    const { year, part } = beginOf(value, 12)
    return `${year}-${String(part + 1).padStart(2, '0')}`
  }),
  q: whole((value) => {
    const { year, part } = beginOf(value, 4)
    return `${year}-Q${part + 1}`
  }),
  h: whole((value) => {
    const { year, part } = beginOf(value, 2)
    return `${year}-H${part + 1}`
  }),
}

/** `%td`, `%-tcCCYY`, `%d` (the old writing for days); years (`%ty`) and all others write a number. */
export function numberTextOf(format: string): (value: number) => string {
  const unit = /^%-?t([cCdwmqh])/u.exec(format)?.[1] ?? (/^%-?d/u.test(format) ? 'd' : '')
  return writers[unit] ?? numberText
}
