/** Two measures as points, at most a readable number of them, with a line where a straight one is honest. */
import { capitalise, plural, readableName } from '../../../../shared/format/words.ts'
import type { InsightDraft } from '../../../../shared/story/insight.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import type { TextsTag } from '../../../../shared/texts/texts.ts'
import type { TableSource } from '../../../source/table-source.ts'
import { columnOf, counted, type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { averageOf } from '../../charts/groups.ts'
import { chartWords } from '../../charts/words/index.ts'
import { stable } from '../../stable.ts'
import { allNamed, named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

/** Above this many rows the points are thinned, evenly over the file. */
const mostPoints = 5000
const shownPoints = 2000

export const drawCorrelation: DrawInsight = async ({ draft, table, source, language }) => {
  const { dialect } = source
  const derivation = draft.evidence.derived.rho
  const pairs = draft.evidence.sql[derivation?.query ?? -1]
  const [x, y] = (derivation?.columns ?? []).map(dialect.identifier)
  if (pairs === undefined || x === undefined || y === undefined) return null
  // The pairs the statement was tested on: rows, their changes, or averages of entities.
  const filled = `FROM (SELECT ${x} AS x, ${y} AS y FROM (${pairs})) WHERE ${dialect.isFinite('x')} AND ${dialect.isFinite('y')}`
  const { rows: total } = await source.row<{ rows: number }>(`SELECT count(*) AS rows ${filled}`)
  if (total < 3) return null
  const thinned = total > mostPoints
  // Changes come from a window over threads, in no order of their own: theirs is by value, so that a file has one picture.
  const order = draft.details.basis === 'rows' ? '' : ' ORDER BY x, y'
  const step = thinned ? Math.ceil(total / shownPoints) : 1
  const sql = thinned
    ? `SELECT x, y FROM (SELECT x, y, row_number() OVER (${order}) AS place ${filled}) WHERE place % ${step} = 1 ORDER BY place`
    : `SELECT x, y ${filled}${order}`
  const points = await source.rows<{ x: number; y: number }>(sql)
  const straight = await fittedLine(draft, source, filled)
  const called = (name: string) => spokenName(name, table.columns)
  const [first, second] = [subjectOf(draft, 'first', language, called), subjectOf(draft, 'second', language, called)]
  const label = (which: 'first' | 'second') => capitalise(subjectOf(draft, which, language, readableName))
  const said = words.in(language).picture
  const n = counted(total, language)
  const base =
    draft.details.basis === 'entities'
      ? said.entities({ n, entities: named(plural(total, readableName(detailText(draft, 'entity')))) })
      : said.rows({ n })
  const shown = thinned
    ? chartWords.in(language).scatter.thinned({ points: counted(points.length, language), base })
    : base
  const axes = allNamed({ x: first, y: second })
  const format = (which: 'first' | 'second') => columnOf(table, detailText(draft, which))?.format ?? null
  return {
    spec: {
      kind: 'scatter',
      subtitle: chartWords.in(language).scatter.subtitle({ ...axes, y: named(capitalise(second)), base: shown }).text,
      x: { field: 'x', label: label('first'), type: 'number', format: format('first') },
      y: { field: 'y', label: label('second'), type: 'number', format: format('second') },
      ...(straight === null ? {} : { overlay: { field: 'fitted', label: said.line.text } }),
    },
    columns: ['x', 'y', ...(straight === null ? [] : ['fitted'])],
    rows: points.map((point) => [point.x, point.y, ...(straight === null ? [] : [stable(straight(point.x))])]),
    sql,
    reduced: thinned,
    shows: (straight === null ? chartWords.in(language).scatter.shows(axes) : said.showsWithLine(axes)).text,
  }
}

function subjectOf(
  draft: InsightDraft,
  which: 'first' | 'second',
  language: TextsTag,
  called: (name: string) => string,
): string {
  const name = called(detailText(draft, which))
  if (draft.details.basis === 'changes') return words.in(language).picture.change({ measure: named(name) }).text
  return draft.details.basis === 'entities' ? averageOf(name, language) : name
}

/** Least squares on all rows, centred. Only where ranks and the straight line tell the same: else a line would mislead. */
async function fittedLine(
  draft: InsightDraft,
  source: TableSource,
  filled: string,
): Promise<((at: number) => number) | null> {
  const [rho, pearson] = [evidenceValue(draft, 'rho'), evidenceValue(draft, 'pearson')]
  if (rho === null || pearson === null) return null
  if (Math.sign(rho) !== Math.sign(pearson) || Math.abs(rho - pearson) > 0.15) return null
  const { mx, my, covariance, variance } = await source.row<
    Record<'mx' | 'my' | 'covariance' | 'variance', number | null>
  >(`SELECT avg(x) AS mx, avg(y) AS my, covar_samp(y, x) AS covariance, var_samp(x) AS variance ${filled}`)
  if (mx === null || my === null || covariance === null || !variance) return null
  const slope = covariance / variance
  return (at) => my + slope * (at - mx)
}
