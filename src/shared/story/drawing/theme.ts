/** Colours and type of a drawn chart, and the shapes that Chart.js takes: plain data, so that shared stays free of it. */
import type { Tone } from '../chart.ts'

export interface ChartTheme {
  /** Labels and annotations. */
  readonly text: string
  /** Letters upon marks; those of `text` when not given. */
  readonly ink?: string
  /** Hairlines behind the marks. */
  readonly grid: string
  /** Marks that are not singled out. */
  readonly quiet: string
  /** The marks the claim is about. */
  readonly accent: string
  /** What the claim compares them with; the colour of labels when not given. */
  readonly second?: string
  readonly fontFamily: string
  /** What lies behind the chart; a halo of it keeps annotations readable. White when not given. */
  readonly background?: string
}

export interface Point {
  readonly x: number
  /** NaN leaves a gap. */
  readonly y: number
}

/** An annotation of chartjs-plugin-annotation, with its own names of options. */
export type Annotation = Readonly<Record<string, unknown>>

/** A Chart.js dataset. Its options are Chart.js' own names. */
export interface DrawnDataset {
  readonly type?: 'bar' | 'line' | 'scatter'
  readonly label: string
  readonly data: readonly (number | null | readonly [number, number] | Point)[]
  readonly [option: string]: unknown
}

/**
 * Assignable to Chart.js' `ChartConfiguration` by a cast. Needs the Chart.js parts bar, line, point, linear, category,
 * filler and tooltip, and the plugins annotation and datalabels.
 */
export interface DrawnChart {
  readonly type: 'bar' | 'line' | 'scatter'
  readonly data: { readonly labels?: readonly string[]; readonly datasets: readonly DrawnDataset[] }
  readonly options: Readonly<Record<string, unknown>>
}

/** A colour with an opacity: accepts `#rgb`, `#rrggbb` and `rgb(...)`; others are returned as they are. */
export function withOpacity(color: string, opacity: number): string {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1]
  if (hex !== undefined) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
    const parts = [0, 2, 4].map((start) => Number.parseInt(full.slice(start, start + 2), 16))
    return `rgba(${parts.join(', ')}, ${opacity})`
  }
  const rgb = /^rgb\(([^)]+)\)$/.exec(color)?.[1]
  return rgb === undefined ? color : `rgba(${rgb}, ${opacity})`
}

export function toneColour(tone: Tone, theme: ChartTheme): string {
  switch (tone) {
    case 'accent':
      return theme.accent
    case 'second':
      return theme.second ?? theme.text
    case 'quiet':
      return theme.quiet
  }
}
