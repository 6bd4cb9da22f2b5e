/** What a chart is drawn from, and what every kind that is drawn gives. */
import { formatNumber, type NumberForm } from '../../../shared/format/numbers.ts'
import type { ChartSpec } from '../../../shared/story/chart.ts'
import type { InsightDraft, Scalar } from '../../../shared/story/insight.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../shared/story/table.ts'
import { localeOf, type TextsTag } from '../../../shared/texts/texts.ts'
import { hasTrueZero } from '../../analysis/profile/additivity.ts'
import type { TableSource } from '../../source/table-source.ts'
import { type CountedPhrase, named } from '../words/phrase.ts'

export interface ChartRequest {
  readonly draft: InsightDraft
  readonly table: ProfiledTable
  /** The claim, without a full stop. */
  readonly headline: string
  readonly source: TableSource
  /** Of the words on it. */
  readonly language: TextsTag
}

/** Everything of a chart but its id, title and alternative text. */
export interface Drawing {
  readonly spec: Omit<ChartSpec, 'title' | 'horizontal' | 'highlight'> &
    Partial<Pick<ChartSpec, 'horizontal' | 'highlight'>>
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Scalar[])[]
  readonly sql: string
  readonly reduced: boolean
  /** The column whose categories stand on x, so that they can be put in the order it is told to have. */
  readonly categories?: string
  /** The column whose categories are the series. */
  readonly series?: string
  /** When the picture is about more than the one insight; else its headline. */
  readonly title?: string
  /** What the picture shows, before its claim: `Line chart of total sales by month`. */
  readonly shows: string
  /** Behind it, in which order the values are: `, highest first`. */
  readonly ranked?: string
}

/** Null when the data does not make a picture that would help. */
export type DrawInsight = (request: ChartRequest) => Promise<Drawing | null>

/** A number on a picture. */
export function written(value: number | null, form: NumberForm, language: TextsTag): string {
  return formatNumber(value, form, { locale: localeOf(language) })
}

/** A count on a picture, for the words around it to agree with. */
export function counted(count: number, language: TextsTag): CountedPhrase {
  return { ...named(written(count, { kind: 'count' }, language)), count }
}

export function columnOf(table: ProfiledTable, name: Scalar | undefined): ProfiledColumn | null {
  return table.columns.find((column) => column.name === name) ?? null
}

/** What no total or mean of a column can be below (null: a count of rows): zero, where it has a true one and no value is less. */
export function floorOfColumn(column: ProfiledColumn | null): number | null {
  if (column === null) return 0
  const { name, format, storage, stats } = column
  const { min, max } = stats
  if (typeof min !== 'number' || typeof max !== 'number') return null
  const numeric = { negatives: min < 0 ? 1 : 0, integers: storage === 'BIGINT', min, max }
  return hasTrueZero({ name, format, numeric }) ? 0 : null
}

/**
 * The lower end of the interval of a mean: without what lies below `floor`, where no mean can be (null: anything), the
 * interval holds as much.
 */
export function notBelow(floor: number | null, low: number, mean: number): number {
  return floor === null ? low : Math.max(low, Math.min(floor, mean))
}

export function evidenceValue(draft: InsightDraft, name: string): number | null {
  const value = draft.evidence.values[name]
  return typeof value === 'number' ? value : null
}

export function detailText(draft: InsightDraft, name: string): string {
  return String(draft.details[name] ?? '')
}
