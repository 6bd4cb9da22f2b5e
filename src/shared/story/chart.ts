/** A chart as data: what to draw, what it claims, and the table behind it. Drawn by the renderer and by exports. */
import { z } from 'zod'
import { scalarSchema } from './insight.ts'

const axisSchema = z.object({
  /** Column of `data`. */
  field: z.string(),
  label: z.string(),
  /** `time` values are ISO 8601 strings in order. */
  type: z.enum(['category', 'time', 'number']),
  /** How ticks and tooltips are written: a ConvertedColumn's `format`, or null for a plain number. */
  format: z.string().nullable(),
  /** For `Intl`: whose signs and names ticks and tooltips are written in; English without it. */
  locale: z.string().optional(),
  /** `log` where the values range over several powers of ten; the subtitle says so. Linear without it. */
  scale: z.enum(['linear', 'log']).optional(),
})

/** What the claim is about, what it is compared with, and all else. */
export const toneSchema = z.enum(['accent', 'second', 'quiet'])
export type Tone = z.infer<typeof toneSchema>

export const chartSpecSchema = z.object({
  kind: z.enum(['bar', 'line', 'scatter', 'histogram', 'heat', 'panels', 'calendar']),
  /** The claim, as a title. */
  title: z.string(),
  /** What is plotted: measure, unit, period, number of rows. */
  subtitle: z.string(),
  x: axisSchema,
  y: axisSchema,
  /** Bars with long labels run from left to right. `x` stays the category and `y` the length. */
  horizontal: z.boolean().default(false),
  /** Columns of `data` with the ends of an interval about y. */
  interval: z.object({ low: z.string(), high: z.string(), label: z.string() }).optional(),
  /** A second, thin line over the marks: a fitted trend, a seasonal mean. */
  overlay: z.object({ field: z.string(), label: z.string() }).optional(),
  /** Marks whose x value is listed are drawn in the accent colour, all others quietly. Empty: none is singled out. */
  highlight: z.array(scalarSchema).default([]),
  /** The one annotation that carries the claim, at data coordinates. */
  annotation: z.object({ x: scalarSchema, y: z.number(), text: z.string() }).optional(),
  /** A level drawn across the plot: an overall mean. */
  reference: z.object({ y: z.number(), label: z.string() }).optional(),
  /** Of `bar`: a dot in the place of each bar, where what counts is not the distance from zero. */
  mark: z.literal('dot').optional(),
  /** Of `bar`: the column with the value each bar begins at, and `y` is what it adds: the steps of a waterfall. */
  from: z.string().optional(),
  /**
   * Several series in one chart, a column of `data` each, named at their marks. The one that the claim is about is also
   * `y`, so that who draws a single series draws that one. Of `heat`: the columns of cells, whose rows are the categories.
   * Of `panels`: a panel each, with the overlay in all of them.
   */
  series: z
    .array(
      z.object({
        field: z.string(),
        label: z.string(),
        tone: toneSchema,
        /** Columns of `data` with the ends of an interval about each value, where it has one. */
        interval: z.object({ low: z.string(), high: z.string() }).optional(),
      }),
    )
    .optional(),
  /** Of `scatter`: points told apart by a column of `data`, and an overlay drawn for each of the groups. */
  groups: z
    .object({
      field: z.string(),
      label: z.string(),
      tones: z.array(z.object({ value: scalarSchema, tone: toneSchema })),
    })
    .optional(),
  /** Of `histogram`: the middle half of the values and their median, drawn above the bars. */
  box: z.object({ low: z.number(), middle: z.number(), high: z.number() }).optional(),
})
export type ChartSpec = z.infer<typeof chartSpecSchema>

export const chartDataSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(scalarSchema)),
  /** The query that made the rows. */
  sql: z.string(),
  /** True when rows were binned or the tail folded into "All others (n)". */
  reduced: z.boolean(),
})
export type ChartData = z.infer<typeof chartDataSchema>

export const chartSchema = z.object({
  id: z.string(),
  insight: z.string(),
  spec: chartSpecSchema,
  /** Says in words what the picture shows. */
  alt: z.string(),
  data: chartDataSchema,
})
export type Chart = z.infer<typeof chartSchema>
