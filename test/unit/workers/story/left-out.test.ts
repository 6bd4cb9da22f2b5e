import { describe, expect, it } from 'vitest'
import { CancelledError } from '../../../../src/shared/failure/failure.ts'
import { countDropped, droppedSentence } from '../../../../src/shared/story/dropped.ts'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { wordingOf } from '../../../../src/workers/insights/wording-of.ts'
import { named, type Phrase, say } from '../../../../src/workers/insights/words/phrase.ts'
import { tell } from '../../../../src/workers/story/compose-story.ts'
import { checkTexts } from '../../../../src/workers/story/verify/texts.ts'
import { english } from '../../../support/english.ts'
import { analysisOf, everyDraft, salesSource } from '../../../support/stories/drafts.ts'

const drafts = Object.values(everyDraft())
const input = { source: salesSource, analysis: analysisOf(drafts) }

/** Words every statement but those of one type, for which `fault` decides. */
const failingFor =
  (type: InsightDraft['type'], fault: () => ReturnType<typeof wordingOf>): typeof wordingOf =>
  (draft, surroundings) =>
    draft.type === type ? fault() : wordingOf(draft, surroundings)

describe('a statement that cannot be said', () => {
  it.each([
    ['words that throw', () => fail(new Error('no such value'))],
    ['a number in plain words', () => spoken(say`x is ${String(7)}`)],
    ['a word that claims a cause', () => spoken(say`x`, [say`y drives x`])],
  ])('costs itself: %s', (_name, fault) => {
    const whole = tell(input)
    const told = tell(input, new Set(), failingFor('trend', fault))
    expect(told.unsaid.map(({ insight }) => insight)).toEqual(['trend-test'])
    expect(told.insights.map(({ id }) => id)).toEqual(
      whole.insights.map(({ id }) => id).filter((id) => id !== 'trend-test'),
    )
    expect(JSON.stringify(told.sections)).not.toContain('trend-test')
  })

  it.each([
    ['a cancel', new CancelledError()],
    ['no memory left', new RangeError('Array buffer allocation failed')],
    ['a full disk', Object.assign(new Error('no space'), { code: 'ENOSPC' })],
  ])('is not where the story goes on after %s', (_name, error) => {
    expect(() =>
      tell(
        input,
        new Set(),
        failingFor('trend', () => fail(error)),
      ),
    ).toThrow(error)
  })

  it('gives the title to the next, and what it found is not said to be absent', () => {
    const findings = drafts.filter((draft) => draft.class === 'finding')
    const titles = findings.map((_, index) => {
      const withheld = new Set(findings.slice(0, index).map(({ id }) => id))
      return tell(input, withheld).title
    })
    expect(new Set(titles).size).toBe(findings.length)
    const none = tell(input, new Set(findings.map(({ id }) => id)))
    // A fact of what changed is a better title than none.
    expect(none.title).toBe('West accounts for most of the rise in total revenue')
    const text = none.sections.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text)).join('\n')
    expect(text).not.toMatch(/no pattern survived|no lasting rise/)
    expect(text).toContain('could not prove its own words')
  })

  it('is the one to blame for digits in its sentence, also where others share the paragraph', () => {
    const { insights, sections } = tell(input)
    const sentinel = insights.find(({ type }) => type === 'sentinel')
    if (sentinel === undefined) throw new Error('no sentinel')
    const broken = insights.map((one) =>
      one === sentinel ? { ...one, details: { ...one.details, code: '' }, location: 0 } : one,
    )
    const blamed = checkTexts(sections, broken).failed.map(({ insight }) => insight)
    expect(new Set(blamed)).toEqual(new Set([sentinel.id]))
  })
})

describe('what is left out', () => {
  it('is said in one sentence', () => {
    expect(droppedSentence(english, undefined)).toBeNull()
    expect(droppedSentence(english, { statements: 0, reasons: {} })).toBeNull()
    expect(droppedSentence(english, { statements: 2, reasons: { text: 1, words: 1, search: 1, chart: 3 } })).toBe(
      'Left out because of a fault in Storyglass: 2 statements that could not be proved, 1 search for patterns that could not be finished and 3 charts that could not be drawn.',
    )
    expect(droppedSentence(english, countDropped(['order', 'fragile']))).toBe(
      'Left out because of a fault in Storyglass: 1 statement that could not be proved. Told as worth checking, since without one row in twenty it is not so: 1 finding.',
    )
  })

  it('does not touch names', () => {
    const named7 = (): ReturnType<typeof wordingOf> => spoken(named('7'))
    expect(tell(input, new Set(), failingFor('trend', named7)).unsaid).toEqual([])
  })
})

function spoken(claim: Phrase, support: readonly Phrase[] = []): ReturnType<typeof wordingOf> {
  return { headline: claim, claim, clause: claim, support }
}

function fail(error: Error): never {
  throw error
}

it('parts of a date are not named among what a row gives', () => {
  const [table] = input.analysis.tables
  if (table === undefined) throw new Error('no table')
  const part = (name: string) =>
    ({ ...table.columns.find((one) => one.name === 'city'), name }) as (typeof table.columns)[number]
  const parts = ['year', 'month', 'day_of_month'].map(part)
  const leadOf = (columns: typeof table.columns): string =>
    tell({ ...input, analysis: { ...input.analysis, tables: [{ ...table, columns }] } }).sections[0]?.paragraphs[0]
      ?.text ?? ''
  const few = table.columns.filter(({ role }) => role === 'measure' || role === 'time')
  expect(leadOf([...few, ...parts])).toBe(leadOf(few))
  expect(leadOf([...few, part('colour')])).not.toBe(leadOf(few))
  // Without a date they are what it has.
  expect(leadOf([...few.filter(({ role }) => role === 'measure'), part('month')])).toContain('month')
})
