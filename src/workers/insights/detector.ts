/** What a detector is: data that says which tests it runs, and how a statement is made of one that passes. */
import type { Direction, InsightClass, InsightType, Scalar } from '../../shared/story/insight.ts'
import type { Artefacts } from '../analysis/artefacts.ts'
import type { TableSchema } from '../analysis/schema.ts'
import type { WorkContext } from '../runtime/context.ts'
import type { EvidenceRecipe } from './evidence-recipe.ts'
import type { DetailName, Names } from './names.ts'
import type { Caveat } from './words/caveats.ts'

/** What the score is made of, each from 0 to 1 ; see `rank.ts`. */
export interface ScoreInputs {
  /** √ of the share of rows or of the measure concerned. */
  readonly impact: number
  /** Lower confidence bound of the effect, placed between the gate (0) and a large effect (1). */
  readonly effect: number
  /** What other statements do not already say. */
  readonly surprise: number
  /** Less than 1 where the reader must keep a filter in mind. */
  readonly readability: number
}

/** A statement that passed its gate, not yet the multiplicity control, with numbers still to be filled in. */
export interface Statement<N extends Names = Names> {
  readonly type: InsightType
  readonly class: InsightClass
  readonly columns: readonly string[]
  readonly subspace?: Readonly<Record<string, Scalar>>
  readonly direction: Direction
  readonly location?: Scalar
  /** Names of evidence values: the effect and its interval. */
  readonly effect: { readonly name: string; readonly value: string; readonly low?: string; readonly high?: string }
  readonly testName?: string
  readonly n: number
  readonly evidence: EvidenceRecipe
  readonly details: Readonly<Record<DetailName<N>, Scalar>>
  readonly caveats: readonly Caveat[]
  /** Set where the two columns go so closely together that what one shows the other shows again. */
  readonly linksColumns?: boolean
  /**
   * p up to which a statement that the control does not keep is a lead; see `find-insights.ts`. Set where p allows for
   * more than chance already: what is 7 standard deviations out is worth a look, however heavy the tails may be.
   */
  readonly leadP?: number
  readonly score: ScoreInputs
}

/** One test that was run, or one fact that was looked at. */
export interface Outcome<N extends Names = Names> {
  /** Null for what is not a test: facts and notes on quality. */
  readonly p: number | null
  /** Null when the gate is not passed; the test still counts. */
  readonly statement: Statement<N> | null
}

export interface DetectorRun {
  readonly schema: TableSchema
  readonly artefacts: Artefacts
  readonly context: WorkContext
  readonly seed: number
}

/** What a detector is expected to take on a table: ms of a quiet two-core machine; only the ratios count. */
export interface ExpectedWork {
  readonly work: number
  /** Parts its progress is told in, where it has several. */
  readonly parts?: number
}

export interface Detector<N extends Names = Names> {
  /** Tests of one family share a multiplicity budget: the type, at the grain it is asked at. Null when it tests nothing. */
  readonly family: ((schema: TableSchema) => string) | null
  appliesTo(schema: TableSchema): boolean
  /** Asked only of tables it applies to. */
  expectedWork(schema: TableSchema): ExpectedWork
  run(run: DetectorRun): Promise<Outcome<N>[]>
}

/** A test that could not be computed or did not pass its gate still counts. */
export function gatedOut(p: number | null): Outcome {
  return { p: p ?? 1, statement: null }
}

/** Where `value` lies between `gate` and `large`, from 0 to 1. */
export function between(value: number, gate: number, large: number): number {
  return Math.min(1, Math.max(0, (value - gate) / (large - gate)))
}
