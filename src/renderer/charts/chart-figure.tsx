/** A chart with all that belongs to it: the claim above, the picture, the table behind it. */
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Chart } from '../../shared/story/chart.ts'
import { formatOnAxis } from '../../shared/story/drawing/axes.ts'
import type { Scalar } from '../../shared/story/insight.ts'
import type { Mark } from '../../shared/story/mark/mark.ts'
import { DataTable } from '../components/data-table.tsx'
import { useTexts } from '../stores/language.ts'
import { ChartCanvas } from './chart-canvas.tsx'
import classes from './chart-figure.module.css'
import { PictureMenu } from './picture-menu.tsx'

interface ChartFigureProps {
  readonly chart: Chart
  /** Opens the evidence of the insight the chart shows. */
  readonly onEvidence?: (() => void) | undefined
  /** Explains a mark of it, where its marks stand for rows. */
  readonly onMark?: ((mark: Mark) => void) | undefined
  /** Of its title, below the heading it stands under. */
  readonly headingLevel?: 2 | 3
}

const shownRows = 500

export function ChartFigure({ chart, onEvidence, onMark, headingLevel = 3 }: ChartFigureProps) {
  const texts = useTexts()
  const Heading = `h${headingLevel}` as const
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  const { spec, data } = chart
  const write = (value: Scalar, column: string): string => {
    const alongX = column === spec.x.field || (spec.kind === 'histogram' && column === 'to')
    if (alongX) return formatOnAxis(spec.x, value, 'full')
    // How many rows a mark rests on is counted, whatever the mark measures.
    if (column === 'rows') return formatOnAxis({ ...spec.y, format: 'count' }, value, 'full')
    if (typeof value === 'number') return formatOnAxis(spec.y, value, 'full')
    return value === null ? '–' : String(value)
  }
  const label = (column: string): string => {
    if (column === spec.x.field) return spec.x.label || column
    const series = spec.series?.find(({ field }) => field === column)
    if (series !== undefined) return series.label
    if (column === spec.y.field) return spec.y.label || column
    if (column === spec.overlay?.field) return spec.overlay.label
    return column
  }
  return (
    <figure className={classes.figure} data-testid="chart" data-chart={chart.id} aria-labelledby={titleId}>
      <figcaption className={classes.caption}>
        <Heading id={titleId} className={classes.title}>
          {spec.title}
        </Heading>
        {spec.subtitle !== '' && <p className={classes.subtitle}>{spec.subtitle}</p>}
      </figcaption>
      {asTable ? (
        <div className={classes.table}>
          <DataTable
            label={texts.charts.dataBehind({ title: spec.title })}
            columns={data.columns.map((column) => ({ name: column, label: label(column) }))}
            rows={data.rows.slice(0, shownRows)}
            write={write}
          />
          {data.rows.length > shownRows && (
            <p className={classes.note}>{texts.charts.firstRows({ shown: shownRows, rows: data.rows.length })}</p>
          )}
          {data.reduced && <p className={classes.note}>{texts.charts.smallGroupsAreFoldedTogether}</p>}
        </div>
      ) : (
        <ChartCanvas chart={chart} onMark={onMark} />
      )}
      <div className={classes.actions} data-print="hide">
        <button
          type="button"
          className={classes.action}
          aria-pressed={asTable}
          onClick={() => setAsTable((before) => !before)}
        >
          {asTable ? <IconChartBar size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
          {asTable ? texts.charts.chart : texts.charts.data}
        </button>
        <PictureMenu chart={chart} />
        {onEvidence && (
          <button type="button" className={classes.action} onClick={onEvidence}>
            {texts.charts.whereThisComesFrom}
          </button>
        )}
      </div>
    </figure>
  )
}
