/**
 * What a kind of insight is: all that finding, ranking, wording, drawing and verifying it need, in one definition. The
 * registry in `kinds/index.ts` lists them; whatever else depends on the kind of a statement derives from there.
 */
import type { Contrary, InsightDraft, InsightType } from '../../shared/story/insight.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import type { Comparison } from '../analysis/controls/comparison.ts'
import type { DerivedFunction } from '../analysis/derive/derived-function.ts'
import type { TableSchema } from '../analysis/schema.ts'
import type { DrawInsight } from './charts/drawing.ts'
import type { Claim } from './claims.ts'
import type { Detector, Statement } from './detector.ts'
import type { Names, ValueName } from './names.ts'
import type { Ranked } from './ranked.ts'
import type { Phrase } from './words/phrase.ts'
import type { LargeEffect } from './words/strength.ts'
import type { Voice } from './words/voice.ts'
import type { Wording } from './words/wording.ts'

/** Chapters of a story's body, in their order. */
export const chapters = ['picture', 'change', 'differences', 'relationships', 'exceptions', 'outlook'] as const
export type Chapter = (typeof chapters)[number]

export interface Picture {
  /** Kinds that draw the same picture of the same columns have one name for it: the first in a story is drawn. */
  readonly name: string
  readonly draw: DrawInsight
  /** Whether one picture shows the kind for all columns of a table at once. */
  readonly ofTable?: true
  /** Pictures of the same columns in which this one's point can be read off as well. */
  readonly seenIn?: readonly string[]
}

/**
 * Whether a statement of one column is repeated by the same of a column that goes closely together with it:
 * `columns`, compared in their order; `pair`, in any order; `course`, over time, only where the columns share a word of
 * their names; `extreme`, over time whatever they are called.
 */
export type TwinRule = 'columns' | 'pair' | 'course' | 'extreme'

export interface InsightKind<N extends Names = Names> {
  readonly type: InsightType
  readonly names: N
  /** Several where it is looked for at several grains; none where another kind's detector finds it by the way. */
  readonly detectors: readonly Detector[]
  /** Where it is told; null for what is said about the quality of the data. */
  readonly chapter: Chapter | null
  /** Its word book; `lookedAt` names in plain words what a statement of the kind looked at. */
  readonly words: { in(language: TextsTag): { readonly lookedAt: Phrase } }
  /** What would be seen if its statements were not so; null where nothing is inferred, only counted. */
  readonly contrary: Contrary | null
  /** What its tests look for, and how it is said that there is none; null where nothing is tested. */
  readonly soughtFor: ((language: TextsTag) => { readonly none: Phrase; readonly some: Phrase }) | null
  /** Cohen's conventions where there are any. */
  readonly large: LargeEffect | null
  say(voice: Voice<N>): Wording
  /** What the sentence claims of its numbers; a statement that does not hold to it is not told. */
  claims?(draft: InsightDraft): readonly Claim[]
  /** Null where a picture would add nothing to the sentence. */
  readonly picture: Picture | null
  /** By name in the evidence of its statements. */
  readonly derivations: Readonly<Record<string, DerivedFunction>>
  readonly twins: TwinRule | null
  /**
   * Its values that say how far a sample may be from the whole: intervals and p. Left out where the rows were declared to
   * be the whole population.
   */
  readonly inferred?: readonly string[]
  /** Compares rows with each other: told of a whole population by its size alone, as what is so and no inference. */
  readonly ofRows?: true
  /**
   * Told once where it holds of several columns: of measures that all go together pair by pair (`pair`), of such
   * measures by a dimension (`measure`), of the totals of any measures by a dimension (`total`), or of measures whose
   * season is highest and lowest at the same times (`season`).
   */
  readonly likewise?: 'pair' | 'measure' | 'total' | 'season'
  /** Statements like this one that are told of a table at most, where there are fewer than of other kinds. */
  mostTold?(statement: Statement): number | null
  /** Statements of its kind that open a story, where fewer than of others do: pairs that all say the same kind of thing. */
  mostOfOpening?(draft: InsightDraft): number | null
  /** A statement that says more than this one makes it superfluous: of the same class, or of any. */
  readonly superseded?: {
    inClass?(own: Ranked, other: Ranked): boolean
    inAny?(own: Ranked, other: Ranked): boolean
  }
  /** Whether this fact says of all rows what `finding` compares between some, so that it is read before it. */
  isBaseOf?(own: InsightDraft, finding: InsightDraft): boolean
  /** Whether this statement tells all that `other` does and more, or belies it, whatever its kind and class. */
  supersedes?(own: Ranked, other: Ranked): boolean
  /** What the statement compares, so that it can be made again with other columns held the same. */
  compares?(statement: Statement, schema: TableSchema): Comparison | null
  /** Whether a measure compared by one dimension opens the story once only. */
  readonly comparesMeasure?: true
  /** Whether its best facts stand among the key findings: what everybody asks first, though nothing is inferred. */
  readonly opens?: true
  /** Whether a change of the same measure in the same direction, told with who accounts for it, opens the story in its place. */
  readonly yieldsToChange?: true
  /** Whether its claim is repeated beside a statement on the same column, as a caveat. Notes on quality only. */
  isCaveatOf?(own: InsightDraft, statement: InsightDraft): boolean
}

/** What of a definition names values, checked against the names it gives. */
interface NamingValues<N extends Names> {
  readonly inferred?: readonly ValueName<N>[]
  claims?(draft: InsightDraft): readonly Claim<ValueName<N>>[]
}

/** A definition with its names kept as they are written, so that words for a value it does not have do not compile. */
export function defineKind<const N extends Names>(kind: InsightKind<N> & NamingValues<N>): InsightKind<N> {
  return kind
}
