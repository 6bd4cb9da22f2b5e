import { describe, expect, it } from 'vitest'
import { narrateOutputSchema } from '../../../../src/shared/contract/stages.ts'
import { statedMatches } from '../../../../src/shared/format/stated.ts'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { kinds } from '../../../../src/workers/insights/kinds/index.ts'
import { wordCount, wordingOf } from '../../../../src/workers/insights/wording-of.ts'
import { chooserFor } from '../../../../src/workers/insights/words/paraphrase.ts'
import { uncoveredNumerals } from '../../../../src/workers/insights/words/phrase.ts'
import { bannedWordsIn } from '../../../../src/workers/insights/words/vocabulary.ts'
import { tell } from '../../../../src/workers/story/compose-story.ts'
import { checkTexts } from '../../../../src/workers/story/verify/texts.ts'
import { analysisOf, everyDraft, salesSource, salesTable } from '../../../support/stories/drafts.ts'

const drafts = Object.values(everyDraft())
/** Enough files that every paraphrase is chosen at least once. */
const contents = Array.from({ length: 40 }, (_, index) => `file ${index}`)
const classes = ['finding', 'lead', 'fact'] as const

function wordings(draft: InsightDraft) {
  return contents.flatMap((content) =>
    classes.map((one) => {
      const strong = content.endsWith('1') ? 1e-9 : 0.02
      const test = draft.test === undefined ? {} : { test: { ...draft.test, q: strong } }
      return wordingOf(
        { ...draft, class: one, ...test },
        { tables: [salesTable()], language: 'en', choose: chooserFor(content) },
      )
    }),
  )
}

describe('sentences', () => {
  it('exist for every kind of insight that is detected', () => {
    expect(drafts.map((draft) => draft.type).sort()).toEqual(kinds.map(({ type }) => type).sort())
  })

  it('fail loudly for a kind that is not registered', () => {
    const unknown = { ...drafts[0], type: 'hearsay' } as unknown as InsightDraft
    expect(() => wordingOf(unknown, { tables: [salesTable()], language: 'en', choose: chooserFor('x') })).toThrow(
      /No kind of insight is registered as hearsay/,
    )
  })

  it.each(drafts.map((draft) => [draft.type, draft] as const))(
    '%s: no numeral without evidence, no banned word, each text a rounding of its value',
    (_type, draft) => {
      for (const { headline, claim, support } of wordings(draft)) {
        for (const phrase of [headline, claim, ...support]) {
          expect(uncoveredNumerals(phrase), phrase.text).toEqual([])
          expect(bannedWordsIn(phrase.text, phrase.names), phrase.text).toEqual([])
          expect(phrase.text).not.toMatch(/undefined|null|NaN|\s\s|\s[,.;]|\(\)/)
          for (const number of phrase.numbers) {
            expect(phrase.text.slice(number.start, number.start + number.text.length)).toBe(number.text)
            expect(statedMatches(number.text, number.value), `${number.text} for ${number.value}`).toBe(true)
            expect(draft.evidence.values[number.name]).toBe(number.value)
          }
        }
      }
    },
  )

  it.each(drafts.map((draft) => [draft.type, draft] as const))(
    '%s: says what it rests on, and its headline is short and without a number',
    (_type, draft) => {
      for (const { headline, claim } of wordings(draft)) {
        expect(claim.numbers.map((number) => number.name)).toContain('n')
        expect(headline.numbers).toEqual([])
        expect(wordCount(headline), headline.text).toBeLessThanOrEqual(12)
      }
    },
  )

  it('say less firmly what is less sure', () => {
    const [trend] = drafts.filter((draft) => draft.type === 'trend')
    const say = (change: Partial<InsightDraft>) =>
      wordingOf(
        { ...(trend as InsightDraft), ...change },
        { tables: [salesTable()], language: 'en', choose: chooserFor('x') },
      ).headline.text
    expect(say({ test: { name: 't', p: 1e-6, q: 1e-5 } })).toMatch(/ rose /)
    expect(say({ test: { name: 't', p: 0.01, q: 0.04 } })).toMatch(/ tended to rise /)
    expect(say({ class: 'lead' })).toMatch(/ may have risen /)
  })

  it('name the part of the table they are about, and what was compared', () => {
    const say = (draft: InsightDraft) =>
      wordingOf(draft, { tables: [salesTable()], language: 'en', choose: chooserFor('x') }).claim.text
    expect(say({ ...everyDraft().trend, subspace: { region: 'West' } })).toMatch(/total revenue of West/i)
    expect(say({ ...everyDraft().trend, subspace: { class: 3 } })).toMatch(/total revenue where class is “3”/i)
    const { correlation } = everyDraft()
    const across = { ...correlation, details: { ...correlation.details, basis: 'entities', entity: 'country' } }
    expect(say(across)).toMatch(/across countries \(rank correlation −0\.412 over the averages of 4,200 countries\)/)
    const changes = { ...correlation, details: { ...correlation.details, basis: 'changes' } }
    expect(say(changes)).toMatch(/changes? in .*over 4,200 steps from row to row/i)
  })

  it('write shares of few rows as counts', () => {
    const few = {
      ...everyDraft().missing,
      n: 12,
      evidence: { sql: [], derived: {}, values: { missing: 3, share: 0.25, n: 12 } },
    }
    const { claim } = wordingOf(few, { tables: [salesTable()], language: 'en', choose: chooserFor('x') })
    expect(claim.text).toBe('3 of 12 rows lack a value for margin.')
  })
})

describe('a story', () => {
  const analysis = analysisOf(drafts)
  const story = tell({ source: salesSource, analysis })

  it('is valid, and the same for the same content whatever the file is called', () => {
    expect(narrateOutputSchema.omit({ verified: true }).parse(story)).toEqual({ ...story, unsaid: undefined })
    expect(tell({ source: salesSource, analysis })).toEqual(story)
    const renamed = tell({ source: { ...salesSource, name: 'copy.csv', path: '/else/copy.csv' }, analysis })
    expect(renamed.sections).toEqual(story.sections)
  })

  it('is worded differently for other content', () => {
    const texts = [1, 2, 3, 4].map((bytes) =>
      JSON.stringify(tell({ source: { ...salesSource, bytes }, analysis }).sections),
    )
    expect(new Set(texts).size).toBeGreaterThan(1)
  })

  it('is not named for the number of a group while a finding with a name is there', () => {
    const { group_difference: group, correlation } = everyDraft()
    const numbered = { ...group, location: '2', details: { ...group.details, best: '2' } }
    const titled = (...insights: InsightDraft[]) => tell({ source: salesSource, analysis: analysisOf(insights) }).title
    expect(titled(group, correlation)).toContain('online store')
    expect(titled(numbered, correlation)).toMatch(/shipping cost/iu)
    expect(titled(numbered)).toContain('“2”')
  })

  it('opens with its strongest finding as a claim, and says what it covers', () => {
    expect(story.title).toBe('Total revenue rose from January 2019 to December 2022')
    expect(story.subtitle).toBe('4,200 rows and 11 columns, monthly from January 2019 to December 2022, from sales.csv')
  })

  it('tells every insight somewhere, findings first, quality and method last', () => {
    const told = new Set(story.sections.flatMap((section) => section.paragraphs.flatMap((one) => one.insights)))
    expect([...told].sort()).toEqual(drafts.map((draft) => draft.id).sort())
    expect(story.sections.slice(0, 2).map((one) => one.heading)).toEqual(['The story in brief', 'Key findings'])
    expect(story.sections.at(-1)?.heading).toBe('How this was made')
  })

  it('holds no number that a check of its texts against the evidence cannot trace', () => {
    expect(checkTexts(story.sections, story.insights).failed).toEqual([])
  })

  it('lifts gaps in a column into a caveat beside the first that is said about it, once a page', () => {
    const beside = story.sections
      .filter(({ role }) => role !== 'quality')
      .flatMap((section) => section.paragraphs)
      .filter(({ text }) => text.includes('lack a value for margin'))
    expect(beside).toHaveLength(1)
    const told = drafts.filter(({ id }) => beside[0]?.insights.includes(id))
    expect(told.some(({ columns }) => columns.includes('margin'))).toBe(true)
  })

  it('keeps leads out of the key findings', () => {
    const leads = tell({
      source: salesSource,
      analysis: analysisOf(drafts.map((one) => (one.class === 'finding' ? { ...one, class: 'lead' as const } : one))),
    })
    const [key] = leads.sections
    const ids = drafts.filter((one) => one.class === 'finding').map((one) => one.id)
    expect(key?.paragraphs.flatMap((one) => one.insights).some((id) => ids.includes(id))).toBe(false)
    expect(leads.sections.map((one) => one.heading)).toContain('Worth checking')
  })

  it('without patterns says so, and how much was tried', () => {
    const plain = tell({ source: salesSource, analysis: analysisOf([everyDraft().total, everyDraft().missing]) })
    expect(plain.title).toBe('No pattern stands out in sales')
    // Behind what there is to tell.
    const tried = plain.sections[0]?.paragraphs.at(-1)?.text
    expect(tried).toMatch(/ran 120 tests .* no pattern survived/)
    expect(tried).toMatch(/rows, taken as independent of each other, would have shown a correlation of 0\.\d+ or more/)
    const missed = plain.sections.find((section) => section.heading === 'Looked for and not found')
    expect(missed?.paragraphs[0]?.text).toMatch(
      /no lasting rise or fall beyond doubt \(12 tests\).*and no correlation of two measures \(6 tests\)/,
    )
  })

  it('denies nothing of a kind of which a test was kept, though no statement tells it', () => {
    const analysis = analysisOf([everyDraft().total])
    const families = [{ name: 'correlation', tests: 6, simes: 0.001, selected: true, kept: 2 }]
    const told = tell({
      source: salesSource,
      analysis: { ...analysis, method: { ...analysis.method, kept: 2, told: 0, families } },
    })
    const text = told.sections.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text)).join('\n')
    expect(text).not.toMatch(/no correlation of two measures|no pattern survived/)
    expect(text).toMatch(
      /too small to matter or said by other statements: correlation of two measures \(2 of 6 tests\)/,
    )
  })

  it('of several tables has its sections by table', () => {
    const second = { ...salesTable(), name: 'Returns' }
    const both = tell({
      source: salesSource,
      analysis: {
        ...analysisOf([everyDraft().trend, { ...everyDraft().total, id: 'total-2', table: 'Returns' }]),
        tables: [salesTable(), second],
      },
    })
    const headings = both.sections.map((section) => section.heading)
    expect(headings.some((heading) => heading.startsWith('sales: '))).toBe(true)
    expect(headings.some((heading) => heading.startsWith('Returns: '))).toBe(true)
    expect(both.subtitle).toMatch(/^2 tables, /)
  })
})
