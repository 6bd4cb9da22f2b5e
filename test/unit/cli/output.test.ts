import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Problem, problemOfFailure } from '../../../src/cli/outcome.ts'
import { printProblem } from '../../../src/cli/output.ts'
import { describeFailure, type FailureReason } from '../../../src/shared/failure/failure.ts'
import { english } from '../../support/english.ts'

afterEach(() => void vi.restoreAllMocks())

async function saidOf(problem: Problem): Promise<string[]> {
  const written: string[] = []
  const write = (text: string | Uint8Array, done?: unknown): boolean => {
    written.push(String(text))
    if (typeof done === 'function') Reflect.apply(done, null, [])
    return true
  }
  vi.spyOn(process.stderr, 'write').mockImplementation(write)
  await printProblem(problem, false)
  return written.join('').trimEnd().split('\n')
}

function problem(reason: FailureReason, detail: string | null, jobId: string | null): Problem {
  const failure = describeFailure(english, reason, { name: 'a.csv', detail })
  return problemOfFailure(failure, '2026-01-01T00:00:00.000Z', jobId === null ? null : { id: jobId, canRetry: true })
}

const stack = 'TypeError: x is not a function\n    at tell (tell.ts:1:2)'

describe('a problem told to a person', () => {
  it('names where its details are and never shows a stack', async () => {
    const lines = await saidOf(problem('internal', stack, 'job7'))
    expect(lines).toHaveLength(3)
    expect(lines[2]).toBe('Details: storyglass jobs show job7')
  })

  it('shows what “below” means where it is a line', async () => {
    const lines = await saidOf(problem('no_such_sheet', 'Sales, Costs', 'job7'))
    expect(lines[2]).toBe('Sales, Costs')
  })

  it('shows only the first line of a fault outside any job', async () => {
    expect((await saidOf(problem('internal', stack, null)))[2]).toBe('TypeError: x is not a function')
  })

  it('is the sentence and the hint where the hint needs no more', async () => {
    expect(await saidOf(problem('empty_file', 'size 0', 'job7'))).toHaveLength(2)
  })
})
