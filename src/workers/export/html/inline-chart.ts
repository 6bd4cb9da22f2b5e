/**
 * A chart as SVG within a page: its letters are text in the page's face, and its colours the page's, so that one picture
 * does in light, dark and print, can be searched, and is a tenth of the size of outlines.
 */
import { escapeHtml, withoutControls } from '../../../shared/format/markup-text.ts'
import type { Chart } from '../../../shared/story/chart.ts'
import { type Palette, palettes, tokenOf } from '../design.ts'
import { drawSvg } from './chart-image.ts'
import { chartThemes } from './style.ts'

/** `number`: of the chart within the page. Null where it cannot be drawn, or has so many marks that pixels are smaller. */
export function inlineChart(chart: Chart, number: number): string | null {
  const drawn = drawSvg(chart, chartThemes.light)
  if (drawn === null) return null
  const { width, height } = drawn
  const inner = withoutControls(drawn.svg)
    .replace(/^[\s\S]*?<svg[^>]*>/u, '')
    .replace(/<\/svg>\s*$/u, '')
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(chart.alt)}">${adapted(inner, number)}</svg>`
}

const chartColours: readonly (keyof Palette)[] = [
  'chartHighlight',
  'chartMark',
  'chartOverlay',
  'chartGrid',
  'chartAxis',
  'paper',
  'ink',
]

const variableOf: ReadonlyMap<string, string> = new Map(
  chartColours.map((name) => [palettes.light[name], `var(${tokenOf(name)})`]),
)

/** Only within tags: a text may say a colour, too. */
function adapted(svg: string, number: number): string {
  return svg.replace(/<[a-z][^>]*>/giu, (tag) =>
    tag
      .replace(/(-?\d+\.\d{2})\d+/gu, (decimal) => rounded(decimal))
      .replace(/(fill|stroke)="(#[0-9a-f]{6})"/giu, (whole, what: string, colour: string) => {
        const variable = variableOf.get(colour.toLowerCase())
        return variable === undefined ? whole : `${what}="${variable}"`
      })
      .replace(/(id="|url\(#)(cl_)/gu, `$1c${number}-`),
  )
}

function rounded(decimal: string): string {
  return String(Math.round(Number(decimal) * 100) / 100)
}
