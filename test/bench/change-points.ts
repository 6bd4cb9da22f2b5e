/** How well the default change points agree with those that people marked, on the Turing Change Point Dataset. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { changePoints } from '../../src/workers/analysis/statistics/change-points.ts'
import { seasonalStrength } from '../../src/workers/analysis/statistics/seasonal-strength.ts'
import { stl } from '../../src/workers/analysis/statistics/stl.ts'

export interface Agreement {
  readonly f1: number
  readonly covering: number
}

/** By annotator, the first indices of new segments. */
export type Annotations = Readonly<Record<string, readonly number[]>>

/**
 * F1 (a hit is at most `margin` steps away; the start of the series counts as found) and covering (mean overlap of
 * segments), as in van den Burg & Williams, arXiv:2003.06222 (2020), section 5.
 */
export function agreement(annotations: Annotations, found: readonly number[], n: number, margin = 5): Agreement {
  const predicted = [...new Set([0, ...found])].sort((left, right) => left - right)
  const people = Object.values(annotations).map((marks) =>
    [...new Set([0, ...marks])].sort((left, right) => left - right),
  )
  const union = [...new Set(people.flat())].sort((left, right) => left - right)
  const precision = hits(union, predicted, margin) / predicted.length
  const recall = people.reduce((sum, marks) => sum + hits(marks, predicted, margin) / marks.length, 0) / people.length
  const f1 = (2 * precision * recall) / (precision + recall)
  const covering = people.reduce((sum, marks) => sum + coveringOf(marks, predicted, n), 0) / people.length
  return { f1, covering }
}

/** Marks that have a prediction of their own within the margin. */
function hits(marks: readonly number[], predicted: readonly number[], margin: number): number {
  const left = [...predicted]
  let count = 0
  for (const mark of marks) {
    const near = left
      .map((place, index) => ({ distance: Math.abs(place - mark), index }))
      .filter(({ distance }) => distance <= margin)
      .sort((one, other) => one.distance - other.distance)[0]
    if (near === undefined) continue
    left.splice(near.index, 1)
    count++
  }
  return count
}

function coveringOf(truth: readonly number[], predicted: readonly number[], n: number): number {
  const segments = (starts: readonly number[]) => starts.map((start, index) => [start, starts[index + 1] ?? n] as const)
  const guessed = segments(predicted)
  let sum = 0
  for (const [start, end] of segments(truth)) {
    const overlaps = guessed.map(([from, to]) => {
      const common = Math.max(0, Math.min(end, to) - Math.max(start, from))
      return common / (Math.max(end, to) - Math.min(start, from) || 1)
    })
    // Segments that do not meet have no common part, so a union with a gap between never counts.
    sum += (end - start) * Math.max(...overlaps)
  }
  return sum / n
}

export interface MarkedSeries {
  readonly name: string
  readonly values: Float64Array
  readonly annotations: Annotations
  /** Steps in a year where the series is monthly, else null. */
  readonly period: number | null
}

/** The series of the data set that are here; null where the data set is not. */
export function markedSeries(
  folder = path.join(import.meta.dirname, '../../../shared/corpora/stories/tcpd'),
): MarkedSeries[] | null {
  const list = path.join(folder, 'annotations.json')
  if (!existsSync(list)) return null
  const all = z
    .record(z.string(), z.record(z.string(), z.array(z.number())))
    .parse(JSON.parse(readFileSync(list, 'utf8')))
  return Object.entries(all).flatMap(([name, annotations]) => {
    const file = path.join(folder, `${name}.csv`)
    if (!existsSync(file)) return []
    const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1)
    const period = /^\d{4}-\d{2},/.test(lines[0] ?? '') ? 12 : null
    const values = lines.map((line) => line.slice(line.lastIndexOf(',') + 1).trim())
    let last = 0
    const filled = Float64Array.from(values, (text) => {
      if (text !== '' && Number.isFinite(Number(text))) last = Number(text)
      return last
    })
    return [{ name, annotations, period, values: filled }]
  })
}

/** As the analysis does it: a plain season is taken off first. */
function withoutSeason({ values, period }: MarkedSeries): Float64Array {
  const parts = period === null ? null : stl(values, period, { seasonalWindow: 7 })
  if (parts === null || seasonalStrength(parts) < 0.3) return values
  return values.map((value, index) => value - (parts.seasonal[index] ?? 0))
}

export function changePointFigure(detail = false): string {
  const all = markedSeries()
  if (all === null) return 'change points: data set not here'
  let f1 = 0
  let covering = 0
  const lines: string[] = []
  for (const series of all) {
    const found = changePoints(withoutSeason(series))
    const result = agreement(series.annotations, found.places, series.values.length)
    f1 += result.f1
    covering += result.covering
    if (detail) {
      const places = `${found.kind} ${found.places.join(' ')}`
      lines.push(`  ${series.name}: F1 ${result.f1.toFixed(2)}, covering ${result.covering.toFixed(2)}: ${places}`)
    }
  }
  const mean = (sum: number) => (sum / all.length).toFixed(3)
  lines.push(
    `change points: F1 ${mean(f1)}, covering ${mean(covering)} on ${all.length} series, default settings (aim: .74 and .71; published default of binary segmentation: .698 and .672, of silence: .663 and .568)`,
  )
  return lines.join('\n')
}

if (import.meta.main) process.stdout.write(`${changePointFigure(process.argv.includes('--detail'))}\n`)
