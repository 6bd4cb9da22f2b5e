/** What to know about the data itself: gaps, repeats, columns that say nothing or only name the row. */
import { formatNumber } from '../../../shared/format/numbers.ts'
import { named, say } from '../phrase.ts'
import type { Say } from './sentence.ts'

export const sayMissing: Say<'missing'> = (voice) => {
  const column = voice.column('column')
  const lack = voice.raw('missing') === 1 ? 'lacks' : 'lack'
  const counts = say`${voice.number('missing', { kind: 'count' })} of ${voice.counted('n', 'row')}`
  const share = (voice.raw('n') ?? 0) < 30 ? say`` : say` (${voice.number('share', { kind: 'percent' })})`
  return {
    headline: say`some rows lack a value for ${column}`,
    claim: say`${counts}${share} ${lack} a value for ${column}`,
    support: [],
  }
}

export const sayDuplicates: Say<'duplicates'> = (voice) => {
  const repeat = voice.raw('duplicates') === 1 ? 'repeats' : 'repeat'
  const counts = say`${voice.number('duplicates', { kind: 'count' })} of ${voice.counted('n', 'row')}`
  const share = (voice.raw('n') ?? 0) < 30 ? say`` : say` (${voice.number('share', { kind: 'percent' })})`
  return {
    headline: say`some rows are repeated in full`,
    claim: say`${counts}${share} ${repeat} an earlier row in every column`,
    support: [say`they are counted as they stand; if they are copies, totals and counts are too high by them`],
  }
}

export const sayConstant: Say<'constant'> = (voice) => {
  const column = voice.column('column')
  const all = voice.raw('top_count') === voice.raw('n')
  const rows = all
    ? say`all ${voice.counted('n', 'row')} that have a value`
    : say`${voice.number('top_count', { kind: 'count' })} of ${voice.counted('n', 'row')} (${voice.number('share', { kind: 'percent' })})`
  return {
    headline: say`${column} is ${all ? 'always' : 'nearly always'} ${voice.category('value')}`,
    claim: say`${column} is ${voice.category('value')} in ${rows}, so it ${all ? 'does not tell' : 'hardly tells'} the rows apart`,
    support: [],
  }
}

export const sayIdentifier: Say<'identifier'> = (voice) => {
  const column = voice.column('column')
  return {
    headline: say`${column} names the rows`,
    claim: say`${column} has ${voice.counted('distinct', 'different value')} in ${voice.counted('n', 'row')}, so it is read as a name for the row and neither summed nor compared`,
    support: [],
  }
}

export const saySentinel: Say<'sentinel'> = (voice) => {
  const column = voice.column('column')
  const code = named(formatNumber(Number(voice.text('code')), { kind: 'value' }))
  const counts = say`${voice.number('count', { kind: 'count' })} of ${voice.counted('n', 'value')}`
  return {
    headline: say`${column} holds a value that looks like a code for “missing”`,
    claim: say`${counts} of ${column} are ${code}, far from the next, ${voice.number('nearest', { kind: 'value' })}: probably a code for “missing”`,
    support: [say`such values are counted as they stand, so they distort averages and relationships of their column`],
  }
}

export const sayTimeGaps: Say<'time_gaps'> = (voice) => {
  const longest = voice.counted('longest', voice.grain)
  const from = voice.period(voice.detail('from'))
  const to = voice.period(voice.detail('to'))
  const all =
    voice.raw('missing') === voice.raw('longest')
      ? say``
      : say`; ${voice.counted('missing', voice.grain)} of ${voice.number('periods', { kind: 'count' })} have none in all`
  return {
    headline: say`rows are missing from ${from} on`,
    claim: say`there are no rows for ${longest} in a row, from ${from} to ${to}${all} (${voice.counted('n', 'row')} otherwise)`,
    support: [],
  }
}
