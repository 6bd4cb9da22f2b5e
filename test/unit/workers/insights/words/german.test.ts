/** German is kept beside English and offered to nobody yet: every kind is told in it, and its numbers are read back. */
import { describe, expect, it } from 'vitest'
import { statedMatches } from '../../../../../src/shared/format/stated.ts'
import { kinds } from '../../../../../src/workers/insights/kinds/index.ts'
import { wordingOf } from '../../../../../src/workers/insights/wording-of.ts'
import { chooserFor } from '../../../../../src/workers/insights/words/paraphrase.ts'
import { uncoveredNumerals } from '../../../../../src/workers/insights/words/phrase.ts'
import { everyDraft, salesTable } from '../../../../support/stories/drafts.ts'

const contents = ['a', 'b', 'c', 'd', 'e']
const classes = ['finding', 'lead', 'fact'] as const

/** Words of English that are none of German, and that no name in the drafts is. */
const english = /\b(?:the|of|and|or|is|are|with|which|from|than|rows?|values?|by|at|average)\b/

describe('in German', () => {
  it.each(Object.values(everyDraft()).map((draft) => [draft.type, draft] as const))('%s is told', (_type, draft) => {
    for (const content of contents) {
      for (const one of classes) {
        const surroundings = { tables: [salesTable()], language: 'de', choose: chooserFor(content) } as const
        const { headline, claim, support } = wordingOf({ ...draft, class: one }, surroundings)
        for (const phrase of [headline, claim, ...support]) {
          expect(uncoveredNumerals(phrase), phrase.text).toEqual([])
          expect(phrase.text).not.toMatch(english)
          expect(phrase.text).not.toMatch(/undefined|NaN|\s\s|\s[,.;]|\(\)/)
          for (const { start, text, value } of phrase.numbers) {
            expect(phrase.text.slice(start, start + text.length)).toBe(text)
            expect(statedMatches(text, value, 'de'), `${text} for ${value}`).toBe(true)
          }
        }
        expect(claim.numbers.map(({ name }) => name)).toContain('n')
        expect(headline.numbers).toEqual([])
      }
    }
  })

  it('what is sought has words of its own', () => {
    for (const { type, soughtFor } of kinds) {
      if (soughtFor === null) continue
      expect(soughtFor('de').none.text, type).toMatch(/^keine? /)
      expect(soughtFor('de').some.text, type).not.toBe(soughtFor('en').some.text)
    }
  })
})
