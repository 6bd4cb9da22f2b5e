/** Two measures as points, those of the group that does otherwise in colour, with its line beside that of all others. */
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { categorySql } from '../../../analysis/category-sql.ts'
import { columnAxis } from '../../charts/axes.ts'
import { columnOf, counted, type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { base } from '../../charts/groups.ts'
import { chartWords } from '../../charts/words/index.ts'
import { stable } from '../../stable.ts'
import { allNamed, named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

/** Beyond so many, points cover each other: they are thinned, evenly over the file. */
const mostPoints = 2_000

interface Point {
  readonly x: number
  readonly y: number
  readonly level: string
}

export const drawSlopes: DrawInsight = async ({ draft, table, source, language }) => {
  const { dialect } = source
  const [first, second, measure, level] = (['first', 'second', 'measure', 'level'] as const).map((name) =>
    detailText(draft, name),
  ) as [string, string, string, string]
  const column = columnOf(table, second)
  const slopes = [evidenceValue(draft, 'slope_here'), evidenceValue(draft, 'slope_elsewhere')]
  const [here, elsewhere] = slopes
  if (column === null || here === null || here === undefined || elsewhere === null || elsewhere === undefined)
    return null
  const [x, y] = [first, measure].map((name) => dialect.double(dialect.identifier(name))) as [string, string]
  const group = dialect.identifier(second)
  const filled = `FROM ${dialect.identifier(table.name)} WHERE ${x} IS NOT NULL AND ${y} IS NOT NULL AND ${group} IS NOT NULL AND ${dialect.isFinite(x)} AND ${dialect.isFinite(y)}`
  const { rows: total } = await source.row<{ rows: number }>(`SELECT count(*) AS rows ${filled}`)
  const step = Math.ceil(total / mostPoints)
  const columns = `${x} AS x, ${y} AS y, ${categorySql(dialect, column)} AS level`
  const sql =
    step <= 1
      ? `SELECT ${columns} ${filled}`
      : `SELECT x, y, level FROM (SELECT ${columns}, row_number() OVER () AS place ${filled}) WHERE place % ${step} = 1 ORDER BY place`
  const points = await source.rows<Point>(sql)
  if (points.length < 3) return null
  const lineOf = lineThrough(points)
  // The slope stated, through the middle of the points it is of.
  const fitted = {
    here: lineOf(here, (point) => point.level === level),
    elsewhere: lineOf(elsewhere, (point) => point.level !== level),
  }
  const said = words.in(language).picture
  const all = named(base(draft.n, table, language))
  const axes = { x: spokenName(first, table.columns), y: spokenName(measure, table.columns) }
  return {
    spec: {
      kind: 'scatter',
      subtitle: said.pointsSubtitle({
        ...allNamed({ ...axes, y: capitalise(axes.y), by: readableName(second) }),
        base:
          step <= 1
            ? all
            : chartWords.in(language).scatter.thinned({ points: counted(points.length, language), base: all }),
      }).text,
      x: columnAxis('x', first, table),
      y: columnAxis('y', measure, table),
      groups: { field: 'level', label: readableName(second), tones: [{ value: level, tone: 'accent' }] },
      overlay: { field: 'fitted', label: said.line.text },
    },
    columns: ['x', 'y', 'level', 'fitted'],
    rows: points.map((point) => [
      point.x,
      point.y,
      point.level,
      stable((point.level === level ? fitted.here : fitted.elsewhere)(point.x)),
    ]),
    sql,
    reduced: step > 1,
    shows: said.pointsShows(allNamed({ ...axes, level: `${readableName(second)} ${level}` })).text,
  }
}

function lineThrough(points: readonly Point[]) {
  return (slope: number, belongs: (point: Point) => boolean): ((x: number) => number) => {
    const own = points.filter(belongs)
    const mean = (of: 'x' | 'y'): number => own.reduce((sum, point) => sum + point[of], 0) / Math.max(1, own.length)
    const [mx, my] = [mean('x'), mean('y')]
    return (at) => my + slope * (at - mx)
  }
}
