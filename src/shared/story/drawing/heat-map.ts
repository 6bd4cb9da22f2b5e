/**
 * A heat map: a row of cells for each category, a column for each series, shaded by their values and with these written in
 * them. Drawn as stacked bars of length one, which Chart.js has without another plugin.
 */
import type { ChartData, ChartSpec } from '../chart.ts'
import { categoryScale, formatOnAxis } from './axes.ts'
import { fitLabels } from './category-labels.ts'
import { highlighted, numbersOf } from './fields.ts'
import { type ChartTheme, type DrawnDataset, withOpacity } from './theme.ts'

/**
 * Opacity of the accent colour of a cell without anything, and of the fullest one: with no more than half, ink is read on
 * every cell (4.5 to 1), on light paper and on dark.
 */
const [faintest, strongest] = [0.04, 0.5]
const pixelsOfCharacter = 6.4
/** Pixels of a cell below which its value is left to the tooltip and the table. */
const narrowest = 26
const namesHeight = 66
const cellHeight = 34

type Series = NonNullable<ChartSpec['series']>

export function heatMapHeight(data: ChartData): number {
  return namesHeight + cellHeight * data.rows.length
}

/** Of each series, the opacity of its cells from the first category to the last; null where there is no value. */
export function shades(series: Series, data: ChartData): readonly (readonly (number | null)[])[] {
  const columns = series.map(({ field }) => numbersOf(data, field))
  const largest = Math.max(0, ...columns.flat().map((value) => value ?? 0))
  return columns.map((column) =>
    column.map((value) =>
      value === null ? null : faintest + (strongest - faintest) * (largest === 0 ? 0 : Math.max(0, value) / largest),
    ),
  )
}

export function heatMapDatasets(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const series = spec.series ?? []
  const opacities = shades(series, data)
  const ownRows = highlighted(spec, data)
  const paper = theme.background ?? '#ffffff'
  return series.map(({ field, label, tone }, place): DrawnDataset => {
    const values = numbersOf(data, field)
    const opacity = (index: number): number => opacities[place]?.[index] ?? 0
    const isClaimed = (index: number): boolean => tone === 'accent' && ownRows[index] === true
    return {
      label,
      data: values.map(() => 1),
      backgroundColor: values.map((_, index) => withOpacity(theme.accent, opacity(index))),
      // Between cells the paper shows; the one the claim is about has a frame.
      borderColor: values.map((_, index) => (isClaimed(index) ? (theme.ink ?? theme.text) : paper)),
      borderWidth: values.map((_, index) => (isClaimed(index) ? 2 : 1)),
      borderSkipped: false,
      categoryPercentage: 1,
      barPercentage: 1,
      datalabels: {
        display: ({ chart }: { readonly chart: Drawn }) => widthOfCell(chart, series.length) >= narrowest,
        anchor: 'center',
        align: 'center',
        color: theme.ink ?? theme.text,
        font: ({ dataIndex }: { readonly dataIndex: number }) => ({
          family: theme.fontFamily,
          size: 11.5,
          weight: isClaimed(dataIndex) ? 'bold' : 'normal',
        }),
        formatter: (_one: unknown, { dataIndex }: { readonly dataIndex: number }) =>
          formatOnAxis(spec.y, values[dataIndex]),
      },
    }
  })
}

interface Drawn {
  readonly chartArea?: { readonly left: number; readonly right: number }
}

function widthOfCell({ chartArea }: Drawn, columns: number): number {
  return chartArea === undefined ? 0 : (chartArea.right - chartArea.left) / Math.max(1, columns)
}

/** Names of the columns above them, those of the rows at their left. */
export function heatMapScales({ series = [], y }: ChartSpec, theme: ChartTheme): Record<string, unknown> {
  const names = series.map(({ label }) => label)
  return {
    x: {
      type: 'linear',
      position: 'top',
      stacked: true,
      min: 0,
      max: names.length,
      border: { display: false },
      grid: { display: false },
      title: { display: y.label !== '', text: y.label, color: theme.text },
      afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
        scale.ticks = names.map((_, index) => ({ value: index + 0.5 }))
      },
      ticks: {
        color: theme.text,
        padding: 4,
        autoSkip: false,
        maxRotation: 0,
        callback(this: { readonly chart: { readonly width: number } }, value: number | string) {
          // Names of the rows take about a third of the width.
          const room = Math.floor((0.64 * this.chart.width) / Math.max(1, names.length) / pixelsOfCharacter)
          return fitLabels(names, Math.max(4, room))[Math.floor(Number(value))] ?? ''
        },
      },
    },
    y: { ...categoryScale(theme, 'beside'), stacked: true },
  }
}
