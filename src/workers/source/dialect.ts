/**
 * What engines write in different ways. Every method gives a piece of SQL, of pieces of SQL; all else that the analysis
 * asks is standard SQL (ISO 9075), `FILTER (WHERE ...)`, window functions and common table expressions included.
 */
import type { CalendarPart } from '../../shared/format/calendar-names.ts'
import type { Retyping } from '../../shared/story/table.ts'

export interface Dialect {
  /** The name of a column or a table, whatever characters it holds. */
  identifier(name: string): string
  /** A text as a literal. */
  text(value: string): string

  /** A value as a number in double precision. */
  double(value: string): string
  /** A value as a person would read it. */
  asText(value: string): string
  /** The value of a column read as another type; NULL where it cannot be read so. */
  readAs(retyping: Retyping): string
  /** A text as a number, with a decimal point; NULL where it is none. */
  numberIn(text: string): string
  /** 1 where a condition holds, 0 where it does not, NULL where that is unknown. */
  indicator(condition: string): string
  /** Whether a number in double precision is neither infinite nor NaN. */
  isFinite(value: string): string
  /** A number to so many decimals. */
  rounded(value: string, decimals: number): string
  /** The first digit of a number other than 0 that is not 0. */
  leadingDigit(value: string): string
  /** One number divided by another, in double precision also of whole numbers. */
  ratio(dividend: string, divisor: string): string
  /** A place among at most 2³² rows, from 0, in as few bytes as hold it. */
  rowPlace(value: string): string
  /** The whole number nearest to a number, without a sign, by its last digit. */
  lastDigit(value: string): string

  /** Whether a text holds another. */
  contains(text: string, part: string): string
  /** The place of a text in a list, from 1; NULL where it is not in it. */
  positionIn(texts: readonly string[], text: string): string
  /** Hexadecimal digits that follow from texts alone, each as likely as every other. */
  digest(texts: readonly string[]): string
  /** One value for the values of a row: the same for the same, different for nearly all others. */
  rowHash(values: readonly string[]): string

  /** The start of the calendar period in which a date or a moment lies. */
  truncate(grain: CalendarGrain, time: string): string
  /** Which month, quarter, weekday (Monday is 1) or hour a date or a moment falls on, as a whole number. */
  calendarPart(part: CalendarPart, time: string): string
  /** `2020-03-31`. */
  dayText(time: string): string
  /** `2020-03-31T14:05:00`. */
  momentText(time: string): string

  /** Aggregates; each may be followed by `FILTER (WHERE ...)`. */
  countIf(condition: string): string
  /** A sum, compensated where the engine can: the order of the rows moves no digit that is told. */
  sum(value: string): string
  mean(value: string): string
  median(value: string): string
  /** A quantile that lies between values (type 7), of numbers in double precision. */
  quantile(value: string, fraction: number): string
  /** Several quantiles at once: an array, its elements counted from 1. */
  quantiles(value: string, fractions: readonly number[]): string
  /** The adjusted Fisher–Pearson coefficient of skewness. */
  skewness(value: string): string
  /** `value` of the row in which `order` is least, or greatest. */
  valueAtLeast(value: string, order: string): string
  valueAtMost(value: string, order: string): string

  /** A relation with one row for each row and each of `values`: its place in the list (`place`), and it (`own`). */
  stacked(relation: string, values: readonly string[]): string
  /** A relation with the rows that `filter` keeps and, as `name`, how far `value` lies from the median of its group. */
  distancesFromMedian(from: DistancesFromMedian): string
}

export type CalendarGrain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

export interface DistancesFromMedian {
  readonly relation: string
  readonly filter: string
  readonly value: string
  readonly group: string
  readonly name: string
}
