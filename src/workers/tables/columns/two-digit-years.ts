/** Which century years of two digits are of, decided for a whole column. */

/** Names under which nobody is of the future. */
const birthName =
  /(?:^|[^a-z])(?:dob|born|birth|birthday|birthdate|geb|geburt\p{L}*|geboren|naissance|n[ée]e?|nacimiento|nascita|nascimento|geboorte\p{L}*|urodzen\p{L}*)(?:$|[^a-z])|birth|geburt|рожд|生年|出生|誕生/iu
/** Dates are seldom planned further ahead than a mortgage runs. */
const mostYearsAhead = 40
/** Where a later reading is as likely, dates lie no further ahead than this. */
const usualYearsAhead = 10

/**
 * The last two digits that lie in this century. `years`: the digits of the column's dates. For a birth, no year is
 * later than `thisYear`; else the reading whose dates lie closest together, the latest that does not run far ahead.
 */
export function pivotOf(years: readonly number[], name: string, thisYear: number): number {
  const now = thisYear % 100
  if (birthName.test(name.replaceAll('_', ' '))) return now
  const different = [...new Set(years)].sort((a, b) => a - b)
  const spanAt = (pivot: number): number => {
    const full = different.map((year) => (year <= pivot ? year + 100 : year))
    return Math.max(...full) - Math.min(...full)
  }
  const usual = now + usualYearsAhead
  let best = usual
  for (const pivot of different) {
    if (pivot > now + mostYearsAhead) break
    // A reading must be clearly closer to be preferred to the usual one.
    if (spanAt(pivot) < spanAt(best) - 10) best = pivot
  }
  return Math.min(99, best)
}
