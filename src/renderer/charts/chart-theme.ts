/** The window's colours as chart.js needs them: resolved, since a canvas knows no custom properties. */
import type { ChartTheme } from '../../shared/story/chart-configuration.ts'

/** Reads the chart colours of the scheme in force. Call it again when the scheme changes. */
export function readChartTheme(root: Element): ChartTheme {
  const style = getComputedStyle(root)
  const value = (name: string): string => style.getPropertyValue(name).trim()
  return {
    text: value('--chart-axis'),
    ink: value('--ink'),
    grid: value('--chart-grid'),
    quiet: value('--chart-mark'),
    accent: value('--chart-highlight'),
    second: value('--chart-overlay'),
    background: value('--paper'),
    fontFamily: value('--font-interface'),
  }
}

/** The colours of paper, whatever the scheme in force: for pictures that leave the window. */
export function paperTheme(root: HTMLElement): ChartTheme {
  const attribute = 'data-mantine-color-scheme'
  const before = root.getAttribute(attribute)
  root.setAttribute(attribute, 'light')
  const theme = readChartTheme(root)
  if (before === null) root.removeAttribute(attribute)
  else root.setAttribute(attribute, before)
  return { ...theme, background: '#ffffff' }
}
