/** What holds of every story's text and charts: told once, with its rows, in order, and verified. */
import { expect } from 'vitest'
import { placeOfStatement } from '../../../src/shared/story/sentence-place.ts'
import type { SectionRole } from '../../../src/shared/story/story.ts'
import { bannedWordsIn } from '../../../src/workers/insights/words/vocabulary.ts'
import { type ToldFile, toldFile } from './told-file.ts'

const order: readonly SectionRole[] = [
  'lead',
  'key',
  'short',
  'chapter',
  'further',
  'leads',
  'quality',
  'notFound',
  'method',
]
const mostOfOpening = 8
/** Speaks of the statement before it, so that the same words say another thing of another one. */
const goesOn = /^(?:It|That) /u

const ofRoles = ({ sections }: ToldFile, ...roles: readonly SectionRole[]) =>
  sections.filter(({ role }) => role !== undefined && roles.includes(role)).flatMap(({ paragraphs }) => paragraphs)

/** Sentences of the statements themselves, in the order of the page. */
function statedIn(told: ToldFile): readonly string[] {
  return ofRoles(told, 'lead', 'key', 'short', 'chapter', 'further', 'leads').flatMap(({ text }) =>
    text.split(/(?<=[.:!?])\s+(?=[\p{Lu}“\d−])/u).filter((part) => !part.endsWith(':')),
  )
}

/** Of the different words of both, how many are of both; names and numbers are words. */
function likeness(left: string, right: string): number {
  const [one, other] = [left, right].map((text) => new Set(text.toLowerCase().match(/[\p{L}\d.,]+/gu)))
  if (one === undefined || other === undefined) return 0
  return one.intersection(other).size / Math.max(1, one.union(other).size)
}

/**
 * Statements of the text that leave out what they rest on, though their section does not say it before them; of a rate of
 * all rows, though the story does not.
 */
function withBaseOfNobody({ insights, sections }: ToldFile): readonly string[] {
  return insights.flatMap(({ inText }) => {
    if (inText === undefined) return []
    const left = inText.numbers.map(({ text }) => text).filter((text) => !inText.sentence.includes(text))
    let earlier = ''
    const before = sections.flatMap(({ paragraphs }) => {
      const text = paragraphs.map((paragraph) => paragraph.text).join(' ')
      const place = placeOfStatement(text, inText)
      const isOfAll = left.some((number) => number.endsWith('%'))
      const read = place === null ? [] : [`${isOfAll ? earlier : ''} ${text.slice(0, place.start)}`]
      earlier = `${earlier} ${text}`
      return read
    })
    return before.length > 0 && before.every((text) => left.every((number) => text.includes(number)))
      ? []
      : [inText.sentence]
  })
}

/** The same numbers of rows and periods in the brackets at the end of one statement and of the next, both whole. */
function repeatedBases(told: ToldFile): readonly string[] {
  const shortened = new Set(told.insights.filter(({ inText }) => inText !== undefined).map(({ id }) => id))
  return (['key', 'further', 'leads'] as const).flatMap((role) => {
    const ends = ofRoles(told, role).map(({ insights, text }) =>
      insights.some((id) => shortened.has(id)) ? undefined : /\([^()]* (?:rows|each)\)(?=\.)/u.exec(text)?.[0],
    )
    return ends.flatMap((end, index) => (end !== undefined && end === ends[index + 1] ? [end] : []))
  })
}

/** Words that may stand anywhere, being the file's own: its columns and their values are names. */
function namesOf({ insights }: ToldFile, text: string): { start: number; end: number }[] {
  const names = insights.flatMap(({ columns, details, subspace }) => [
    ...columns.map((column) => column.replaceAll('_', ' ')),
    ...[...Object.values(details), ...Object.values(subspace ?? {})].filter((value) => typeof value === 'string'),
  ])
  return [...new Set(names)].flatMap((name) => {
    const start = text.toLowerCase().indexOf(name.toLowerCase())
    return name === '' || start < 0 ? [] : [{ start, end: start + name.length }]
  })
}

/** Tells the file and expects all of it. */
export async function expectSoundStory(file: string): Promise<void> {
  const told = await toldFile(file)
  const { charts, dropped, insights, sections, title, verified } = told

  // Every number of its prose and charts comes out of the table again.
  expect(verified.failed).toEqual([])
  expect(verified.matched).toBe(verified.numbers)
  expect(dropped?.reasons.chart).toBeUndefined()
  expect(charts.length).toBeGreaterThan(0)
  expect(told.onCharts).toBeGreaterThan(charts.length)

  const places = sections.map(({ role }) => order.indexOf(role ?? 'chapter'))
  expect(places, 'order of sections').toEqual(places.toSorted((left, right) => left - right))
  expect(sections.every(({ paragraphs }) => paragraphs.length > 0)).toBe(true)

  const opening = new Set(ofRoles(told, 'lead', 'key', 'short').flatMap((paragraph) => paragraph.insights))
  expect(opening.size, 'statements of the opening').toBeLessThanOrEqual(mostOfOpening)
  expect(opening.size).toBeGreaterThan(0)
  expect(title).not.toMatch(/at a glance/i)

  const stated = statedIn(told)
  const repeated = stated.filter((sentence, index) => !goesOn.test(sentence) && stated.indexOf(sentence) !== index)
  expect(repeated, 'said before').toEqual([])
  expect(stated.filter((sentence, index) => likeness(sentence, stated[index + 1] ?? '') > 0.85)).toEqual([])

  const texts = [title, ...sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))]
  const alts = charts.flatMap(({ alt, spec }) => [alt, spec.title, spec.subtitle])
  const banned = [...texts, ...alts].filter((text) => bannedWordsIn(text, namesOf(told, text)).length > 0)
  expect(banned, 'words the data cannot bear out').toEqual([])

  // The bracket of a name that ends in one (“humidity (%)”) is the file's own.
  const names = insights.flatMap(({ columns }) => columns)
  const withoutUnits = [...texts, ...alts].map((text) =>
    text.replaceAll(/ \([^() ]+\)(?= \()/gu, (own) => (names.some((name) => name.endsWith(own)) ? '' : own)),
  )
  expect(
    withoutUnits.filter((text) => text.includes(') (')),
    'brackets behind brackets',
  ).toEqual([])
  const courses = insights.filter(({ type, subspace }) => type === 'trend' && subspace === undefined)
  const changes = insights.filter(({ type, class: its }) => type === 'change_decomposition' && its === 'fact')
  const twice = courses.filter((course) =>
    changes.some(
      ({ details, direction, subspace }) =>
        subspace === undefined &&
        details.dimension == null &&
        details.measure === course.details.measure &&
        direction === course.direction &&
        details.from === course.details.from &&
        details.to === course.details.to,
    ),
  )
  expect(
    twice.map(({ sentence }) => sentence),
    'a change told as a course, too',
  ).toEqual([])

  const bases = insights.filter(({ evidence, n, sentence }) => {
    const counts = Object.entries(evidence.values).filter(([name]) => /(?:^|_)(?:n|rows|periods|count)$/u.test(name))
    const rows = [n, ...counts.map(([, value]) => value)].filter((value) => typeof value === 'number')
    return !rows.some((value) => sentence.includes(value.toLocaleString('en')))
  })
  expect(
    bases.map(({ sentence }) => sentence),
    'statements without their rows',
  ).toEqual([])
  const byId = new Map(insights.map((insight) => [insight.id, insight]))
  const pairsOfChanges = [...opening].filter((id) => byId.get(id)?.details.basis === 'changes')
  expect(pairsOfChanges.length, 'pairs of changes in the opening').toBeLessThanOrEqual(1)
  const opens = ofRoles(told, 'key', 'short').flatMap((paragraph) => paragraph.insights)
  const types = opens.map((id) => byId.get(id)?.type)
  const [outOfUsual, usual] = [types.lastIndexOf('unusual_values'), types.indexOf('typical')]
  expect(usual < 0 || outOfUsual < usual, 'what is out of the usual before what is usual').toBe(true)
  expect(withBaseOfNobody(told), 'what rests on something that was not said before it').toEqual([])
  expect(repeatedBases(told), 'said again what the statement before rests on').toEqual([])
}
