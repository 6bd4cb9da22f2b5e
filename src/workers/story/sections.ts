/** The order of the story: key findings, big picture, change, differences, relationships, exceptions, then the rest. */
import type { InsightDraft, InsightType } from '../../shared/story/insight.ts'
import type { Method, Paragraph, Section } from '../../shared/story/story.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import { type Chapter, chapters } from '../insights/kind.ts'
import { kindOf } from '../insights/kinds/index.ts'
import type { Chooser } from '../insights/words/paraphrase.ts'
import { named, nothing, type Phrase, say, sentence } from '../insights/words/phrase.ts'
import { methodParagraphs, notFound, nothingFound, nothingTold, readingParagraphs } from './about.ts'
import { caveatsOf } from './caveats.ts'
import { paragraph, type Told } from './statement.ts'

const headings: Readonly<Record<Chapter, readonly [string, ...string[]]>> = {
  picture: ['The big picture', 'What there is'],
  change: ['Change over time', 'How it changed'],
  differences: ['Who and where differ', 'Where the differences are'],
  relationships: ['What goes together', 'Relationships'],
  exceptions: ['Exceptions', 'What stands out from the rest'],
  outlook: ['Outlook', 'What may come next'],
}

const mostKeyFindings = 6
const mostKeyStatements = 8
const mostKeyOfAType = 3
/** Facts that say of all what a finding compares. */
const mostBases = 2
/** With fewer statements than this, exact facts fill the opening. */
const fewestKeyStatements = 5

/** Statements told in full a chapter; what ranks below is listed under `furtherHeading`. */
const mostPerChapter = 4
export const openingHeadings = ['Key findings', 'In short'] as const
export const furtherHeading = 'Also found'

export interface Plot {
  readonly told: readonly Told[]
  /** Statements that were found and cannot be told. */
  readonly untold: readonly InsightDraft[]
  readonly tables: readonly ProfiledTable[]
  readonly method: Method
  readonly choose: Chooser
  readonly language: TextsTag
}

export function sectionsOf(plot: Plot): readonly Section[] {
  const { told, tables, method } = plot
  const quality = told.filter(({ draft }) => draft.class === 'quality')
  const leads = told.filter(({ draft }) => draft.class === 'lead')
  const key = keyStatements(told)
  const sections: (Section | null)[] = [
    section(openingHeadings[key.some(isFinding) ? 0 : 1], keyParagraphs(plot, key)),
    ...bodySections(plot, key, quality),
    section(furtherHeading, furtherParagraphs(plot, key)),
    section('Worth checking', leadParagraphs(plot, leads, quality)),
    section('How good the data is', [...qualityParagraphs(plot, quality), ...readingParagraphs(tables)]),
    section(
      'Looked for and not found',
      notFound([...told.map(({ draft }) => draft), ...plot.untold], method, plot.language),
    ),
    section('How this was made', methodParagraphs(method)),
  ]
  return sections.filter((one) => one !== null)
}

function section(heading: string, paragraphs: readonly (Paragraph | null)[]): Section | null {
  const present = paragraphs.filter((one) => one !== null)
  return present.length === 0 ? null : { heading, paragraphs: present, charts: [] }
}

function keyStatements(told: readonly Told[]): readonly Told[] {
  // What has no chapter of its own is a remark on the table, not news; what may come is none yet.
  const facts = told.filter((one) => isFact(one) && ![null, 'outlook'].includes(kindOf(one.draft.type).chapter))
  const most = Math.min(mostKeyFindings, mostKeyStatements - openingFacts(facts).length)
  const findings = varied(told.filter(isFinding)).slice(0, most)
  const bases = facts.filter((fact) => findings.some((one) => isBaseOf(fact, one))).slice(0, mostBases)
  const opening = openingFacts(facts.filter((fact) => !bases.includes(fact)))
  // The first finding follows the base it is compared with.
  const key = placesOfOpening.reduce<readonly Told[]>(
    (list, place, index) => {
      const fact = opening[index]
      return fact === undefined ? list : list.toSpliced(place + Math.min(1, bases.length), 0, fact)
    },
    [...bases, ...findings],
  )
  const filling = facts.filter((one) => !key.includes(one))
  return [...key, ...filling.slice(0, Math.max(0, fewestKeyStatements - key.length))]
}

/** Where facts that open a story stand among its key findings: the title's finding comes first. */
const placesOfOpening = [1, 3, 4] as const
const leastScoreOfOpening = 45

/** Whether a fact is one a story may begin with: what changed. */
export function opensStory({ type, class: class_, score }: InsightDraft): boolean {
  return class_ === 'fact' && kindOf(type).opens === true && score >= leastScoreOfOpening
}

/** The best facts of kinds that open a story, one a column. */
function openingFacts(facts: readonly Told[]): readonly Told[] {
  const measures = new Set<unknown>()
  const opening = facts.filter(({ draft }) => {
    if (!opensStory(draft)) return false
    const key = JSON.stringify([draft.table, draft.details.measure ?? null])
    const fresh = !measures.has(key)
    measures.add(key)
    return fresh
  })
  return opening.toSorted((left, right) => right.draft.score - left.draft.score).slice(0, placesOfOpening.length)
}

/** Whether the fact is the rate or the middle of all that the finding compares: it is read first. */
function isBaseOf(fact: Told, finding: Told): boolean {
  return (
    fact.draft.table === finding.draft.table && kindOf(fact.draft.type).isBaseOf?.(fact.draft, finding.draft) === true
  )
}

/** In the order of rank, at most three of a kind, and a measure compared by one dimension only: the first that tells most. */
function varied(told: readonly Told[]): readonly Told[] {
  const seen = new Map<InsightType, number>()
  const measures = new Set<string>()
  return told.filter(({ draft }) => {
    const compared = kindOf(draft.type).comparesMeasure ? `${draft.table}\n${draft.details.measure}` : null
    if (compared !== null && measures.has(compared)) return false
    const before = seen.get(draft.type) ?? 0
    seen.set(draft.type, before + 1)
    if (compared !== null) measures.add(compared)
    return before < mostKeyOfAType
  })
}

function keyParagraphs(plot: Plot, key: readonly Told[]): readonly Paragraph[] {
  const found = key.some(isFinding)
  const statements = key.map((one) => paragraph([tableOf(plot, one), one.wording.claim], [one.draft.id]))
  if (found) return statements
  const untold = plot.untold.some((draft) => draft.class === 'finding')
  return [untold ? nothingTold() : nothingFound(plot.method), ...statements]
}

/** `Orders:` before what is said of one of several tables, where no heading says it. */
function tableOf({ tables }: Pick<Plot, 'tables'>, { draft }: Told): Phrase {
  return tables.length > 1 ? say`${named(draft.table)}:` : nothing
}

function bodySections(plot: Plot, key: readonly Told[], quality: readonly Told[]): readonly (Section | null)[] {
  const alone = plot.tables.length === 1
  return chaptersOf(plot, key).map(({ heading, full }) => {
    const unsaid = onlyOnce()
    return section(
      heading,
      neighbours(full).map((one) =>
        bodyParagraph(one, { opened: key.includes(one), alone }, caveatsOf(one, quality), unsaid),
      ),
    )
  })
}

/** What ranks below the best of its chapter, as claims only, those of a chapter in one paragraph. */
function furtherParagraphs(plot: Plot, key: readonly Told[]): readonly Paragraph[] {
  return chaptersOf(plot, key)
    .filter(({ rest }) => rest.length > 0)
    .map(({ rest }) => {
      const members = neighbours(rest)
      return paragraph(
        members.map(({ wording }) => wording.claim),
        members.map(({ draft }) => draft.id),
      )
    })
}

interface ChapterOfTable {
  readonly heading: string
  readonly full: readonly Told[]
  readonly rest: readonly Told[]
}

function chaptersOf(plot: Plot, key: readonly Told[]): readonly ChapterOfTable[] {
  const body = plot.told.filter((one) => isFinding(one) || isFact(one))
  const names = [...new Set(body.map(({ draft }) => draft.table))]
  const several = plot.tables.length > 1
  return names.flatMap((table) =>
    chapters.map((chapter) => {
      const members = body
        .filter(({ draft }) => draft.table === table && chapterOf(draft.type) === chapter)
        .toSorted((left, right) => Number(key.includes(right)) - Number(key.includes(left)))
        .toSorted((left, right) => Number(isFact(left)) - Number(isFact(right)))
      const limit = Math.max(mostPerChapter, members.filter((one) => key.includes(one)).length)
      const heading = plot.choose(`heading/${chapter}`, ...headings[chapter])
      return {
        heading: several ? `${table}: ${heading.charAt(0).toLowerCase()}${heading.slice(1)}` : heading,
        full: members.slice(0, limit),
        rest: members.slice(limit),
      }
    }),
  )
}

type Unsaid = (phrases: readonly Phrase[]) => readonly Phrase[]

/** Passes on what was not said before: a remark that holds for a whole section stands in it once. */
function onlyOnce(): Unsaid {
  const said = new Set<string>()
  return (phrases) =>
    phrases.filter(({ text }) => {
      const fresh = !said.has(text)
      said.add(text)
      return fresh
    })
}

function chapterOf(type: InsightType): Chapter {
  return kindOf(type).chapter ?? 'picture'
}

/** Findings before facts, in the order of rank, with statements on the same measure brought together. */
function neighbours(members: readonly Told[]): readonly Told[] {
  const groups = new Map<string, Told[]>()
  const ordered = members.toSorted((left, right) => Number(isFact(left)) - Number(isFact(right)))
  for (const one of ordered) {
    const subject = String(one.draft.details.measure ?? one.draft.columns.at(-1) ?? '')
    groups.set(subject, [...(groups.get(subject) ?? []), one])
  }
  return [...groups.values()].flat()
}

function isFinding(told: Told): boolean {
  return told.draft.class === 'finding'
}

function isFact(told: Told): boolean {
  return told.draft.class === 'fact'
}

/**
 * A statement that opened the story is not repeated word for word: its paragraph goes on from its headline. Null where
 * there is nothing to go on with, but for several tables: there the section says which table it is about.
 */
function bodyParagraph(
  told: Told,
  { opened, alone }: { readonly opened: boolean; readonly alone: boolean },
  caveats: readonly Phrase[],
  unsaid: Unsaid,
): Paragraph | null {
  const { draft, wording } = told
  const [first, ...rest] = unsaid(wording.support)
  const remarks = [...rest.map(sentence), ...unsaid(caveats)]
  if (opened && first !== undefined) {
    return paragraph([sentence(say`${wording.headline}: ${first}`), ...remarks], [draft.id])
  }
  if (opened && alone && remarks.length === 0) return null
  return paragraph([wording.claim, ...(first === undefined ? [] : [sentence(first)]), ...remarks], [draft.id])
}

function leadParagraphs(plot: Plot, leads: readonly Told[], quality: readonly Told[]): readonly Paragraph[] {
  if (leads.length === 0) return []
  return [
    paragraph(
      [say`These did not pass the tests as findings; each may be chance and is worth checking on other data.`],
      [],
    ),
    ...leads.map((one) =>
      paragraph(
        [tableOf(plot, one), one.wording.claim, ...one.wording.support.map(sentence), ...caveatsOf(one, quality)],
        [one.draft.id],
      ),
    ),
  ]
}

function qualityParagraphs(plot: Plot, quality: readonly Told[]): readonly Paragraph[] {
  const byType = new Map<string, Told[]>()
  for (const one of quality) {
    const key = `${one.draft.table}\n${one.draft.type}`
    byType.set(key, [...(byType.get(key) ?? []), one])
  }
  return [...byType.values()].map((group) => {
    const unsaid = onlyOnce()
    const remarks = group.flatMap(({ wording }) => unsaid(wording.support)).map(sentence)
    const table = group.slice(0, 1).map((one) => tableOf(plot, one))
    return paragraph(
      [...table, ...group.map(({ wording }) => wording.claim), ...remarks],
      group.map(({ draft }) => draft.id),
    )
  })
}
