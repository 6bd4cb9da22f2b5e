/** Gaps that are no accident: where they are, or what is different there. */
import type { TextsTag } from '../../../../shared/texts/texts.ts'
import { columnPhrase } from '../../words/categories.ts'
import type { Phrase } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

/** From this part of all gaps on, they are mostly there. */
const mostly = 0.5

const percent = { kind: 'percent' } as const

function columnsIn(list: string, language: TextsTag): Phrase[] {
  const names: unknown = JSON.parse(list)
  return Array.isArray(names) ? names.map((name) => columnPhrase(String(name), language)) : []
}

export const sayMissingPattern: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const both = { column: voice.column('column'), other: voice.column('other') }
  const all = voice.rows('n')
  // The same words for every column: they are read once.
  const support = [said.support]
  switch (voice.text('form')) {
    case 'category': {
      const head = {
        ...both,
        mostly: (voice.raw('part_missing') ?? 0) >= mostly * (voice.raw('missing') ?? 1),
        category: voice.category('category'),
      }
      return {
        headline: said.category.headline(head),
        claim: said.category.claim({
          ...head,
          share: voice.number('part_share', percent),
          rows: voice.rows('part_rows'),
          rest: voice.number('rest_share', percent),
          all,
        }),
        support,
      }
    }
    case 'same': {
      const list = voice.listed(columnsIn(voice.text('all'), voice.language))
      return {
        headline: said.same.headline({ list }),
        claim: said.same.claim({
          list,
          every: voice.raw('part_missing') === voice.raw('missing'),
          together: voice.number('part_missing', { kind: 'count' }),
          any: voice.number('missing', { kind: 'count' }),
          all,
        }),
        support,
      }
    }
    case 'together':
      return {
        headline: said.together.headline(both),
        claim: said.together.claim({
          ...both,
          missing: voice.number('part_missing', { kind: 'count' }),
          rows: voice.rows('part_rows'),
          rest: voice.number('rest_share', percent),
          all,
        }),
        support,
      }
    default: {
      const form = voice.form('other')
      const head = { ...both, higher: voice.draft.direction === 'higher' }
      return {
        headline: said.mean.headline(head),
        claim: said.mean.claim({
          ...head,
          mean: voice.number('gap_mean', form),
          rows: voice.rows('missing'),
          rest: voice.number('rest_mean', form),
          all,
        }),
        support,
      }
    }
  }
}
