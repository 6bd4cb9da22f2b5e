/** How numbers are written by their print format: SPSS counts times in seconds since the Gregorian calendar began. */
import { numberText } from '../labelled/labelled-file.ts'
import { dayText, momentText, spanText } from '../time-texts.ts'

/** Midnight of 14 October 1582, in seconds before 1970. */
const epochSeconds = 12_219_379_200

const milliseconds = (value: number): number => (value - epochSeconds) * 1000
const month = (value: number): string => dayText(milliseconds(value)).slice(0, 7)

function quarter(value: number): string {
  const day = dayText(milliseconds(value))
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** Values 1 to `count`, each by a name that `Intl` has. */
function named(count: number, nameOf: (value: number) => string): (value: number) => string {
  return (value) => (Number.isInteger(value) && value >= 1 && value <= count ? nameOf(value) : numberText(value))
}

const days = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })
const months = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** By the number of the type, as the guide has them. Those not listed write a number. */
const writers: Readonly<Record<number, (value: number) => string>> = {
  // DOLLAR
  4: (value) => (value < 0 ? `-$${numberText(-value)}` : `$${numberText(value)}`),
  // DATE, ADATE, JDATE, EDATE, SDATE
  20: (value) => dayText(milliseconds(value)),
  23: (value) => dayText(milliseconds(value)),
  24: (value) => dayText(milliseconds(value)),
  38: (value) => dayText(milliseconds(value)),
  39: (value) => dayText(milliseconds(value)),
  // DATETIME, YMDHMS
  22: (value) => momentText(milliseconds(value)),
  41: (value) => momentText(milliseconds(value)),
  // TIME, DTIME, MTIME
  21: spanText,
  25: spanText,
  40: spanText,
  // WKDAY, from Sunday (1 January 2023 was one); MONTH
  26: named(7, (value) => days.format(Date.UTC(2023, 0, value))),
  27: named(12, (value) => months.format(Date.UTC(2023, value - 1, 1))),
  // MOYR, QYR; WKYR counts weeks from 1 January, so that its first day says more
  28: month,
  29: quarter,
  30: (value) => dayText(milliseconds(value)),
  // PCT
  31: (value) => `${numberText(value)}%`,
}

export function numberTextOf(format: number): (value: number) => string {
  return writers[format] ?? numberText
}
