import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../../src/shared/story/chart.ts'
import { inlineChart } from '../../../../src/workers/export/html/inline-chart.ts'

function barChart(rows: readonly (readonly [string, number])[]): Chart {
  const axis = { label: 'Change', format: null }
  return {
    id: 'chart-1',
    insight: 'i',
    alt: 'A "bar" chart',
    spec: {
      kind: 'bar',
      title: 'T',
      subtitle: 'S',
      x: { ...axis, field: 'name', type: 'category' },
      y: { ...axis, field: 'value', type: 'number' },
      horizontal: true,
      highlight: [rows[0]?.[0] ?? ''],
      annotation: { x: rows[0]?.[0] ?? '', y: rows[0]?.[1] ?? 0, text: '+34.6k − 5 × 3:1' },
    },
    data: { columns: ['name', 'value'], rows: rows.map((row) => [...row]), sql: 'SELECT 1', reduced: false },
  }
}

describe('a chart within a page', () => {
  const svg =
    inlineChart(
      barChart([
        ['<b>North</b> #0A6B64', 34_600],
        ['South −1', 1_200],
        ['West', 640],
      ]),
      3,
    ) ?? ''

  it('keeps every character of its labels as text', () => {
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text)
    for (const text of ['+34.6k − 5 × 3:1', '&lt;b&gt;North&lt;/b&gt; #0A6B64', 'South −1', '1,200', '640']) {
      expect(texts).toContain(text)
    }
  })

  it('has the colours of its page, names of its own, and says what it shows', () => {
    expect(svg).toContain('fill="var(--chart-highlight)"')
    expect(svg).toContain('fill="var(--chart-mark)"')
    expect(svg).not.toMatch(/(?:fill|stroke)="#(?:0a6b64|a9bab6|e6eae8|586663)"/iu)
    expect(svg).toContain('aria-label="A &quot;bar&quot; chart"')
    for (const [, id] of svg.matchAll(/id="([^"]+)"/gu)) expect(id).toMatch(/^c3-/u)
  })

  it('of very many marks is left to pixels', () => {
    expect(inlineChart(barChart(Array.from({ length: 401 }, (_, at) => [`n${at}`, at] as const)), 1)).toBeNull()
  })
})
