/** Questions that the detectors of insights answer: an analysis of only what they are about, by only what may answer them. */
import { withScratchFolder } from '../../disk/scratch.ts'
import type { AskedQuestion } from '../../shared/ask/question.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { Condition } from '../../shared/story/condition.ts'
import type { Focus } from '../../shared/story/focus.ts'
import type { InsightDraft, InsightType } from '../../shared/story/insight.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import { writeCondition } from '../../shared/story/write-condition.ts'
import { withoutUnitsOfNames } from '../analysis/units-in-names.ts'
import { detectors } from '../insights/expected-work.ts'
import type { WorkContext } from '../runtime/context.ts'
import { analyzeTimed } from '../stages/analyze.ts'

/** A `why` with a period is computed, and comes here without one only. */
type Detected = Extract<AskedQuestion, { kind: 'relate' | 'drivers' | 'why' | 'distribution' }>

export interface Found {
  readonly drafts: readonly InsightDraft[]
  /** As analysed: their evidence is of these rows, and of no others. */
  readonly tables: readonly ProfiledTable[]
}

/** Which kinds of insight answer a question. */
const kindsFor = {
  relate: [
    'correlation',
    'nonlinear_dependence',
    'co_movement',
    'group_difference',
    'rate_difference',
    'association',
    'trend',
  ],
  drivers: ['key_drivers', 'correlation', 'group_difference', 'rate_difference', 'association'],
  why: ['change_decomposition', 'level_shift', 'time_outlier', 'latest_vs_expected'],
  distribution: ['typical', 'multimodal', 'skew', 'unusual_values', 'zero_inflation', 'imbalance'],
} as const satisfies Record<Detected['kind'], readonly InsightType[]>

const mostStatements = 4

export async function detected(
  question: Detected,
  input: TaskMap['ask']['input'],
  context: WorkContext,
): Promise<Found> {
  const table = input.tables.find(({ name }) => name === question.table)
  if (table === undefined) return { drafts: [], tables: input.tables }
  return withScratchFolder(async (outputDir) => {
    const { output } = await analyzeTimed(
      {
        source: input.source,
        convertDir: input.convertDir,
        tables: [converted(table)],
        seed: input.seed,
        depth: 'standard',
        focus: focusOf(question, table),
        outputDir,
      },
      context,
      detectors.filter(({ type }) => (kindsFor[question.kind] as readonly InsightType[]).includes(type)),
    )
    const drafts = output.insights.filter((draft) => isAbout(question, draft)).slice(0, mostStatements)
    return { drafts, tables: output.tables }
  })
}

/** The table as it was stored: its profile is made again of the rows that are asked about. */
function converted({ rowNoun: _, columns, ...table }: ProfiledTable): ProfiledTable {
  return { ...table, columns: withoutUnitsOfNames(columns) }
}

/** Other measures are left out; groups and times stay, since they decide which rows are independent of each other. */
function focusOf(question: Detected, table: ProfiledTable): Focus {
  const wanted = new Set(columnsAsked(question))
  const needsOthers = question.kind === 'drivers'
  const ignore = needsOthers
    ? []
    : table.columns.filter(({ name, role }) => role === 'measure' && !wanted.has(name)).map(({ name }) => name)
  const [target] = wanted
  const where = question.where === null ? null : bothOf(table.view?.where ?? null, question.where)
  return {
    ...(ignore.length === 0 ? {} : { ignore }),
    ...(where === null ? {} : { where: writeCondition(where) }),
    ...(target === undefined ? {} : { target }),
    ...(table.declared === undefined ? {} : { facts: table.declared }),
  }
}

function columnsAsked(question: Detected): readonly string[] {
  switch (question.kind) {
    case 'relate':
      return question.columns
    case 'drivers':
    case 'distribution':
      return [question.column]
    case 'why':
      return question.amount.kind === 'column' ? [question.amount.column] : []
  }
}

/** A filter of the question is one more: rows that the story leaves out stay out. */
function bothOf(own: Condition | null, asked: Condition): Condition {
  return own === null ? asked : { kind: 'all', parts: [own, asked] }
}

function isAbout(question: Detected, { columns, details }: InsightDraft): boolean {
  switch (question.kind) {
    case 'relate':
      // Further columns are those of which a statement holds likewise.
      return columns.slice(0, 2).every((name) => question.columns.includes(name)) && columns.length >= 2
    case 'drivers':
    case 'distribution':
      return columns.includes(question.column)
    case 'why':
      return question.amount.kind === 'column' ? columns.includes(question.amount.column) : details.measure === null
  }
}
