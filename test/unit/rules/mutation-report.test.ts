/** How a report of mutation testing is read. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isDrawn } from '../../../config/mutation/sample.mjs'
import { forgetSurvivors, readReport, unexplained } from '../../../scripts/mutation-report.mjs'

const source = ['function f(a) {', '  return a > 1 &&', '    a < 5', '}'].join('\n')
const at = (startLine: number, startColumn: number, endLine: number, endColumn: number) => ({
  start: { line: startLine, column: startColumn },
  end: { line: endLine, column: endColumn },
})
const mutants = [
  { status: 'Killed', location: at(2, 10, 2, 15), replacement: 'true' },
  { status: 'Timeout', location: at(2, 10, 2, 15), replacement: 'false' },
  { status: 'Survived', location: at(2, 12, 2, 13), replacement: '>=' },
  { status: 'NoCoverage', location: at(2, 10, 3, 10), replacement: 'true' },
  { status: 'CompileError', location: at(2, 10, 2, 15), replacement: '' },
  { status: 'Ignored', location: at(2, 10, 2, 15), replacement: '' },
]

it('counts what was noticed, and shows what was not with the lines as they stand and as they were changed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-mutation-'))
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify({ files: { 'src/a/f.ts': { source, mutants } } }))
  const { noticed, changes, survivors } = readReport(file)
  rmSync(folder, { recursive: true })
  expect([noticed, changes]).toEqual([2, 4])
  expect(survivors.map(({ place, before, after }) => [place, before, after])).toEqual([
    ['src/a/f.ts:2', 'return a > 1 &&', 'return a >= 1 &&'],
    ['src/a/f.ts:2', 'return a > 1 && a < 5', 'return true'],
  ])
  const reason = {
    file: 'a/f.ts',
    before: 'return a > 1 &&',
    after: 'return a >= 1 &&',
    reason: 'a is no whole number',
  }
  expect(unexplained(survivors, [reason]).map(({ after }) => after)).toEqual(['return true'])
  expect(unexplained(survivors, [{ ...reason, file: 'b/f.ts' }])).toHaveLength(2)
  expect(unexplained(survivors, [{ ...reason, before: 'return a' }])).toHaveLength(2)
})

it('forgets before the next run what nobody noticed, and nothing else', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-mutation-'))
  const file = path.join(folder, 'incremental.json')
  forgetSurvivors(file)
  writeFileSync(file, JSON.stringify({ files: { 'src/a/f.ts': { source, mutants } }, testFiles: {} }))
  forgetSurvivors(file)
  const kept = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(folder, { recursive: true })
  expect(kept).toEqual({ files: { 'src/a/f.ts': { source, mutants: mutants.slice(0, 2) } }, testFiles: {} })
})

it('draws about the wanted share of the changes, the same by the same seed and others by another', () => {
  const changes = Array.from({ length: 2_000 }, (_, index) => ({
    fileName: '/a/f.ts',
    location: { start: { line: index, column: 1 }, end: { line: index, column: 9 } },
    replacement: 'true',
  }))
  const drawn = (seed: number) => changes.filter((change) => isDrawn(change, { percent: 25, seed }))
  expect(drawn(7).length).toBeGreaterThan(440)
  expect(drawn(7).length).toBeLessThan(560)
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(8)).not.toEqual(drawn(7))
  // Stryker names a file within its sandbox, a report within the project.
  const [change] = drawn(7)
  expect(change !== undefined && isDrawn({ ...change, fileName: 'src/f.ts' }, { percent: 25, seed: 7 })).toBe(true)
})
