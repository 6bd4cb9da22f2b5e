/** How a report of mutation testing is read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readReport, unexplained } from '../../../scripts/mutation-report.mjs'

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
