/** The numbers that were asked for, as bars or as a line over time. */
import { calendarName } from '../../../../shared/format/calendar-names.ts'
import { isGrain } from '../../../../shared/format/periods.ts'
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import { localeOf } from '../../../../shared/texts/texts.ts'
import { timeAxis } from '../../charts/axes.ts'
import { drawBars } from '../../charts/bars.ts'
import { columnOf, type DrawInsight, detailText } from '../../charts/drawing.ts'
import { base } from '../../charts/groups.ts'
import { chartWords } from '../../charts/words/index.ts'
import { option } from '../../words/word-book.ts'
import { partOf } from './say.ts'

export const drawAnswer: DrawInsight = async ({ draft, table, headline, source, language }) => {
  const [sql] = draft.evidence.sql
  const form = detailText(draft, 'form')
  // Of one number, or of two that the sentence says, there is nothing more to see.
  if (sql === undefined || form === 'one' || form === 'apart') return null
  const { name = [], value = [] } = await source.columns(sql)
  const amount = detailText(draft, 'amount')
  const format =
    amount === 'share'
      ? 'percent'
      : amount === 'rows' || amount === 'distinct'
        ? null
        : (columnOf(table, draft.details.measure)?.format ?? null)
  const points = name.flatMap((one, index) => {
    const number = value[index]
    return one === null || typeof number !== 'number' || !Number.isFinite(number)
      ? []
      : [{ name: String(one), value: number }]
  })
  if (form === 'course') {
    const grain = detailText(draft, 'grain')
    if (points.length < 2 || !isGrain(grain)) return null
    return {
      spec: {
        kind: 'line',
        subtitle: '',
        x: timeAxis(
          { draft, table },
          { field: 'period', label: chartWords.in(language).series.grain({ grain: option(grain) }).text, grain },
        ),
        y: { field: 'value', label: headline, type: 'number', format },
      },
      columns: ['period', 'value'],
      rows: points.map((point) => [point.name, point.value]),
      sql,
      reduced: false,
      shows: headline,
    }
  }
  const part = partOf(detailText(draft, 'part'))
  const by = part === null ? readableName(detailText(draft, 'dimension')) : part
  const drawing = drawBars({
    bars: points.map((point) => ({
      category: part === null ? point.name : calendarName(localeOf(language), part, Number(point.name)),
      value: point.value,
    })),
    subject: headline,
    by,
    category: capitalise(by),
    ...(part === null ? { categories: detailText(draft, 'dimension') } : {}),
    format,
    highlight: [],
    sql,
    table,
    rows: draft.n,
    language,
  })
  // The headline names the groups itself: `total revenue by site`.
  return drawing === null
    ? null
    : { ...drawing, spec: { ...drawing.spec, subtitle: base(draft.n, table, language) }, shows: headline }
}
