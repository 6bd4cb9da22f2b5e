/** What was before and after, and by which groups it changed. */
import type { Amount, QuestionOf } from '../../shared/ask/question.ts'
import { type Condition, conditionText } from '../../shared/story/condition.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import type { TableSource } from '../source/table-source.ts'
import type { ChangePeriods } from './change-periods.ts'
import { computedDraft } from './computed.ts'
import type { Asking } from './sql.ts'

/** More columns of groups than this are not gone through for one question. */
const mostDimensions = 4

export interface Change {
  readonly amount: Amount
  readonly time: string
  readonly where: Condition | null
  readonly periods: ChangePeriods
  /** Columns of groups it is split by; those that can be, where none is named. */
  readonly by: readonly string[] | null
  /** Which groups are told: those that rose or fell; null for those that went with the whole. */
  readonly direction: 'up' | 'down' | null
}

/** The whole first, then the groups of each column. None where one of the two periods has no rows. */
export async function changeDrafts(
  source: TableSource,
  asking: Asking,
  { amount, time, where, periods, by, direction }: Change,
  texts: Texts,
): Promise<InsightDraft[]> {
  const { table } = asking
  const both: Condition = { kind: 'any', parts: [periods.isEarlier, periods.isLater] }
  const course: QuestionOf<'course'> = {
    ...{ kind: 'course', table: table.name, amount, time, grain: periods.grain },
    where: where === null ? both : { kind: 'all', parts: [where, both] },
  }
  const whole = await computedDraft(source, asking, course, amount, texts)
  const { value, second, groups: found } = whole.evidence.values
  // Without both periods there is no change to speak of.
  if (found !== 2) return []
  const rose = typeof value === 'number' && typeof second === 'number' && second > value
  const way = direction ?? (rose ? 'up' : 'down')
  // That both periods are meant is said by the sentence itself.
  const filter = where === null ? null : conditionText(texts, where)
  const drafts: InsightDraft[] = [{ ...whole, details: { ...whole.details, filter } }]
  for (const one of by ?? groupingColumns(table).slice(0, mostDimensions)) {
    const moved = { kind: 'moved', table: table.name, where, amount, by: one, time, direction: way, periods } as const
    drafts.push(await computedDraft(source, asking, moved, amount, texts))
  }
  return drafts
}

/** Names of the columns whose values make groups that can be told one by one. */
export function groupingColumns(table: ProfiledTable): string[] {
  return table.columns
    .filter(({ role, distinct }) => role === 'dimension' && distinct >= 2 && distinct <= 1_000)
    .map(({ name }) => name)
}
