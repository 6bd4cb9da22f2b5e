/** The means of the group and of all others in each level, each with its interval; the level with another gap stands out. */
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import type { Scalar } from '../../../../shared/story/insight.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { combined } from '../../../analysis/derive/groups.ts'
import { type Cell, cellsFrom, contrastOf } from '../../../analysis/derive/interaction.ts'
import { columnOf, type DrawInsight, detailText, floorOfColumn } from '../../charts/drawing.ts'
import { averageOf, base, intervalsShown, meanInterval } from '../../charts/groups.ts'
import { allNamed, named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

/** More are not read. */
const mostLevels = 15

export const drawGaps: DrawInsight = async ({ draft, table, source, language }) => {
  const derivation = draft.evidence.derived.difference
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  if (derivation === undefined || sql === undefined) return null
  const found = await source.columns(sql)
  const cells = cellsFrom(derivation.columns.map((name) => found[name] ?? []))
  const share = Number(derivation.parameters.independent ?? 1)
  const [group, level] = [detailText(draft, 'group'), detailText(draft, 'level')]
  const measure = detailText(draft, 'measure')
  const column = columnOf(table, measure)
  const pairs = pairsOf(cells, group, share, floorOfColumn(column))
    .toSorted((left, right) => right.gap - left.gap)
    .slice(0, mostLevels)
  if (pairs.length < 2) return null
  const { picture, allOthers } = words.in(language)
  const rest = draft.details.rest === null ? allOthers.text : String(draft.details.rest)
  const by = readableName(detailText(draft, 'second'))
  const subject = averageOf(spokenName(measure, table.columns), language)
  const given = allNamed({ by, group, rest })
  return {
    spec: {
      kind: 'bar',
      subtitle: picture.gapSubtitle({
        ...given,
        subject: named(capitalise(subject)),
        base: named(base(draft.n, table, language)),
      }).text,
      horizontal: true,
      mark: 'dot',
      x: { field: 'level', label: capitalise(by), type: 'category', format: null },
      y: {
        field: 'own',
        label: capitalise(subject),
        type: 'number',
        format: column?.format ?? null,
      },
      series: [
        { field: 'own', label: group, tone: 'accent', interval: { low: 'own_low', high: 'own_high' } },
        { field: 'other', label: rest, tone: 'second', interval: { low: 'other_low', high: 'other_high' } },
      ],
      highlight: [level],
    },
    columns: ['level', 'own', 'own_low', 'own_high', 'other', 'other_low', 'other_high', 'rows'],
    rows: pairs.map(({ row }) => row),
    sql,
    reduced: false,
    categories: detailText(draft, 'second'),
    shows: picture.gapShows({ ...given, ...allNamed({ subject, intervals: intervalsShown(table, language) }) }).text,
  }
}

/** By level, where both have rows enough for the statement to rest on. */
function pairsOf(
  cells: readonly Cell[],
  group: string,
  share: number,
  floor: number | null,
): { readonly gap: number; readonly row: readonly Scalar[] }[] {
  const levels = [...new Set(cells.map(({ level }) => level))]
  return levels.flatMap((level) => {
    if (contrastOf(cells, group, level, share) === null) return []
    const here = cells.filter((cell) => cell.level === level)
    const own = combined(here.filter((cell) => cell.group === group))
    const other = combined(here.filter((cell) => cell.group !== group))
    if (own === null || other === null) return []
    const [ownEnds, otherEnds] = [meanInterval(own, share, floor), meanInterval(other, share, floor)]
    const row = [level, own.mean, ownEnds.low, ownEnds.high, other.mean, otherEnds.low, otherEnds.high, own.n + other.n]
    return [{ gap: own.mean - other.mean, row }]
  })
}
