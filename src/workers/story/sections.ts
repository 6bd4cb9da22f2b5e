/** The order of the story: key findings, big picture, change, differences, relationships, exceptions, then the rest. */
import type { InsightDraft, InsightType } from '../../shared/story/insight.ts'
import type { Method, Paragraph, Section, SectionRole } from '../../shared/story/story.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import { type Chapter, chapters } from '../insights/kind.ts'
import { kindOf } from '../insights/kinds/index.ts'
import type { Chooser } from '../insights/words/paraphrase.ts'
import { named, nothing, type Phrase, sentence } from '../insights/words/phrase.ts'
import { methodParagraphs, notFound, nothingFound, nothingTold, readingParagraphs } from './about.ts'
import { caveatsOf } from './caveats.ts'
import { paragraph, type Told } from './statement.ts'
import type { Frame } from './words/index.ts'

const mostKeyFindings = 6
const mostKeyStatements = 8
const mostKeyOfAType = 3
/** Facts that say of all what a finding compares. */
const mostBases = 2
/** With fewer statements than this, exact facts fill the opening. */
const fewestKeyStatements = 5

/** Statements told in full a chapter; what ranks below is listed as `further`. */
const mostPerChapter = 4

export interface Plot {
  readonly told: readonly Told[]
  /** Statements that were found and cannot be told. */
  readonly untold: readonly InsightDraft[]
  readonly tables: readonly ProfiledTable[]
  readonly method: Method
  readonly choose: Chooser
  readonly language: TextsTag
  /** Its words about itself. */
  readonly frame: Frame
}

export function sectionsOf(plot: Plot): readonly Section[] {
  const { told, tables, method, frame } = plot
  const { headings } = frame
  const quality = told.filter(({ draft }) => draft.class === 'quality')
  const leads = told.filter(({ draft }) => draft.class === 'lead')
  const key = keyStatements(told)
  const opening = key.some(isFinding)
    ? ({ role: 'key', heading: headings.keyFindings } as const)
    : ({ role: 'short', heading: headings.inShort } as const)
  const drafts = [...told.map(({ draft }) => draft), ...plot.untold]
  const sections: (Section | null)[] = [
    section(opening.role, opening.heading, keyParagraphs(plot, key)),
    ...bodySections(plot, key, quality),
    section('further', headings.further, furtherParagraphs(plot, key)),
    section('leads', headings.leads, leadParagraphs(plot, leads, quality)),
    section('quality', headings.quality, [...qualityParagraphs(plot, quality), ...readingParagraphs(tables, frame)]),
    section('notFound', headings.notFound, notFound(drafts, method, plot)),
    section('method', headings.method, methodParagraphs(method, frame)),
  ]
  return sections.filter((one) => one !== null)
}

function section(role: SectionRole, heading: Phrase, paragraphs: readonly (Paragraph | null)[]): Section | null {
  const present = paragraphs.filter((one) => one !== null)
  return present.length === 0 ? null : { role, heading: heading.text, paragraphs: present, charts: [] }
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
  return [untold ? nothingTold(plot.frame) : nothingFound(plot.method, plot.frame), ...statements]
}

/** `Orders:` before what is said of one of several tables, where no heading says it. */
function tableOf({ tables, frame }: Pick<Plot, 'tables' | 'frame'>, { draft }: Told): Phrase {
  return tables.length > 1 ? frame.ofTable({ table: named(draft.table) }) : nothing
}

function bodySections(plot: Plot, key: readonly Told[], quality: readonly Told[]): readonly (Section | null)[] {
  const alone = plot.tables.length === 1
  return chaptersOf(plot, key).map(({ heading, full }) => {
    const unsaid = onlyOnce()
    return section(
      'chapter',
      heading,
      neighbours(full).map((one) =>
        bodyParagraph(one, { opened: key.includes(one), alone, frame: plot.frame }, caveatsOf(one, quality), unsaid),
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
  readonly heading: Phrase
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
      const { chapters: ways, chaptersOfTable: waysOfTable } = plot.frame
      const slot = `heading/${chapter}`
      const heading = several
        ? oneOf(plot.choose, slot, waysOfTable[chapter])({ table: named(table) })
        : oneOf(plot.choose, slot, ways[chapter])
      return {
        heading,
        full: members.slice(0, limit),
        rest: members.slice(limit),
      }
    }),
  )
}

function oneOf<Way>(choose: Chooser, slot: string, [first, ...others]: readonly [Way, ...Way[]]): Way {
  return choose(slot, first, ...others)
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
  { opened, alone, frame }: { readonly opened: boolean; readonly alone: boolean; readonly frame: Frame },
  caveats: readonly Phrase[],
  unsaid: Unsaid,
): Paragraph | null {
  const { draft, wording } = told
  const [first, ...rest] = unsaid(wording.support)
  const remarks = [...rest.map(sentence), ...unsaid(caveats)]
  if (opened && first !== undefined) {
    return paragraph([sentence(frame.goOn({ headline: wording.headline, first })), ...remarks], [draft.id])
  }
  if (opened && alone && remarks.length === 0) return null
  return paragraph([wording.claim, ...(first === undefined ? [] : [sentence(first)]), ...remarks], [draft.id])
}

function leadParagraphs(plot: Plot, leads: readonly Told[], quality: readonly Told[]): readonly Paragraph[] {
  if (leads.length === 0) return []
  return [
    paragraph([plot.frame.leads], []),
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
