/** The course of each of the siblings; those that do otherwise stand out, or, where none does, the average of all. */
import { isGrain, namingOfColumn } from '../../../../shared/format/periods.ts'
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { commonTrend, siblingsOf } from '../../../analysis/derive/common-trend.ts'
import { type Grain, periodIndex, periodStart } from '../../../analysis/series/grid.ts'
import { timeAxis } from '../../charts/axes.ts'
import { columnOf, type DrawInsight, type Drawing, detailText } from '../../charts/drawing.ts'
import { averageOf, base, numberOfRows, totalOf } from '../../charts/groups.ts'
import { manySeries, type OneSeries } from '../../charts/many-series.ts'
import { asPanels } from '../../charts/panels.ts'
import { stable } from '../../stable.ts'
import { periodPhrase } from '../../words/periods.ts'
import { allNamed } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawCommonPattern: DrawInsight = async ({ draft, table, source, language }) => {
  const derivation = draft.evidence.derived.members
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  const { measure, grain } = draft.details
  if (derivation === undefined || sql === undefined || !isGrain(grain)) return null
  const found = await source.columns(sql)
  const columns = derivation.columns.map((name) => found[name] ?? [])
  const others = commonTrend(siblingsOf(columns, derivation.parameters))?.common.exceptions ?? []
  const exceptions = new Set(others.map(({ name }) => name))
  const courses = coursesOf(columns, String(derivation.parameters.grain) as Grain)
  const said = words.in(language).picture
  const all = [...courses].map(
    ([label, values]): OneSeries => ({ label, values, tone: exceptions.has(label) ? 'accent' : 'quiet' }),
  )
  const data = manySeries(
    exceptions.size > 0
      ? all
      : [{ label: said.average.text, tone: 'accent', values: averageCourse([...courses.values()]) }, ...all],
  )
  if (data === null) return null
  const name = typeof measure === 'string' ? spokenName(measure, table.columns) : null
  const subject =
    name === null
      ? numberOfRows(table, language)
      : draft.evidence.values.n === courses.size * Number(draft.evidence.values.periods)
        ? name
        : (draft.details.aggregate === 'mean' ? averageOf : totalOf)(name, language)
  const given = allNamed({ subject, entity: readableName(detailText(draft, 'entity')) })
  const drawing: Drawing = {
    spec: {
      kind: 'line',
      subtitle: said.subtitle({
        ...given,
        ...allNamed({ subject: capitalise(subject), base: base(draft.n, table, language) }),
      }).text,
      x: timeAxis({ draft, table }, { field: 'period', label: '', grain }),
      y: {
        field: data.field,
        label: capitalise(subject),
        type: 'number',
        format: columnOf(table, measure)?.format ?? null,
      },
      series: data.series,
    },
    columns: data.columns,
    rows: data.rows,
    sql,
    reduced: false,
    series: detailText(draft, 'entity'),
    shows: said.shows(given).text,
  }
  const naming = namingOfColumn(columnOf(table, draft.details.time)?.format)
  const at = (row: number) => periodPhrase(String(data.rows.at(row)?.[0] ?? ''), grain, naming, language)
  return asPanels(drawing, {
    entity: readableName(detailText(draft, 'entity')),
    subject,
    from: at(0),
    to: at(-1),
    compared: exceptions.size > 0 ? null : data.field,
    language,
  })
}

/** Of the columns sibling, period and value: the values of each by period (ISO start). */
function coursesOf(
  [names = [], periods = [], values = []]: readonly (readonly unknown[])[],
  grain: Grain,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const courses = new Map<string, Map<string, number>>()
  for (const [index, name] of names.entries()) {
    const value = values[index]
    if (typeof value !== 'number' || !Number.isFinite(value)) continue
    const course = courses.get(String(name)) ?? new Map<string, number>()
    courses.set(String(name), course.set(periodStart(periodIndex(periods[index], grain), grain), value))
  }
  return courses
}

/** Over the periods in which all of them are there. */
function averageCourse(courses: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const [first, ...others] = courses
  const whole = [...(first?.keys() ?? [])].filter((period) => others.every((course) => course.has(period)))
  return new Map(
    whole.map((period) => {
      const sum = courses.reduce((total, course) => total + (course.get(period) ?? 0), 0)
      return [period, stable(sum / courses.length)]
    }),
  )
}
