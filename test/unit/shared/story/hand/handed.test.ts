import { describe, expect, it } from 'vitest'
import { carryHand, leftOf } from '../../../../../src/shared/story/hand/carry.ts'
import { changeHand, type HandChange } from '../../../../../src/shared/story/hand/change.ts'
import { emptyHand, type Hand, handSchema, isEmptyHand } from '../../../../../src/shared/story/hand/hand.ts'
import { handed } from '../../../../../src/shared/story/hand/handed.ts'
import { sectionOfHand } from '../../../../../src/shared/story/hand/sections.ts'
import type { Section, Story } from '../../../../../src/shared/story/story.ts'
import { storySchema } from '../../../../../src/shared/story/story.ts'
import { shortStory as story } from '../../../../support/stories/short-story.ts'

function handOf(...changes: readonly HandChange[]): Hand {
  const hand = changes.reduce((before, change) => changeHand(story, before, change), emptyHand)
  return handSchema.parse(hand)
}

const textsOf = (told: Story, role: Section['role']) =>
  told.sections.filter((one) => one.role === role).flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
const sectionAt = (place: number): Section => story.sections[place] as Section

describe('a story by hand', () => {
  it('is the story as generated with an empty hand', () => {
    expect(handed(story, emptyHand)).toBe(story)
    expect(handed(story, null)).toBe(story)
  })

  it('can be read back as a story, whatever was done to it', () => {
    const hand = handOf(
      { kind: 'dismiss', statements: ['region'] },
      {
        kind: 'edit',
        statements: ['revenue'],
        role: 'key',
        was: 'Revenue rose by 12% in 2021.',
        text: 'It rose by 14%.',
      },
      { kind: 'pin', statements: ['missing'] },
      { kind: 'note', statements: ['revenue'], text: 'Ask Ann.' },
    )
    const told = handed(story, hand)
    expect(storySchema.parse(structuredClone(told))).toEqual(told)
  })

  it('does without what was dismissed, wherever it was told, and without its chart', () => {
    const told = handed(story, handOf({ kind: 'dismiss', statements: ['region'] }))
    expect(textsOf(told, 'key')).toEqual(['Revenue rose by 12% in 2021.'])
    expect(told.sections.map(({ role }) => role)).toEqual(['key', 'further', 'method'])
    expect(told.charts.map(({ id }) => id)).toEqual(['chart-revenue'])
    expect(told.findings.map(({ id }) => id)).toEqual(['revenue'])
  })

  it('loses one statement of a paragraph of several, and the numbers of the others stay in place', () => {
    const told = handed(story, handOf({ kind: 'dismiss', statements: ['total'] }))
    const [paragraph] = told.sections.find(({ role }) => role === 'further')?.paragraphs ?? []
    expect(paragraph?.text).toBe('Of 4,200 rows 17 lack a city. Cities are typed by hand.')
    expect(paragraph?.insights).toEqual(['missing'])
    expect(paragraph?.numbers.map(({ text, start }) => [text, start])).toEqual([
      ['4,200', 3],
      ['17', 14],
    ])
  })

  it('begins with what was pinned, the last first, taken from where it was told', () => {
    const told = handed(story, handOf({ kind: 'pin', statements: ['total'] }, { kind: 'pin', statements: ['region'] }))
    expect(textsOf(told, 'key')).toEqual([
      'North sells 2.5 times as much as South.',
      'Revenue adds up to 9,876 euros.',
      'Revenue rose by 12% in 2021.',
    ])
    expect(textsOf(told, 'further')).toEqual(['Of 4,200 rows 17 lack a city. Cities are typed by hand.'])
    // Told again in its chapter, as it was, with its chart there.
    expect(told.sections.find(({ role }) => role === 'chapter')).toEqual(sectionAt(1))
  })

  it('brings the chart of a statement that is pinned from a chapter', () => {
    const only = {
      ...story,
      sections: [{ ...sectionAt(0), paragraphs: sectionAt(0).paragraphs.slice(0, 1) }, sectionAt(1)],
    }
    const told = handed(only, changeHand(only, emptyHand, { kind: 'pin', statements: ['region'] }))
    expect(told.sections).toHaveLength(1)
    expect(told.sections[0]?.charts).toEqual(['chart-region', 'chart-revenue'])
    expect(told.sections[0]?.paragraphs[0]?.hand).toEqual({ pinned: true, from: 'chapter' })
  })

  it('leaves the lead in its words: what is pinned and noted is so where it is told by itself', () => {
    const lead: Section = { role: 'lead', heading: '', paragraphs: sectionAt(0).paragraphs.slice(1), charts: [] }
    const led = { ...story, sections: [lead, ...story.sections] }
    const hand = changeHand(led, emptyHand, { kind: 'pin', statements: ['region'] })
    const told = handed(led, changeHand(led, hand, { kind: 'note', statements: ['region'], text: 'Ask Ann.' }))
    expect(told.sections[0]).toEqual(lead)
    expect(told.sections[1]?.paragraphs[0]?.hand).toEqual({ pinned: true, from: 'key', note: 'Ask Ann.' })
  })

  it('has the text, title and heading a person wrote, and remembers the generated ones', () => {
    const told = handed(
      story,
      handOf(
        {
          kind: 'edit',
          statements: ['missing'],
          role: 'further',
          was: 'Of 4,200 rows 17 lack a city. Cities are typed by hand.',
          text: '17 of 4,200 have no city, or 18.',
        },
        { kind: 'title', text: ' A good year ' },
        { kind: 'heading', section: sectionOfHand(sectionAt(1)), text: 'North and South' },
      ),
    )
    const edited = told.sections.find(({ role }) => role === 'further')?.paragraphs[1]
    expect(edited?.text).toBe('17 of 4,200 have no city, or 18.')
    expect(edited?.numbers.map(({ name }) => name)).toEqual(['missing', 'n'])
    expect(edited?.hand).toEqual({
      was: 'Of 4,200 rows 17 lack a city. Cities are typed by hand.',
      unverified: [{ text: '18', start: 29 }],
    })
    expect(told.title).toBe('A good year')
    expect(told.sections[1]).toMatchObject({ heading: 'North and South', hand: { was: 'How regions differ' } })
  })

  it('has an edited statement in its lists as well', () => {
    const was = 'Revenue rose by 12% in 2021.'
    const told = handed(story, handOf({ kind: 'edit', statements: ['revenue'], role: 'key', was, text: 'Up 12%.' }))
    expect(told.findings[0]?.sentence).toBe('Up 12%.')
  })

  it('has paragraphs in the order of the person, those not named in their places', () => {
    const section = { ...sectionOfHand(sectionAt(0)), statements: ['region', 'revenue'] }
    expect(textsOf(handed(story, handOf({ kind: 'order', section })), 'key')).toEqual([
      'North sells 2.5 times as much as South.',
      'Revenue rose by 12% in 2021.',
    ])
  })

  it('shows a note once, where its statement is told first', () => {
    const told = handed(story, handOf({ kind: 'note', statements: ['region'], text: 'Ask Ann.' }))
    const notes = told.sections.flatMap(({ paragraphs }) => paragraphs.map(({ hand }) => hand?.note ?? null))
    expect(notes).toEqual([null, 'Ask Ann.', null, null, null])
  })
})

describe('what a person does', () => {
  it.each<[string, HandChange, HandChange]>([
    ['pinned', { kind: 'pin', statements: ['region'] }, { kind: 'unpin', statements: ['region'] }],
    ['dismissed', { kind: 'dismiss', statements: ['region'] }, { kind: 'restore', statements: ['region'] }],
    ['noted', { kind: 'note', statements: ['region'], text: 'x' }, { kind: 'note', statements: ['region'], text: ' ' }],
    ['renamed', { kind: 'title', text: 'x' }, { kind: 'title', text: null }],
    [
      'edited',
      { kind: 'edit', statements: ['region'], role: 'key', was: 'a', text: 'x' },
      { kind: 'edit', statements: ['region'], role: 'key', was: 'a of another telling', text: null },
    ],
  ])('is taken back when %s again', (_, there, back) => {
    expect(isEmptyHand(handOf(there))).toBe(false)
    expect(handOf(there, back)).toEqual(emptyHand)
  })

  it('takes the place of what was done before to the same', () => {
    const hand = handOf(
      { kind: 'note', statements: ['region'], text: 'first' },
      { kind: 'note', statements: ['region'], text: 'second' },
    )
    expect(hand.notes).toEqual([{ statement: 'region', text: 'second' }])
  })
})

describe('a hand in the next telling', () => {
  const hand = handOf(
    { kind: 'pin', statements: ['region'] },
    { kind: 'dismiss', statements: ['missing'] },
    { kind: 'note', statements: ['revenue'], text: 'Ask Ann.' },
    {
      kind: 'edit',
      statements: ['region'],
      role: 'key',
      was: 'North sells 2.5 times as much as South.',
      text: 'North leads by 2.5 times.',
    },
  )
  const [revenue, region] = story.findings
  const next: Story = {
    ...story,
    findings: [
      {
        ...(region as Story['findings'][number]),
        id: 'region-new',
        location: 'West',
        evidence: { sql: [], values: { ratio: 3.5 }, derived: {} },
      },
      { ...(revenue as Story['findings'][number]), id: 'revenue-new', direction: 'down' },
    ],
    quality: [],
    sections: [
      {
        role: 'key',
        heading: 'Key findings',
        paragraphs: [
          { text: 'Revenue fell.', insights: ['revenue-new'], numbers: [] },
          {
            text: 'West sells 3.5 times as much.',
            insights: ['region-new'],
            numbers: [{ text: '3.5', value: 3.5, evidence: 'region-new', name: 'ratio', start: 11 }],
          },
        ],
        charts: [],
      },
    ],
  }
  const carried = carryHand(hand, next)

  it('is found by what its statements are about', () => {
    expect(carried.pinned).toEqual(['region-new'])
    expect(carried.notes).toEqual([{ statement: 'revenue-new', text: 'Ask Ann.' }])
    expect(handSchema.parse(carried)).toEqual(carried)
  })

  it('keeps a text whose numbers are not so any more, and says which', () => {
    const [first] = handed(next, carried).sections[0]?.paragraphs ?? []
    expect(first?.text).toBe('North leads by 2.5 times.')
    expect(first?.numbers).toEqual([])
    expect(first?.hand?.unverified).toEqual([{ text: '2.5', start: 15 }])
  })

  it('loses nothing of what the telling has no statement for, and finds it again later', () => {
    expect(leftOf(carried, next).map(({ anchor, dismissed }) => [anchor.id, dismissed])).toEqual([['missing', true]])
    const again = carryHand(changeHand(next, carried, { kind: 'title', text: 'x' }), story)
    expect(leftOf(again, story)).toEqual([])
    expect(again.dismissed).toEqual(['missing'])
    expect(again.notes).toEqual(hand.notes)
  })
})
