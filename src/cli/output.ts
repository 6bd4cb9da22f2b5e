/** Standard output and standard error: results on the one, everything else on the other. */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { failureReasons } from '../shared/failure/failure.ts'
import { exitStatus, statusOf } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import type { Problem } from './outcome.ts'

export interface OutputWatch {
  /** What the process ends with, given what its command came to. */
  statusAfter(status: number): number
}

/** As a shell reports it of a program that a closed pipe has ended: 128 and the signal's number. */
const closedPipeStatus = 141

/**
 * Output that nobody reads any more (`| head`), or that a full disk cannot take, kills no command, which is then stopped
 * in order (`withInterruption`). Nor does it end as if all had been written; a failure of its own goes before.
 */
export function watchOutput(streams: readonly NodeJS.WriteStream[] = [process.stdout, process.stderr]): OutputWatch {
  let failed: NodeJS.ErrnoException | null = null
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (failed !== null) return
      failed = error
      if (error.code === 'EPIPE') return
      process.stderr.write(`${terminalTexts().terminal.replies.outputFailed({ why: error.message })}\n`)
    })
  }
  return {
    statusAfter(status) {
      if (failed === null) return status
      const isOwnFailure = status !== exitStatus.done && status !== exitStatus.cancelled
      if (isOwnFailure) return status
      return failed.code === 'EPIPE' ? closedPipeStatus : statusOf(failureReasons.disk_full.code)
    },
  }
}

/** Waits until the text has left the process, so that its end cannot cut it off. */
export function print(text: string): Promise<void> {
  return write(process.stdout, text)
}

export function say(text: string): Promise<void> {
  return write(process.stderr, `${text}\n`)
}

export function printJson(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value)}\n`)
}

/** Copies a file to standard output. */
export async function printFile(file: string): Promise<void> {
  try {
    await pipeline(createReadStream(file), process.stdout, { end: false })
  } catch (error) {
    // What keeps standard output from taking it is `watchOutput`'s to answer, who hears of it as well.
    if ((error as NodeJS.ErrnoException).syscall !== 'write') throw error
  }
}

/** To a script an object on standard output, to a person the sentence and what to do. */
export async function printProblem(problem: Problem, asJson: boolean): Promise<void> {
  if (asJson) await printJson({ error: problem.report })
  else await sayProblem(problem)
}

/** To a person on standard error, whatever goes to standard output. */
export async function sayProblem(problem: Problem): Promise<void> {
  const { report } = problem
  const below = detailBelow(problem)
  await say([report.message, report.hint, ...(below === null ? [] : [below])].join('\n'))
}

/** What a hint that speaks of something “below” means: one line of detail, or where there is more than a line. */
function detailBelow({ isDetailTold, report: { detail, jobId } }: Problem): string | null {
  if (detail === null || !isDetailTold) return null
  const [first = '', ...more] = detail.split('\n')
  return more.length > 0 && jobId !== null ? terminalTexts().terminal.replies.details({ id: jobId }) : first
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve())
  })
}
