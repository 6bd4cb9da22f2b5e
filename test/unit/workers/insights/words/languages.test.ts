/** No kind of statement has a word that its books do not: told in the pseudo-language, only data is in plain letters. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../../src/shared/story/insight.ts'
import { pseudoLanguage } from '../../../../../src/shared/texts/pseudo.ts'
import { kinds } from '../../../../../src/workers/insights/kinds/index.ts'
import { wordingOf } from '../../../../../src/workers/insights/wording-of.ts'
import { type Caveat, caveatText } from '../../../../../src/workers/insights/words/caveats.ts'
import { chooserFor } from '../../../../../src/workers/insights/words/paraphrase.ts'
import type { Phrase } from '../../../../../src/workers/insights/words/phrase.ts'
import { everyDraft, salesTable } from '../../../../support/stories/drafts.ts'

/** What is left of a phrase without its names and numbers. */
function ownWords({ text, names, numbers }: Phrase): string {
  const data = [...names, ...numbers.map(({ start, text: { length } }) => ({ start, end: start + length }))]
  return [...text.split('').entries()]
    .filter(([at]) => !data.some(({ start, end }) => start <= at && at < end))
    .map(([, character]) => character)
    .join('')
}

function phrasesOf(draft: InsightDraft): Phrase[] {
  return ['a', 'b', 'c', 'd'].flatMap((content) =>
    (['finding', 'lead', 'fact'] as const).flatMap((one) => {
      const surroundings = { tables: [salesTable()], language: pseudoLanguage, choose: chooserFor(content) } as const
      const { headline, claim, support } = wordingOf({ ...draft, class: one }, surroundings)
      return [headline, claim, ...support]
    }),
  )
}

describe('in the pseudo-language', () => {
  it.each(Object.values(everyDraft()).map((draft) => [draft.type, draft] as const))(
    '%s has no plain word of its own, and its numbers stand where they are said to',
    (_type, draft) => {
      for (const phrase of phrasesOf(draft)) {
        expect(ownWords(phrase), phrase.text).not.toMatch(/[A-Za-z]/)
        expect(phrase.text).toMatch(/[⟦⟧]/)
        for (const { start, text } of phrase.numbers) expect(phrase.text.slice(start, start + text.length)).toBe(text)
      }
    },
  )

  it('what is left among rows alike, and of which columns it holds as well, has none either', () => {
    const { correlation, group_difference } = everyDraft()
    const held = {
      held_control: 'region',
      held_binned: true,
      held_form: 'ranks',
      held_measure: null,
      held_verdict: 'turns',
    }
    const likewise = { likewise_hub: 'margin', likewise_0: 'price', likewise_1: 'units' }
    for (const draft of [correlation, group_difference]) {
      const evidence = { ...draft.evidence, values: { ...draft.evidence.values, held_within: 0.1 } }
      for (const phrase of phrasesOf({ ...draft, evidence, details: { ...draft.details, ...held, ...likewise } })) {
        expect(ownWords(phrase), phrase.text).not.toMatch(/[A-Za-z]/)
      }
    }
  })

  it('nor has what is sought and looked at, or said beside a statement', () => {
    for (const { soughtFor, words } of kinds) {
      expect(words.in(pseudoLanguage).lookedAt.text).not.toMatch(/[A-Za-z]/)
      const sought = soughtFor?.(pseudoLanguage)
      if (sought !== undefined) expect(`${sought.none.text}${sought.some.text}`).not.toMatch(/[A-Za-z]/)
    }
    const caveats: Caveat[] = [
      { caveat: 'partlyThere', unit: 'half-year', ends: 2 },
      { caveat: 'evenLengths', unit: 'month' },
      { caveat: 'gaps', unit: 'day', gaps: 1, filledWith: 'line' },
      { caveat: 'gaps', unit: 'day', gaps: 3, filledWith: 'zero' },
      { caveat: 'totalLeftOut', value: '1' },
      { caveat: 'repeatedKey', column: '1' },
      { caveat: 'rowsWithout', column: '1' },
      { caveat: 'rateOfSums', numerator: '1', denominator: '2' },
      { caveat: 'recordedUnevenly', column: '1', first: 0.8, last: 0.3 },
      { caveat: 'sampled' },
      { caveat: 'fragile' },
    ]
    for (const caveat of caveats) expect(caveatText(caveat, pseudoLanguage)).not.toMatch(/[A-Za-z]/)
    expect(caveatText({ caveat: 'partlyThere', unit: 'half-year', ends: 2 }, 'en')).toBe(
      'The first and the last half-year, only partly there, were left out.',
    )
  })
})
