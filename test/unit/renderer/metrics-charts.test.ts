import { describe, expect, test } from 'vitest'
import { emptyMetrics, sampleMetrics } from '../../../dev/gallery/sample-metrics.ts'
import { reasonWords } from '../../../src/renderer/words/failure-words.ts'
import {
  failureKindsChart,
  failureReasonsChart,
  queueDepthChart,
  stageTimesChart,
} from '../../../src/renderer/words/metrics-charts.ts'
import { type FailureReason, failureReasons } from '../../../src/shared/failure/failure.ts'
import { chartSchema } from '../../../src/shared/story/chart.ts'

const all = [
  queueDepthChart(sampleMetrics, 30),
  stageTimesChart(sampleMetrics),
  failureReasonsChart(sampleMetrics),
  failureKindsChart(sampleMetrics),
]

describe('charts of the queue', () => {
  test('are charts like those of a story, with words for who cannot see them', () => {
    for (const chart of all) {
      const parsed = chartSchema.parse(chart)
      expect(parsed.alt.length).toBeGreaterThan(20)
      expect(parsed.data.columns).toContain(parsed.spec.x.field)
      expect(parsed.data.columns).toContain(parsed.spec.y.field)
    }
  })

  test('claim what their rows show', () => {
    const [depth, times, reasons, kinds] = all
    const most = Math.max(...sampleMetrics.queueDepth.map(({ depth: one }) => one))
    expect(depth?.spec.title).toBe(`At most ${most} jobs waited at once`)
    expect(times?.spec.title).toBe('Analyzing CSV files takes longest: typically 1.9 s')
    expect(reasons?.spec.title).toBe('Password-protected workbook: 5 of 12 failures')
    expect(kinds?.data.rows).toEqual([
      ['Excel files', 5],
      ['Files of unknown kind', 4],
      ['CSV files', 3],
    ])
  })

  test('are left out where there is nothing to draw', () => {
    expect(queueDepthChart(emptyMetrics, 7)).toBeNull()
    expect(stageTimesChart(emptyMetrics)).toBeNull()
    expect(failureReasonsChart(emptyMetrics)).toBeNull()
  })

  test('every reason has words, none of them a code', () => {
    for (const reason of Object.keys(failureReasons) as FailureReason[]) {
      expect(reasonWords(reason), reason).toMatch(/^[A-Z][^_{}]+[^.]$/)
    }
  })
})
