/** A chart that Chart.js has laid out, as far as words are placed in it. */
import type { Frame, Spot } from './placing.ts'

interface LaidOutScale {
  getPixelForValue(value: number): number
}

/** What Chart.js hands to a scriptable option. */
export interface ScriptContext {
  readonly chart: {
    readonly width: number
    readonly chartArea?: Frame
    readonly scales: Readonly<Record<string, LaidOutScale | undefined>>
  }
}

export function spotOf({ chart }: ScriptContext, x: number, y: number): Spot {
  return {
    x: chart.scales.x?.getPixelForValue(x) ?? Number.NaN,
    y: chart.scales.y?.getPixelForValue(y) ?? Number.NaN,
  }
}

export function frameOf({ chart }: ScriptContext): Frame {
  return chart.chartArea ?? { left: 0, right: chart.width, top: 0, bottom: 300 }
}
