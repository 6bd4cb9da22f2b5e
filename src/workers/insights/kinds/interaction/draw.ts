/** The gap between the groups in each level, or the slope in each group, the one that is otherwise singled out. */
import { readableName } from '../../../../shared/format/words.ts'
import { combined, differenceInterval } from '../../../analysis/derive/groups.ts'
import { type Cell, cellsFrom, contrastOf } from '../../../analysis/derive/interaction.ts'
import { leastLineRows, linesFrom } from '../../../analysis/derive/slopes.ts'
import { type Bar, drawBars } from '../../charts/bars.ts'
import { columnOf, type DrawInsight, detailText } from '../../charts/drawing.ts'
import { averageOf } from '../../charts/groups.ts'
import { allNamed, named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawInteraction: DrawInsight = async ({ draft, table, source, language }) => {
  const derivation = draft.evidence.derived.difference
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  if (derivation === undefined || sql === undefined) return null
  const found = await source.columns(sql)
  const columns = derivation.columns.map((name) => found[name] ?? [])
  const [first, second] = [detailText(draft, 'first'), detailText(draft, 'second')]
  const measure = detailText(draft, 'measure')
  const { picture, allOthers } = words.in(language)
  const shared = {
    by: readableName(second),
    category: readableName(second),
    format: columnOf(table, measure)?.format ?? null,
    highlight: [detailText(draft, 'level')],
    sql,
    table,
    rows: draft.n,
    language,
  }
  if (draft.details.form === 'slopes') {
    const bars = linesFrom(columns)
      .filter(({ n, squaresX }) => n >= leastLineRows && squaresX > 0)
      .map(({ group, products, squaresX }): Bar => ({ category: group, value: products / squaresX }))
    const subject = picture.slope(allNamed({ measure: readableName(measure), x: readableName(first) })).text
    return drawBars({ ...shared, bars: sorted(bars), subject, format: null })
  }
  const share = Number(derivation.parameters.independent ?? 1)
  const group = detailText(draft, 'group')
  const rest = draft.details.rest === null ? allOthers : named(String(draft.details.rest))
  const average = averageOf(readableName(measure), language)
  const subject = picture.gap({ ...allNamed({ subject: average, group }), rest }).text
  return drawBars({ ...shared, bars: sorted(gapsOf(cellsFrom(columns), group, share)), subject })
}

/** By level, the group less all others, where both have rows enough for the statement to rest on. */
function gapsOf(cells: readonly Cell[], group: string, share: number): Bar[] {
  const levels = [...new Set(cells.map(({ level }) => level))]
  return levels.flatMap((level): Bar[] => {
    if (contrastOf(cells, group, level, share) === null) return []
    const here = cells.filter((cell) => cell.level === level)
    const own = combined(here.filter((cell) => cell.group === group))
    const other = combined(here.filter((cell) => cell.group !== group))
    if (own === null || other === null) return []
    const { difference, low, high } = differenceInterval(own, other, share)
    return [{ category: level, value: difference, low, high }]
  })
}

function sorted(bars: readonly Bar[]): Bar[] {
  return bars.toSorted((left, right) => right.value - left.value)
}
