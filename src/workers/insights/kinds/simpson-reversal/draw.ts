/** The difference, or the correlation, within each level of the control, against that over all rows. */
import { formatNumber, formOfColumn, formOfDifference } from '../../../../shared/format/numbers.ts'
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import { type HeldFunction, heldByLevel, heldDerivations } from '../../../analysis/derive/held.ts'
import { columnOf, type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { base, reference } from '../../charts/groups.ts'
import { stable } from '../../stable.ts'

export const drawReversal: DrawInsight = async ({ draft, table, source }) => {
  const derivation = draft.evidence.derived.within
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  // Ranges of a number have no names that a reader could read off an axis.
  if (derivation === undefined || sql === undefined || !isHeld(derivation.function) || draft.details.binned === true) {
    return null
  }
  const columns = await source.columns(sql)
  const { levels } = heldByLevel(
    derivation.function,
    derivation.columns.map((name) => columns[name] ?? []),
  )
  const shown = levels.filter(({ level, effect }) => level !== null && effect !== null)
  if (shown.length < 2) return null
  const [first, second] = [readableName(detailText(draft, 'first')), readableName(detailText(draft, 'second'))]
  const control = readableName(detailText(draft, 'control'))
  const ranks = draft.details.form === 'ranks'
  const rates = draft.details.form === 'rates'
  const format = rates ? 'percent' : (columnOf(table, detailText(draft, 'second'))?.format ?? null)
  const subject = ranks
    ? `rank correlation of ${first} and ${second}`
    : `${rates ? `share of “${detailText(draft, 'value')}” in ${second}` : `average ${second}`}: “${detailText(draft, 'group')}” less ${draft.details.rest === null ? 'all others' : `“${detailText(draft, 'rest')}”`}`
  const overall = evidenceValue(draft, 'overall')
  const form = ranks ? ({ kind: 'number' } as const) : formOfDifference(formOfColumn(format))
  return {
    spec: {
      kind: 'bar',
      subtitle: `${capitalise(subject)}, by ${control}; ${base(draft.n, table)}`,
      horizontal: true,
      x: { field: 'category', label: capitalise(control), type: 'category', format: null },
      y: { field: 'effect', label: capitalise(subject), type: 'number', format: ranks ? null : format },
      ...reference(overall, `over all rows: ${formatNumber(overall, form)}`),
    },
    columns: ['category', 'effect', 'rows'],
    rows: shown.map(({ level, effect, rows }) => [level, stable(effect ?? 0), rows]),
    sql,
    reduced: false,
    shows: `Bar chart of the ${subject} within each ${control}`,
  }
}

function isHeld(name: string): name is HeldFunction {
  return name in heldDerivations
}
