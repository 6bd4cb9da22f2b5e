/** The window's colours as chart.js needs them: resolved, since a canvas knows no custom properties. */
import type { ChartTheme } from '../../shared/story/chart-configuration.ts'

/** Reads the chart colours of the scheme in force. Call it again when the scheme changes. */
export function readChartTheme(root: Element): ChartTheme {
  const style = getComputedStyle(root)
  const value = (name: string): string => style.getPropertyValue(name).trim()
  return {
    text: value('--chart-axis'),
    grid: value('--chart-grid'),
    quiet: value('--chart-mark'),
    accent: value('--chart-highlight'),
    second: value('--chart-overlay'),
    background: value('--paper'),
    fontFamily: value('--font-interface'),
  }
}
