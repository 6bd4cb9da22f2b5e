/** What a person declares of how the rows came about changes the tests and the words. */
import { describe, expect, it } from 'vitest'
import type { DeclaredFacts } from '../../../../src/shared/story/declared-facts.ts'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import type { TextsTag } from '../../../../src/shared/texts/texts.ts'
import { tell } from '../../../../src/workers/story/compose-story.ts'
import { type AnalysedQuery, analyzeQueries } from '../../../support/analysis.ts'

/** Two groups of twelve, half a standard deviation apart: large enough to matter, and by far no proof of anything. */
const regions = `SELECT ['north', 'south'][1 + (i % 2)] AS region,
    50 + 2.0 * (i // 2) + CASE WHEN i % 2 = 0 THEN 4 ELSE 0 END AS income FROM range(24) t(i)`

/** Six people with forty rows each, three in either arm: they differ, the arms hardly more than that. */
const people = ['Ann', 'Ben', 'Cay', 'Dan', 'Eve', 'Fay']
const levels = [10, 14, 18, 13, 17, 21]
const visits = `SELECT who, arm, level + (hash(i, who) % 1000) / 1000.0 AS score FROM range(40) t(i),
    (SELECT unnest([${people.map((name) => `'${name}'`).join(', ')}]) AS who,
      unnest([${levels.join(', ')}]) AS level, unnest(['old', 'old', 'old', 'new', 'new', 'new']) AS arm)
    ORDER BY hash(i, who)`

const analysed = async (query: string, facts?: DeclaredFacts): Promise<AnalysedQuery> => {
  const found = await analyzeQueries({ table: query }, [], facts === undefined ? undefined : { facts })
  expect(found.mismatches).toEqual([])
  return found
}

const comparing = ({ output }: AnalysedQuery, ...columns: string[]): readonly InsightDraft[] =>
  output.insights.filter(
    (insight) => insight.class === 'finding' && columns.every((column) => insight.columns.includes(column)),
  )

function textsOf({ output }: AnalysedQuery, language: TextsTag) {
  const source = { path: '/table.csv', name: 'table.csv', bytes: 1 }
  const told = tell({ source, analysis: output }, new Set(), undefined, language)
  expect(told.unsaid).toEqual([])
  return told.sections
    .map(({ role, paragraphs }) => ({ role, text: paragraphs.map(({ text }) => text).join(' ') }))
    .map(({ role, text }) => ({ role, text }))
}

const inference = /\bchance\b|false alarm|interval|p.value|tends? to|Zufall|Fehlalarm|Intervall|p-Wert/i

describe('a whole population', () => {
  it('is told by the size of its differences, without a test, an interval or a word of chance', async () => {
    expect(comparing(await analysed(regions), 'region', 'income')).toEqual([])
    const whole = await analysed(regions, { rows: 'population' })
    const [difference] = comparing(whole, 'region', 'income')
    expect(difference).toMatchObject({ type: 'group_difference', location: 'north', effect: { low: null, high: null } })
    expect(difference).not.toHaveProperty('test')
    expect(Object.keys(difference?.evidence.values ?? {})).not.toContain('p')
    expect(Object.keys(difference?.evidence.values ?? {})).not.toContain('difference_low')
    for (const language of ['en', 'de'] as const) {
      const sections = textsOf(whole, language)
      const told = sections.filter(({ role }) => role !== 'method').map(({ text }) => text)
      expect(told.join(' ')).toContain('north')
      expect(told.join(' ')).not.toMatch(inference)
      const method = sections.find(({ role }) => role === 'method')?.text
      expect(method).toContain(language === 'en' ? 'declared to be the whole population' : 'die Grundgesamtheit')
      expect(method).not.toMatch(/false alarm|Fehlalarm/)
    }
  })

  it('is no reason to tell what is small', async () => {
    const query = regions.replace('THEN 4', 'THEN 1')
    expect(comparing(await analysed(query, { rows: 'population' }), 'region', 'income')).toEqual([])
  })
})

describe('rows of one unit', () => {
  it('are no independent witnesses once that is declared', async () => {
    const byArm = (found: AnalysedQuery) => comparing(found, 'arm', 'score').map(({ type }) => type)
    expect(byArm(await analysed(visits))).toContain('group_difference')
    const declared = await analysed(visits, { rowsOf: 'who' })
    expect(byArm(declared)).toEqual([])
    expect(textsOf(declared, 'en').at(-1)?.text).toContain('the same value of who were declared to belong together')
  })

  it('let through what holds between the units', async () => {
    const apart = visits.replace(levels.join(', '), [10, 11, 12, 30, 31, 32].join(', '))
    const [difference] = comparing(await analysed(apart, { rowsOf: 'who' }), 'arm', 'score').filter(
      ({ type }) => type === 'group_difference',
    )
    expect(difference).toMatchObject({ location: 'new', test: { name: 'Welch ANOVA of keys' } })
    expect(difference?.caveats.join()).toContain('who')
  })

  it('stand for themselves where that is declared, whatever their columns are called', async () => {
    const named = visits.replaceAll('who', 'patient').replaceAll('40', '4')
    const twice = `SELECT patient || (row_number() OVER ()) % 3 AS patient, arm, score FROM (${named.replaceAll('range(4)', 'range(40)')})`
    expect(comparing(await analysed(twice), 'arm', 'score').filter(({ caveats }) => caveats.length === 0)).toEqual([])
    const [difference] = comparing(await analysed(twice, { rowsOf: null }), 'arm', 'score')
    expect(difference).toMatchObject({ type: 'group_difference', location: 'new' })
    expect(difference?.caveated).toEqual([])
  })
})

describe('an experiment', () => {
  const trial = `SELECT ['drug', 'none'][1 + (i % 2)] AS arm, ['Oslo', 'Bergen'][1 + ((i // 2) % 2)] AS city,
      20 + (hash(i) % 1000) / 100.0 + CASE WHEN i % 2 = 0 THEN 9 ELSE 0 END
        + CASE WHEN (i // 2) % 2 = 0 THEN 9 ELSE 0 END AS relief FROM range(400) t(i)`

  it('lets the assigned column, and only that, be called a cause', async () => {
    const found = await analysed(trial, { assigned: 'arm' })
    const [byArm] = comparing(found, 'arm', 'relief')
    const [byCity] = comparing(found, 'city', 'relief')
    expect(byArm?.caveated).toContainEqual({ caveat: 'assigned', column: 'arm' })
    expect(byCity).toBeDefined()
    expect(byCity?.caveated).toEqual([])
    expect(textsOf(found, 'de').at(-1)?.text).toContain('in einem Experiment zugeteilt')
    const said = textsOf(found, 'en').filter(({ role }) => role !== 'method')
    expect(said.map(({ text }) => text).join(' ')).toMatch(/values of arm were assigned in an experiment/)
  })

  it('is not taken for granted', async () => {
    const sections = textsOf(await analysed(trial), 'en')
    expect(sections.map(({ text }) => text).join(' ')).not.toMatch(/cause|experiment|effect of/i)
  })
})

describe('a column that is not there', () => {
  it('is refused by name', async () => {
    await expect(analyzeQueries({ table: regions }, [], { facts: { rowsOf: 'shop' } })).rejects.toMatchObject({
      reason: 'no_such_column',
    })
  })
})
