/** A saved story as what it was told from, so that it can be told in another language without looking for anything again. */
import type { StageOutput } from '../contract/stages.ts'
import type { Texts } from '../texts/texts.ts'
import { composeStory } from './compose.ts'
import { type Dropped, dropReasons } from './dropped.ts'
import { everyInsight } from './every-insight.ts'
import type { InsightDraft } from './insight.ts'
import { sayNote } from './note.ts'
import type { Story } from './story.ts'
import type { ProfiledTable } from './table.ts'

/** Why statements and charts were left out when it was told: told again, that is found out again. */
const ofTelling: ReadonlySet<string> = new Set([
  dropReasons.recomputed,
  dropReasons.words,
  dropReasons.claim,
  dropReasons.text,
  dropReasons.chart,
])

/** What the analysis left for the story, its notes said in the language of `texts`; caveats are said by who can. */
export function analysisOf(
  { tables, findings, facts, leads, quality, untold = [], method }: Story,
  texts: Texts,
  caveatsOf: (draft: InsightDraft) => string[],
): StageOutput<'analyze'> {
  const told = everyInsight({ findings, facts, leads, quality }).map(({ sentence: _, ...draft }) => draft)
  const classes = ['finding', 'fact', 'lead', 'quality'] as const
  const drafts = classes.flatMap((one) => [...told, ...untold].filter((draft) => draft.class === one))
  return {
    tables: tables.map((table) => notesIn(texts, table)),
    insights: drafts.map((draft) => ({ ...draft, caveats: caveatsOf(draft) })),
    method: { ...method, ...(method.dropped === undefined ? {} : { dropped: beforeTelling(method.dropped) }) },
  }
}

/** The notes of a story of an older version stay in the words it has. */
function notesIn(texts: Texts, table: ProfiledTable): ProfiledTable {
  const { noted } = table
  return noted === undefined ? table : { ...table, notes: noted.map((one) => sayNote(texts, one)) }
}

function beforeTelling({ statements, reasons }: Dropped): Dropped {
  const kept = Object.entries(reasons).filter(([reason]) => !ofTelling.has(reason))
  const gone = Object.entries(reasons).filter(([reason]) => ofTelling.has(reason) && reason !== dropReasons.chart)
  return {
    statements: Math.max(0, statements - gone.reduce((sum, [, count]) => sum + count, 0)),
    reasons: Object.fromEntries(kept),
  }
}

/** The story with other words and charts; all else of it stays as it is. */
export function storyOf(
  { language: _language, untold: _untold, ...story }: Story,
  told: {
    readonly analysis: StageOutput<'analyze'>
    readonly narrative: StageOutput<'narrate'>
    readonly visuals: StageOutput<'visualize'>
  },
): Story {
  return { ...story, ...composeStory({ ...story, ...told, verified: told.narrative.verified }) }
}
