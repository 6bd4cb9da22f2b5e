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
  else await say(`${problem.report.message}\n${problem.report.hint}`)
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve())
  })
}
