/**
 * The window's colours and faces, for what is read without it. A test holds them to `src/renderer/theme/tokens.css`,
 * which a worker does not read.
 */
import type { ChartTheme } from '../../shared/story/chart-configuration.ts'

export interface Palette {
  readonly paper: string
  readonly surface: string
  readonly sunken: string
  readonly ink: string
  readonly inkSoft: string
  readonly muted: string
  readonly line: string
  readonly accent: string
  readonly chartMark: string
  readonly chartHighlight: string
  readonly chartOverlay: string
  readonly chartGrid: string
  readonly chartAxis: string
}

export const palettes = {
  light: {
    paper: '#f6f7f6',
    surface: '#ffffff',
    sunken: '#eef1f0',
    ink: '#15201e',
    inkSoft: '#3c4a48',
    muted: '#586663',
    line: '#dfe4e2',
    accent: '#0a6b64',
    chartMark: '#a9bab6',
    chartHighlight: '#0a6b64',
    chartOverlay: '#b8730f',
    chartGrid: '#e6eae8',
    chartAxis: '#586663',
  },
  dark: {
    paper: '#0e1413',
    surface: '#151d1b',
    sunken: '#0a0f0e',
    ink: '#e9efed',
    inkSoft: '#c6d1ce',
    muted: '#9aaba7',
    line: '#26312f',
    accent: '#63c9be',
    chartMark: '#4c5d59',
    chartHighlight: '#63c9be',
    chartOverlay: '#e5a84c',
    chartGrid: '#222c2a',
    chartAxis: '#9aaba7',
  },
} as const satisfies Record<'light' | 'dark', Palette>

/** The property of `tokens.css` a colour has its value from. */
export function tokenOf(name: keyof Palette): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`
}

export function chartThemeOf(palette: Palette): Omit<ChartTheme, 'fontFamily'> {
  return {
    text: palette.chartAxis,
    ink: palette.ink,
    grid: palette.chartGrid,
    quiet: palette.chartMark,
    accent: palette.chartHighlight,
    background: palette.paper,
  }
}
