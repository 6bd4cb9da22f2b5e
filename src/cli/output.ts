/** Standard output and standard error: results on the one, everything else on the other. */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Problem } from './outcome.ts'

/** A reader that has seen enough (`| head`) ends the writing, not with an error. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(0)
    })
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
  await pipeline(createReadStream(file), process.stdout, { end: false })
}

/** To a script an object on standard output, to a person the sentence and what to do. */
export async function printProblem(problem: Problem, asJson: boolean): Promise<void> {
  if (asJson) await printJson({ error: problem.report })
  else await sayProblem(problem)
}

/** To a person on standard error, whatever goes to standard output. */
export async function sayProblem({ report }: Problem): Promise<void> {
  const below = detailBelow(report)
  await say([report.message, report.hint, ...(below === null ? [] : [below])].join('\n'))
}

/** What a hint that speaks of something “below” means: one line of detail, or where there is more than a line. */
function detailBelow({ hint, detail, jobId }: Problem['report']): string | null {
  if (detail === null || !/\bbelow\b/.test(hint)) return null
  const [first = '', ...more] = detail.split('\n')
  return more.length > 0 && jobId !== null ? `Details: storyglass jobs show ${jobId}` : first
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve())
  })
}
