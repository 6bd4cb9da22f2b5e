import { describe, expect, it } from 'vitest'
import { tell } from '../../../../src/workers/story/compose-story.ts'
import { inParagraphs, neighbours, relationTo } from '../../../../src/workers/story/joining.ts'
import type { Told } from '../../../../src/workers/story/statement.ts'
import { analysisOf, everyDraft, salesSource } from '../../../support/stories/drafts.ts'

const { trend } = everyDraft()
const other = { ...trend, id: 'trend-other', details: { ...trend.details, measure: 'cost' } }
const asTold = (draft: typeof trend): Told => ({ draft }) as unknown as Told

describe('a statement after another', () => {
  it('is alike where it says the same of another measure, and a contrast where it says the opposite', () => {
    expect(relationTo(trend, other)).toBe('alike')
    expect(relationTo(trend, { ...other, direction: trend.direction === 'up' ? 'down' : 'up' })).toBe('contrast')
  })

  it('is neither where it is of another kind, table, part or time, or has no direction', () => {
    expect(relationTo(trend, trend)).toBeNull()
    expect(relationTo(trend, { ...other, type: 'level_shift' })).toBeNull()
    expect(relationTo(trend, { ...other, table: 'elsewhere' })).toBeNull()
    expect(relationTo(trend, { ...other, subspace: { region: 'North' } })).toBeNull()
    expect(relationTo(trend, { ...other, direction: 'none' })).toBeNull()
  })
})

describe('the statements of a chapter', () => {
  it('stand together by what they are about, two in a paragraph', () => {
    const of = (measure: string, id: string): Told => asTold({ ...trend, id, details: { ...trend.details, measure } })
    const members = neighbours([of('a', '1'), of('b', '2'), of('a', '3'), of('a', '4'), of('a', '5')])
    const paragraphs = inParagraphs(members).map((paragraph) => paragraph.map(({ draft }) => draft.id))
    expect(paragraphs).toEqual([['1', '3'], ['4', '5'], ['2']])
  })
})

describe('statements of which some say the opposite of others', () => {
  it('stand with those alike first, so that one contrast is told once', () => {
    const turned = trend.direction === 'up' ? 'down' : 'up'
    const of = (measure: string, direction: typeof trend.direction): Told =>
      asTold({ ...trend, id: measure, direction, details: { ...trend.details, measure } })
    const members = [of('a', trend.direction), of('b', turned), of('c', trend.direction), of('d', turned)]
    expect(neighbours(members).map(({ draft }) => draft.id)).toEqual(['a', 'c', 'b', 'd'])
  })
})

describe('a change that says who accounts for it', () => {
  it('opens the story in the place of the trend it goes with, which is told further down', () => {
    const drafts = everyDraft()
    const change = { ...drafts.change_decomposition, direction: trend.direction, score: 80 }
    const alike = {
      ...trend,
      table: change.table,
      details: { ...trend.details, measure: change.details.measure ?? null },
    }
    const { sections, title } = tell({ source: salesSource, analysis: analysisOf([alike, change]) })
    const opened = sections.filter(({ role }) => role === 'lead' || role === 'key')
    const opening = opened.flatMap(({ paragraphs }) => paragraphs.flatMap(({ insights }) => insights))
    expect(opening).toContain(change.id)
    expect(opening).not.toContain(alike.id)
    expect(
      sections.some(
        ({ role, paragraphs }) => role === 'chapter' && paragraphs.some(({ insights }) => insights.includes(alike.id)),
      ),
    ).toBe(true)
    expect(title).not.toMatch(/No pattern/)
  })
})
