/** The days of a table as a calendar, with those that have no rows. */
import { namingOfColumn } from '../../../../shared/format/periods.ts'
import { capitalise } from '../../../../shared/format/words.ts'
import { periodIndex, periodStart } from '../../../analysis/series/grid.ts'
import { timeAxis } from '../../charts/axes.ts'
import { columnOf, type DrawInsight, detailText } from '../../charts/drawing.ts'
import { base, numberOfRows } from '../../charts/groups.ts'
import { periodPhrase, shortPeriodPhrase } from '../../words/periods.ts'
import { allNamed } from '../../words/phrase.ts'
import { words } from './words/index.ts'

/** A shorter course needs no calendar. */
const leastDays = 365
/** Years are a block each: more are not looked through. */
const mostYears = 5

/** Null where the rows are not by the day, or are of less than a year. */
export const drawTimeGaps: DrawInsight = async ({ draft, table, source, language }) => {
  const sql = draft.evidence.sql[0]
  const derivation = Object.values(draft.evidence.derived)[0]
  if (sql === undefined || draft.details.grain !== 'day' || derivation?.parameters.step !== 1) return null
  const { period = [], rows = [] } = await source.columns(sql)
  const counts = new Map(period.map((at, index) => [periodIndex(at, 'day'), Number(rows[index])]))
  const days = [...counts.keys()].sort((left, right) => left - right)
  const [first = 0, last = 0] = [days[0], days.at(-1)]
  if (last - first + 1 < leastDays) return null
  const [from, to] = [detailText(draft, 'from'), detailText(draft, 'to')]
  const years = yearsShown(yearOf(first), yearOf(last), Number(to.slice(0, 4)))
  const shown = Array.from({ length: last - first + 1 }, (_, place) => first + place).filter((day) =>
    isWithin(yearOf(day), years),
  )
  const iso = (day: number): string => periodStart(day, 'day')
  const [gapFrom, gapTo] = [periodIndex(from, 'day'), periodIndex(to, 'day')]
  const naming = namingOfColumn(columnOf(table, draft.details.time)?.format)
  const said = words.in(language).picture
  const subject = numberOfRows(table, language)
  const short = (day: number | undefined) => shortPeriodPhrase(iso(day ?? first), 'day', naming, language)
  return {
    spec: {
      kind: 'calendar',
      subtitle: said.subtitle({
        ...allNamed({ subject: capitalise(subject), base: base(draft.n, table, language) }),
        from: short(shown[0]),
        to: short(shown.at(-1)),
      }).text,
      x: timeAxis({ draft, table }, { field: 'day', label: said.day.text, grain: 'day' }),
      y: { field: 'value', label: capitalise(subject), type: 'number', format: 'count' },
      highlight: shown.filter((day) => day >= gapFrom && day <= gapTo).map(iso),
    },
    columns: ['day', 'value'],
    rows: shown.map((day) => [iso(day), counts.get(day) ?? 0]),
    sql,
    reduced: false,
    shows: said.shows({
      ...allNamed({ subject }),
      from: periodPhrase(from, 'day', naming, language),
      to: periodPhrase(to, 'day', naming, language),
    }).text,
  }
}

function yearOf(day: number): number {
  return Number(periodStart(day, 'day').slice(0, 4))
}

/** All years, or those up to the one after the gap. */
function yearsShown(first: number, last: number, ofGap: number): readonly [number, number] {
  const end = Math.min(last, Math.max(ofGap + 1, first + mostYears - 1))
  return [Math.max(first, end - mostYears + 1), end]
}

function isWithin(year: number, [from, to]: readonly [number, number]): boolean {
  return year >= from && year <= to
}
