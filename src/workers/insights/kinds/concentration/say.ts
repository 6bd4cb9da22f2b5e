/** A few of many categories hold much of the whole. */
import { behind } from '../../words/bases.ts'
import { inBrackets, nothing } from '../../words/phrase.ts'
import { totalOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayConcentration: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const dimension = voice.column('dimension')
  const counts = voice.detail('measure') === null
  const largest = (['best', 'runner_up', 'third'] as const).slice(0, voice.raw('top_groups') ?? 0)
  const all = (voice.raw('top_groups') ?? 0) <= 3 && largest.every((name) => voice.detail(name) !== null)
  const names = voice.listed(largest.map((name) => voice.category(name)))
  return {
    headline: said.headline[counts ? 'ofRows' : 'ofMeasure']({
      dimension,
      what: counts ? voice.theRows : voice.column('measure'),
    }),
    claim: voice.oneOf('claim', said.claim, {
      dimension,
      counts,
      when: voice.detail('period') === null ? nothing : said.when({ when: voice.when(voice.detail('period')) }),
      groups: voice.count('groups'),
      top: voice.count('top_groups'),
      largest: all ? inBrackets(names) : nothing,
      named: all ? said.named({ largest: names }) : nothing,
      share: voice.number('top_share', { kind: 'percent' }),
      whole: counts ? voice.theRows : totalOf(voice),
      rows: behind(voice.rows('n')),
    }),
    support: [said.support({ best: voice.category('best'), gini: voice.number('gini') })],
  }
}
