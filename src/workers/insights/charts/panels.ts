/** Lines that would be a tangle in one chart, as a panel each on one scale. */
import type { ChartSpec } from '../../../shared/story/chart.ts'
import type { Scalar } from '../../../shared/story/insight.ts'
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { allNamed, type Phrase } from '../words/phrase.ts'
import type { Drawing } from './drawing.ts'
import { chartWords } from './words/index.ts'

/** Fewer are told apart by the names at their ends; with more, panels are too small, and one line before all others tells more. */
const [fewest, most] = [7, 16]
/** Two or three periods are a slope. */
const leastPeriods = 4

interface Panels {
  /** What a line is of: `industry`. */
  readonly entity: string
  readonly subject: string
  readonly from: Phrase
  readonly to: Phrase
  /** The line they are compared with, by its field: it is drawn in every panel and has none of its own. */
  readonly compared: string | null
  readonly language: TextsTag
}

/** The drawing itself where its lines can be told apart, or are too many for panels. */
export function asPanels(drawing: Drawing, { entity, subject, from, to, compared, language }: Panels): Drawing {
  const { spec, columns, rows } = drawing
  const series = spec.series ?? []
  const own = series.filter(({ field }) => field !== compared)
  if (own.length < fewest || own.length > most || rows.length < leastPeriods) return drawing
  const behind = series.find(({ field }) => field === compared)
  const said = chartWords.in(language).panels
  const panels = own.toSorted((left, right) => lastOf(drawing, right.field) - lastOf(drawing, left.field))
  const { annotation: _, highlight: __, series: ___, ...shared } = spec
  const subtitle = allNamed({ subtitle: spec.subtitle })
  return {
    ...drawing,
    columns,
    spec: {
      ...shared,
      kind: 'panels',
      subtitle: (behind === undefined
        ? said.subtitle(subtitle)
        : said.compared({ ...subtitle, ...allNamed({ compared: behind.label }) })
      ).text,
      y: { ...spec.y, field: fieldInFront(panels, spec.y.field) },
      series: panels,
      ...(behind === undefined ? {} : { overlay: { field: behind.field, label: behind.label } }),
    },
    shows: said.shows({ ...allNamed({ subject, entity }), from, to }).text,
  }
}

/** The series that is drawn where only one can be. */
function fieldInFront(panels: NonNullable<ChartSpec['series']>, before: string): string {
  const isThere = panels.some(({ field }) => field === before)
  return isThere ? before : ((panels.find(({ tone }) => tone !== 'quiet') ?? panels[0])?.field ?? before)
}

/** The last value of a column: those that end highest stand first. */
function lastOf({ columns, rows }: Drawing, field: string): number {
  const at = columns.indexOf(field)
  const last = rows.findLast((row): boolean => isNumber(row[at] ?? null))?.[at] ?? null
  return isNumber(last) ? last : Number.NEGATIVE_INFINITY
}

function isNumber(value: Scalar): value is number {
  return typeof value === 'number'
}
