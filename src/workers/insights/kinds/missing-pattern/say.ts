/** Gaps that are no accident: where they are, or what is different there. */
import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

/** From this part of all gaps on, they are mostly there. */
const mostly = 0.5

export const sayMissingPattern: Say<typeof names> = (voice) => {
  const [column, other] = [voice.column('column'), voice.column('other')]
  const share = { kind: 'percent' } as const
  const all = voice.counted('n', 'row')
  const support = [say`what is said of ${column} is then said of other rows than those that lack it`]
  switch (voice.text('form')) {
    case 'category': {
      const where = say`where ${other} is ${voice.category('category')}`
      const many = (voice.raw('part_missing') ?? 0) >= mostly * (voice.raw('missing') ?? 1) ? 'mostly' : 'more often'
      return {
        headline: say`${column} is missing ${many} ${where}`,
        claim: say`${column} is missing ${many} ${where}: in ${voice.number('part_share', share)} of ${voice.counted('part_rows', 'row')}, against ${voice.number('rest_share', share)} of all others (${all})`,
        support,
      }
    }
    case 'together':
      return {
        headline: say`${column} and ${other} are often missing together`,
        claim: say`${column} and ${other} are often missing together: ${column} lacks in ${voice.number('part_missing', { kind: 'count' })} of ${voice.counted('part_rows', 'row')} without ${other}, and in ${voice.number('rest_share', share)} of all others (${all})`,
        support,
      }
    default: {
      const form = voice.form('other')
      const more = voice.draft.direction === 'higher' ? 'higher' : 'lower'
      return {
        headline: say`${column} is missing where ${other} is ${more}`,
        claim: say`where ${column} is missing, ${other} is ${more}: ${voice.number('gap_mean', form)} on average in ${voice.counted('missing', 'row')}, against ${voice.number('rest_mean', form)} where it is there (${all})`,
        support,
      }
    }
  }
}
