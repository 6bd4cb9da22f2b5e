/** Parts of English messages that stand in many of them. */

/** The noun of a period's length. */
export const theGrain =
  '{grain, select, year {year} half_year {half-year} quarter {quarter} month {month} week {week} day {day} hour {hour} minute {minute} other {second}}'

/** Several such periods. */
export const theGrains =
  '{grain, select, year {years} half_year {half-years} quarter {quarters} month {months} week {weeks} day {days} hour {hours} minute {minutes} other {seconds}}'

/** `n` values. */
export const values = '{n, plural, one {# value} other {# values}}'

export const isOrMayBe = '{strength, select, plain {is} tends {tends to be} other {may be}}'

export const roseOrFell = '{up, select, true {rose} other {fell}}'

export const riseOrFall = '{up, select, true {rise} other {fall}}'

/** The same as firmly as it is known. */
export const mayHaveRisen = `{up, select,
  true {{strength, select, plain {rose} tends {tended to rise} other {may have risen}}}
  other {{strength, select, plain {fell} tends {tended to fall} other {may have fallen}}}}`

/** A verb that agrees with what an argument names: one thing (price), or several (votes). */
export function agreeing<const Name extends string, const One extends string, const Many extends string>(
  name: Name,
  one: One,
  many: Many,
) {
  return `{${name}, plural, one {${one}} other {${many}}}` as const
}

/** What it is compared by, but in a headline of a category whose name says enough: `Coffee has the highest sales`. */
export const byDimension = '{isPlain, select, true {} other {by {dimension}, }}'
