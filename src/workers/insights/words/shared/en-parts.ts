/** Parts of English messages that stand in many of them. */

/** The noun of a period's length. */
export const theGrain =
  '{grain, select, year {year} half_year {half-year} quarter {quarter} month {month} week {week} day {day} hour {hour} minute {minute} other {second}}'
