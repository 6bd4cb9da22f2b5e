/** The body of a story: chapters of a table, each of paragraphs that say a thing once. */
import type { InsightType } from '../../shared/story/insight.ts'
import type { Paragraph } from '../../shared/story/story.ts'
import { type Chapter, chapters } from '../insights/kind.ts'
import { kindOf } from '../insights/kinds/index.ts'
import type { Chooser } from '../insights/words/paraphrase.ts'
import { named, type Phrase, sentence } from '../insights/words/phrase.ts'
import { type BaseOnce, baseOnce, inARow } from './base-once.ts'
import { claimAfter, inParagraphs, neighbours } from './joining.ts'
import { onlyOnce, type Unsaid } from './only-once.ts'
import type { Plot } from './plot.ts'
import { isFact, isFinding, paragraph, type Told } from './statement.ts'

/** Statements told in full a chapter; what ranks below is listed as `further`. */
const mostPerChapter = 4

export interface ToldChapter {
  readonly heading: Phrase
  readonly paragraphs: readonly Paragraph[]
}

/** `opened`: what opened the story already. `caveatsOnce`: the caveats of a statement that were not said before. */
export function chaptersOf(
  plot: Plot,
  opened: readonly Told[],
  caveatsOnce: (told: Told) => readonly Phrase[],
): readonly ToldChapter[] {
  return membersOfChapters(plot, opened).map(({ heading, full }) => {
    const unsaid = onlyOnce()
    const once = baseOnce(plot.wholes)
    let before: Told | null = null
    const paragraphs = inParagraphs(neighbours(full)).flatMap((members) => {
      const phrases = members.flatMap((one) => {
        const said = saidInChapter(one, { opened: opened.includes(one), before, plot }, caveatsOnce(one), unsaid, once)
        before = said.length > 0 ? one : before
        return said.length > 0 ? [{ id: one.draft.id, said }] : []
      })
      return phrases.length === 0
        ? []
        : [
            paragraph(
              phrases.flatMap(({ said }) => said),
              phrases.map(({ id }) => id),
            ),
          ]
    })
    return { heading, paragraphs }
  })
}

/** What ranks below the best of its chapter, as claims only; what opened the story is not among it again. */
export function furtherParagraphs(plot: Plot, opened: readonly Told[]): readonly Paragraph[] {
  return membersOfChapters(plot, opened).flatMap(({ rest }) =>
    inARow(
      neighbours(rest.filter((one) => !opened.includes(one))),
      ({ draft, wording }, once) => paragraph([once(wording.claim, draft.table)], [draft.id]),
      plot.wholes,
    ),
  )
}

interface Members {
  readonly heading: Phrase
  readonly full: readonly Told[]
  readonly rest: readonly Told[]
}

function membersOfChapters(plot: Plot, opened: readonly Told[]): readonly Members[] {
  const body = plot.told.filter((one) => isFinding(one) || isFact(one))
  const names = [...new Set(body.map(({ draft }) => draft.table))]
  const several = plot.tables.length > 1
  return names.flatMap((table) =>
    chapters.map((chapter) => {
      const members = body
        .filter(({ draft }) => draft.table === table && chapterOf(draft.type) === chapter)
        .toSorted((left, right) => Number(opened.includes(right)) - Number(opened.includes(left)))
        .toSorted((left, right) => Number(isFact(left)) - Number(isFact(right)))
      const limit = Math.max(mostPerChapter, members.filter((one) => opened.includes(one)).length)
      const { chapters: ways, chaptersOfTable: waysOfTable } = plot.frame
      const slot = `heading/${chapter}`
      const heading = several
        ? oneOf(plot.choose, slot, waysOfTable[chapter])({ table: named(table) })
        : oneOf(plot.choose, slot, ways[chapter])
      return { heading, full: members.slice(0, limit), rest: members.slice(limit) }
    }),
  )
}

function chapterOf(type: InsightType): Chapter {
  return kindOf(type).chapter ?? 'picture'
}

function oneOf<Way>(choose: Chooser, slot: string, [first, ...others]: readonly [Way, ...Way[]]): Way {
  return choose(slot, first, ...others)
}

/**
 * A statement that opened the story is not repeated word for word: its text goes on from its headline. Nothing where
 * there is nothing to go on with, but for several tables: there the headline says under which table it belongs.
 */
function saidInChapter(
  told: Told,
  { opened, before, plot }: { readonly opened: boolean; readonly before: Told | null; readonly plot: Plot },
  caveats: readonly Phrase[],
  unsaid: Unsaid,
  once: BaseOnce,
): readonly Phrase[] {
  const { wording } = told
  const [first, ...rest] = unsaid(wording.support)
  const remarks = [...rest.map(sentence), ...caveats]
  if (opened && first !== undefined) {
    return [sentence(plot.frame.goOn({ headline: wording.headline, first })), ...remarks]
  }
  if (opened && plot.tables.length === 1 && remarks.length === 0) return []
  if (opened) return [sentence(wording.headline), ...remarks]
  const claim = once(claimAfter(told, before, plot.choose, plot.frame), told.draft.table)
  return [claim, ...(first === undefined ? [] : [sentence(first)]), ...remarks]
}
