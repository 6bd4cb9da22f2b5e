import { createCanvas, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../../src/shared/story/chart.ts'
import { keepCircles, withCircles } from '../../../../src/workers/export/html/circles.ts'
import { inlineChart } from '../../../../src/workers/export/html/inline-chart.ts'

/** What Skia writes of circles drawn on a canvas that keeps them, and of other shapes. */
function drawn(draw: (context: SKRSContext2D) => void): string {
  const canvas = createCanvas(100, 100, SvgExportFlag.NoPrettyXML)
  const context = canvas.getContext('2d')
  keepCircles(context)
  draw(context)
  return withCircles(canvas.getContent().toString('utf8'))
}

function dot(context: SKRSContext2D, x: number, y: number, from = 0): void {
  context.beginPath()
  context.arc(x, y, 3.5, from, 2 * Math.PI)
  context.closePath()
  context.fill()
}

function scatter(points: number): Chart {
  const axis = { label: 'Weight', format: null }
  return {
    id: 'chart-1',
    insight: 'i',
    alt: 'A scatter plot',
    spec: {
      kind: 'scatter',
      title: 'T',
      subtitle: 'S',
      x: { ...axis, field: 'weight', type: 'number' },
      y: { ...axis, field: 'fuel', type: 'number' },
      horizontal: false,
      highlight: [],
    },
    data: {
      columns: ['weight', 'fuel'],
      rows: Array.from({ length: points }, (_, at) => [at % 37, (at * 7) % 53]),
      sql: 'SELECT 1',
      reduced: false,
    },
  }
}

describe('circles of a picture', () => {
  it('are written as circles, those of one paint together, in the order they were drawn', () => {
    const svg = drawn((context) => {
      context.fillStyle = '#336699'
      dot(context, 20, 30.5)
      dot(context, 40, 50)
      context.fillRect(0, 0, 10, 10)
      context.fillStyle = '#ff0000'
      dot(context, 60, 70)
    })
    expect(svg.replace(/^[\s\S]*?<svg[^>]*>/u, '')).toBe(
      '<g fill="#369"><circle cx="20" cy="30.5" r="3.5"/><circle cx="40" cy="50" r="3.5"/></g>' +
        '<rect fill="#369" width="10" height="10"/><g fill="red"><circle cx="60" cy="70" r="3.5"/></g></svg>',
    )
  })

  it('are no arcs and no other shapes of four corners', () => {
    const svg = drawn((context) => {
      dot(context, 20, 30, Math.PI)
      context.beginPath()
      context.moveTo(50, 50)
      for (const [x, y] of [
        [40, 70],
        [30, 50],
        [40, 40],
      ] as const) {
        context.lineTo(x, y)
      }
      context.closePath()
      context.fill()
    })
    expect(svg).not.toContain('circle')
    expect(svg.match(/<path /gu)).toHaveLength(2)
  })

  it('leave a scatter plot of two thousand points under 90 kB, a circle a point', () => {
    const svg = inlineChart(scatter(2_000), 1) ?? ''
    expect(svg.match(/<circle /gu)).toHaveLength(2_000)
    expect(svg.length).toBeLessThan(90_000)
  })
})
