/** From ranked insights to a titled story in sections: all words, no input or output. */
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import { dropReasons } from '../../shared/story/dropped.ts'
import type { Insight, InsightDraft } from '../../shared/story/insight.ts'
import { placeOfStatement } from '../../shared/story/sentence-place.ts'
import { type TextsTag, textsIn } from '../../shared/texts/texts.ts'
import { unfounded } from '../insights/claims.ts'
import { kindOf } from '../insights/kinds/index.ts'
import { wordingOf } from '../insights/wording-of.ts'
import { chooserFor } from '../insights/words/paraphrase.ts'
import { isOwnFault, whyOf } from '../runtime/own-fault.ts'
import { withoutBase } from './base-once.ts'
import { sectionsOf } from './sections.ts'
import { checkWording, type Told } from './statement.ts'
import { scopeOf, titleOf } from './title.ts'
import { frame } from './words/index.ts'

/** What makes the choice of words: the content, not the name or place of the file. */
export function contentKey(input: Pick<StageInput<'narrate'>, 'source' | 'analysis'>): string {
  const tables = input.analysis.tables.map(
    (table) => `${table.rows}:${table.columns.map(({ name }) => name).join(',')}`,
  )
  return `${input.source.bytes}\n${tables.join('\n')}`
}

/** A statement that could not be put into words, or only into words that its evidence does not bear out. */
export interface Unsaid {
  readonly insight: string
  readonly reason: string
  readonly why: string
}

export type Telling = Omit<StageOutput<'narrate'>, 'verified' | 'dropped'> & { readonly unsaid: readonly Unsaid[] }

/**
 * Words for the insights of an analysis but those withheld, numbers not yet checked against the tables. Title, sections
 * and what is said of what was not found are as if a statement that is withheld or unsaid had never been made, but for
 * one thing: what was found is not said to be absent. Pure.
 */
export function tell(
  input: Pick<StageInput<'narrate'>, 'source' | 'analysis'>,
  withheld: ReadonlySet<string> = new Set(),
  word: typeof wordingOf = wordingOf,
  language: TextsTag = 'en',
): Telling {
  const { analysis, source } = input
  const choose = chooserFor(contentKey(input))
  const words = frame.in(language)
  const told: Told[] = []
  const unsaid: Unsaid[] = []
  for (const draft of analysis.insights) {
    if (withheld.has(draft.id)) continue
    try {
      const one = { draft, wording: word(draft, { tables: analysis.tables, choose, language }) }
      checkWording(one)
      const claims = kindOf(draft.type).claims?.(draft) ?? []
      const table = analysis.tables.find(({ name }) => name === draft.table)
      const [why] = unfounded(claims, draft, one.wording.claim.numbers, table, textsIn(language).locale)
      if (why === undefined) told.push(one)
      else unsaid.push({ insight: draft.id, reason: dropReasons.claim, why })
    } catch (error) {
      if (!isOwnFault(error)) throw error
      unsaid.push({ insight: draft.id, reason: dropReasons.words, why: whyOf(error) })
    }
  }
  const said = new Set(told.map(({ draft }) => draft.id))
  const untold = analysis.insights.filter(({ id }) => !said.has(id))
  const sections = sectionsOf({
    told,
    untold,
    tables: analysis.tables,
    method: analysis.method,
    choose,
    language,
    frame: words,
    wholes: new Set(),
  })
  const texts = sections.flatMap((section) => section.paragraphs.map(({ text }) => text))
  return {
    title: titleOf(told, analysis.tables, source.name, { method: analysis.method, frame: words }),
    subtitle: scopeOf(told, analysis.tables, source.name, { frame: words, texts: textsIn(language) }),
    insights: told.map((one) => ({
      ...one.draft,
      n: rowsOf(one.draft),
      ...sentenceOf(one, texts),
      ...explanationOf(one.draft, language),
    })),
    unsaid,
    sections: [...sections],
  }
}

/** The whole sentence, and how the story's texts have it where they leave out what it rests on. */
function sentenceOf({ wording: { claim } }: Told, texts: readonly string[]): Pick<Insight, 'sentence' | 'inText'> {
  const whole = { sentence: claim.text }
  if (claim.bases === undefined || texts.some((text) => placeOfStatement(text, whole) !== null)) return whole
  return { ...whole, inText: { sentence: withoutBase(claim).text, numbers: [...claim.numbers] } }
}

/** What the evidence says of the statement's kind, so that a reader of the story need not know the kind. */
function explanationOf(draft: InsightDraft, language: TextsTag): Pick<Insight, 'lookedAt' | 'contrary'> {
  const { words, contrary } = kindOf(draft.type)
  const isInferred = draft.class === 'finding' || draft.class === 'lead' || contrary === 'forecast'
  return { lookedAt: words.in(language).lookedAt.text, ...(isInferred && contrary !== null ? { contrary } : {}) }
}

/** The rows shown beside a statement are those of its evidence: one number, one source. */
function rowsOf({ evidence, n }: InsightDraft): number {
  const rows = evidence.values.n
  return typeof rows === 'number' ? rows : n
}
