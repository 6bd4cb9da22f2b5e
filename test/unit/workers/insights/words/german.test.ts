/** Every kind of statement in German: its numbers are there as German writes them, and no word of English is left. */
import { describe, expect, it } from 'vitest'
import { statedMatches } from '../../../../../src/shared/format/stated.ts'
import type { InsightDraft } from '../../../../../src/shared/story/insight.ts'
import type { TextsTag } from '../../../../../src/shared/texts/texts.ts'
import { kinds } from '../../../../../src/workers/insights/kinds/index.ts'
import { wordingOf } from '../../../../../src/workers/insights/wording-of.ts'
import { chooserFor } from '../../../../../src/workers/insights/words/paraphrase.ts'
import type { Phrase } from '../../../../../src/workers/insights/words/phrase.ts'
import { withoutBase } from '../../../../../src/workers/story/base-once.ts'
import { englishIn } from '../../../../support/english-words.ts'
import { everyDraft, salesTable } from '../../../../support/stories/drafts.ts'

/** What is left of a phrase without its names and numbers. */
function ownWords({ text, names, numbers }: Phrase): string {
  const data = [...names, ...numbers.map(({ start, text: { length } }) => ({ start, end: start + length }))]
  return [...text.split('').entries()]
    .map(([at, character]) => (data.some(({ start, end }) => start <= at && at < end) ? ' ' : character))
    .join('')
}

function phrasesOf(draft: InsightDraft, language: TextsTag, content: string): Phrase[] {
  const { headline, claim, support } = wordingOf(draft, {
    tables: [salesTable()],
    language,
    choose: chooserFor(content),
  })
  return [headline, claim, ...support]
}

const drafts = Object.values(everyDraft()).map((draft) => [draft.type, draft] as const)

describe('in German', () => {
  it.each(drafts)('%s says the numbers that English says, and nothing in English', (_type, draft) => {
    for (const one of ['finding', 'lead', 'fact'] as const) {
      const statement = { ...draft, class: one }
      const english = phrasesOf(statement, 'en', 'a').flatMap(({ numbers }) => numbers.map(({ name }) => name))
      for (const content of ['a', 'b', 'c', 'd']) {
        const phrases = phrasesOf(statement, 'de', content)
        const numbers = phrases.flatMap((phrase) => phrase.numbers)
        for (const { text, value } of numbers) expect(statedMatches(text, value, 'de'), text).toBe(true)
        for (const phrase of phrases) {
          expect(englishIn(ownWords(phrase)), phrase.text).toEqual([])
          for (const { start, text } of phrase.numbers) expect(phrase.text.slice(start, start + text.length)).toBe(text)
        }
        // What is stated is the same, however it is put.
        const stated = new Set(numbers.map(({ name }) => name))
        const claimed = new Set(english)
        expect([...stated].filter((name) => !claimed.has(name)).length, [...stated].join()).toBeLessThanOrEqual(1)
        expect(stated.size).toBeGreaterThanOrEqual(Math.min(1, claimed.size))
      }
    }
  })

  it('rows are rows, whatever an English name of the file calls them', () => {
    const table = { ...salesTable(), rowNoun: { one: 'penguin', many: 'penguins' } }
    for (const [, draft] of drafts) {
      const surroundings = { tables: [table], language: 'de', choose: chooserFor('a') } as const
      const { headline, claim, support } = wordingOf(draft, surroundings)
      for (const { text } of [headline, claim, withoutBase(claim), ...support]) expect(text).not.toContain('penguin')
    }
  })

  it('what is looked for and at has no English either', () => {
    for (const { soughtFor, words } of kinds) {
      expect(englishIn(words.in('de').lookedAt.text)).toEqual([])
      const sought = soughtFor?.('de')
      if (sought !== undefined) expect(englishIn(`${sought.none.text} ${sought.some.text}`)).toEqual([])
    }
  })
})
