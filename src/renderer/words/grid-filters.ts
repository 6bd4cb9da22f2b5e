/** The parts of a filter, each of which is shown and can be taken out by itself. */
import { type Condition, type ConditionValue, columnsIn } from '../../shared/story/condition.ts'
import { allOf, partsOfCondition } from '../../shared/story/condition-parts.ts'

export function partsOf(condition: Condition | null): readonly Condition[] {
  return condition === null ? [] : partsOfCondition(condition)
}

/** Whether a part is about this column and no other. */
export function isAbout(part: Condition, column: string): boolean {
  const columns = columnsIn(part)
  return columns.length === 1 && columns[0] === column
}

/** The same filter with other parts about a column; with none, without it. */
export function withColumn(condition: Condition | null, column: string, parts: readonly Condition[]): Condition | null {
  return allOf([...partsOf(condition).filter((part) => !isAbout(part, column)), ...parts])
}

export function withoutPart(condition: Condition | null, place: number): Condition | null {
  return allOf(partsOf(condition).filter((_, at) => at !== place))
}

/** What a person has chosen of a column, as its form shows it. */
export interface ColumnFilter {
  readonly low: string
  readonly high: string
  readonly contains: string
  readonly values: readonly ConditionValue[]
  /** The values chosen are those left out. */
  readonly leavesOut: boolean
  readonly missing: 'either' | 'only' | 'none'
}

export const noColumnFilter: ColumnFilter = {
  low: '',
  high: '',
  contains: '',
  values: [],
  leavesOut: false,
  missing: 'either',
}

/** As far as the parts have the form's shape; what has not stays as a part of its own and is not in the form. */
export function columnFilterOf(condition: Condition | null, column: string): ColumnFilter {
  let filter = noColumnFilter
  for (const part of partsOf(condition).filter((one) => isAbout(one, column))) {
    switch (part.kind) {
      case 'between':
        filter = { ...filter, low: String(part.low), high: String(part.high) }
        break
      case 'in':
        filter = { ...filter, values: part.values, leavesOut: part.negated }
        break
      case 'contains':
        if (!part.negated) filter = { ...filter, contains: part.text }
        break
      case 'missing':
        filter = { ...filter, missing: part.negated ? 'none' : 'only' }
        break
      case 'compare':
        if (part.operator === '>=') filter = { ...filter, low: String(part.value) }
        else if (part.operator === '<=') filter = { ...filter, high: String(part.value) }
        else if (part.operator === '=' || part.operator === '!=')
          filter = { ...filter, values: [part.value], leavesOut: part.operator === '!=' }
        break
      case 'all':
      case 'any':
      case 'calendar':
        break
    }
  }
  return filter
}

/** The parts a form stands for. `isNumber`: its ends are numbers. */
export function partsOfColumn(column: string, filter: ColumnFilter, isNumber: boolean): readonly Condition[] {
  const end = (text: string): ConditionValue => (isNumber && Number.isFinite(Number(text)) ? Number(text) : text)
  const [low, high] = [filter.low.trim(), filter.high.trim()]
  const parts: Condition[] = []
  if (low !== '' && high !== '') parts.push({ kind: 'between', column, low: end(low), high: end(high) })
  else if (low !== '') parts.push({ kind: 'compare', column, operator: '>=', value: end(low) })
  else if (high !== '') parts.push({ kind: 'compare', column, operator: '<=', value: end(high) })
  if (filter.contains !== '') parts.push({ kind: 'contains', column, text: filter.contains, negated: false })
  const [only, ...others] = filter.values
  if (only !== undefined && others.length === 0)
    parts.push({ kind: 'compare', column, operator: filter.leavesOut ? '!=' : '=', value: only })
  else if (only !== undefined) parts.push({ kind: 'in', column, values: filter.values, negated: filter.leavesOut })
  if (filter.missing !== 'either') parts.push({ kind: 'missing', column, negated: filter.missing === 'none' })
  return parts
}
