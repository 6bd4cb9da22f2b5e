/** The parts of a changed sum as steps that lead to the whole change: a waterfall. */
import { isGrain, namingOfColumn } from '../../../../shared/format/periods.ts'
import { readableName } from '../../../../shared/format/words.ts'
import type { Scalar } from '../../../../shared/story/insight.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { groupChanges, periodTable } from '../../../analysis/derive/period-change.ts'
import type { Grain } from '../../../analysis/series/grid.ts'
import { columnOf, type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { base, numberOfRows } from '../../charts/groups.ts'
import { chartWords } from '../../charts/words/index.ts'
import { stable } from '../../stable.ts'
import { periodPhrase } from '../../words/periods.ts'
import { allNamed, named, nothing } from '../../words/phrase.ts'
import { words } from './words/index.ts'

const mostBars = 12
const columns = ['period', 'group', 'amount', 'weight', 'rows', 'times'] as const

export const drawParts: DrawInsight = async ({ draft, table, source, language }) => {
  const derivation = draft.evidence.derived.change
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  const { form, best, grain, measure } = draft.details
  const whole = evidenceValue(draft, 'change')
  if (sql === undefined || whole === null || !isGrain(grain)) return null
  if (form !== 'total' && form !== 'level') return null
  const [from, to] = [detailText(draft, 'from'), detailText(draft, 'to')]
  const found = await source.columns(sql)
  const cells = periodTable(
    columns.map((name) => found[name] ?? []),
    String(derivation?.parameters.grain) as Grain,
  )
  const bars = groupChanges(cells, from, to, form)
    .map(({ group, first, last }) => ({ group, change: (last ?? 0) - (first ?? 0) }))
    .sort((left, right) => right.change - left.change || (left.group < right.group ? -1 : 1))
  if (bars.length < 2) return null
  const subject = typeof measure === 'string' ? spokenName(measure, table.columns) : numberOfRows(table, language)
  const dimension = readableName(detailText(draft, 'dimension'))
  const naming = namingOfColumn(columnOf(table, draft.details.time)?.format)
  const shown = largestOf(bars)
  // A sum of floats is exact to fewer digits than each; the last step ends at the whole.
  const rest = bars.length > shown.length ? whole - sumOf(shown) : null
  const said = words.in(language).picture
  const counts = allNamed({ shown: String(shown.length) })
  const about = allNamed({ subject, dimension })
  return {
    spec: {
      kind: 'bar',
      subtitle: said.subtitle({
        ...about,
        from: periodPhrase(from, grain, naming, language),
        to: periodPhrase(to, grain, naming, language),
        shown: shown.length < bars.length ? chartWords.in(language).changedMost(counts) : nothing,
        base: named(base(draft.n, table, language)),
      }).text,
      horizontal: true,
      x: { field: 'group', label: dimension, type: 'category', format: null },
      y: {
        field: 'change',
        label: said.subject(about).text,
        type: 'number',
        format: typeof measure === 'string' ? (columnOf(table, measure)?.format ?? null) : 'count',
      },
      from: 'from',
      highlight: [best ?? null],
    },
    columns: ['group', 'from', 'change'],
    rows: [
      ...stepsOf([
        ...shown,
        ...(rest === null
          ? []
          : [
              {
                group: chartWords.in(language).share.others({ count: named(String(bars.length - shown.length)) }).text,
                change: rest,
              },
            ]),
      ]),
      [said.all.text, null, whole],
    ],
    sql,
    reduced: shown.length < bars.length,
    shows: said.shows(about).text,
  }
}

/** Each from where the one before it ends. */
function stepsOf(bars: readonly { readonly group: string; readonly change: number }[]): readonly (readonly Scalar[])[] {
  let from = 0
  return bars.map(({ group, change }) => {
    const step = [group, stable(from), change]
    from += change
    return step
  })
}

function sumOf(bars: readonly { readonly change: number }[]): number {
  return bars.reduce((sum, { change }) => sum + change, 0)
}

/** Those that changed most, either way, in the order given. */
function largestOf<Bar extends { readonly change: number }>(bars: readonly Bar[]): readonly Bar[] {
  const kept = new Set(
    bars.toSorted((left, right) => Math.abs(right.change) - Math.abs(left.change)).slice(0, mostBars),
  )
  return bars.filter((bar) => kept.has(bar))
}
