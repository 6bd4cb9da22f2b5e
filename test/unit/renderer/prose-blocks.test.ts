/** How a section is laid out: paragraphs with their charts, and each caveat once. */
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../../src/renderer/words/prose.ts'
import type { Insight } from '../../../src/shared/story/insight.ts'

function insight(id: string, caveats: string[]): Insight {
  return {
    id,
    type: 'trend',
    class: 'finding',
    table: 'sales',
    columns: ['date', 'revenue'],
    direction: 'up',
    effect: { name: 'change', value: 1, low: null, high: null },
    n: 36,
    score: 50,
    scoreParts: {},
    evidence: { sql: [], values: {}, derived: {} },
    caveats,
    details: {},
    sentence: `${id}.`,
  }
}

function caveatsShown(paragraphs: { text: string; insights: string[] }[], insights: Insight[]): string[][] {
  const section = {
    heading: 'Change over time',
    paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, numbers: [] })),
    charts: [],
  }
  const byId = new Map(insights.map((one) => [one.id, one]))
  return blocksOf(section, new Map(), byId).map((block) => [...block.caveats])
}

describe('a caveat', () => {
  const both = [insight('rise', ['One month was left out.']), insight('season', ['One month was left out.'])]

  it('stands once beside the first statement it touches', () => {
    const paragraphs = [
      { text: 'Revenue rose.', insights: ['rise'] },
      { text: 'August is the peak.', insights: ['season'] },
    ]
    expect(caveatsShown(paragraphs, both)).toEqual([['One month was left out.'], []])
  })

  it('is not repeated beside a section whose prose says it already', () => {
    const paragraphs = [
      { text: 'Revenue rose. One month was left out.', insights: ['rise'] },
      { text: 'August is the peak.', insights: ['season'] },
    ]
    expect(caveatsShown(paragraphs, both)).toEqual([[], []])
  })
})
