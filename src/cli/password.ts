/**
 * A document's password: asked for on a terminal, or read from standard input. As an argument every user of the machine
 * could list it, and the shell would keep it.
 */
import type { Engine } from '../main/engine.ts'
import { StoryglassError } from '../shared/failure/failure.ts'
import type { Job } from '../shared/job/job.ts'
import { terminalTexts } from './language.ts'
import { say } from './output.ts'
import { UsageError } from './usage.ts'

export interface PasswordOptions {
  readonly password?: string
  readonly passwordStdin?: boolean
}

/** Gives what was typed, or null when nobody is there to type or does not want to. `name`: of the document. */
export type AskPassword = (name: string) => Promise<string | null>

const maxPasswordBytes = 4096
const tries = 3

/** What was given beforehand; null for nothing. Throws `UsageError` for both ways at once, or for too much. */
export async function givenPassword(
  { password, passwordStdin }: PasswordOptions,
  input: AsyncIterable<Uint8Array | string> = process.stdin,
): Promise<string | null> {
  if (passwordStdin !== true) return password ?? null
  if (password !== undefined) throw new UsageError(({ twoPasswords }) => twoPasswords)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of input) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > maxPasswordBytes) throw new UsageError(({ longPassword }) => longPassword)
    chunks.push(part)
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}

/** Asks where there is a terminal to ask on. */
export function askOnTerminal({ passwordStdin }: PasswordOptions): AskPassword {
  const { stdin, stderr } = process
  const { passwordOf } = terminalTexts().terminal.replies
  const isPossible = stdin.isTTY === true && stderr.isTTY === true && passwordStdin !== true
  return isPossible ? (name) => askHidden(`${passwordOf({ name })} `, stdin, stderr) : async () => null
}

/** Tries a job that failed for want of a password again, as often as one is typed. Gives it once it is over. */
export async function untilUnlocked(engine: Engine, job: Job, ask: AskPassword): Promise<Job> {
  let over = job
  for (let left = tries; left > 0 && isLocked(over); left -= 1) {
    const password = await ask(over.source.name)
    if (password === null || password === '') break
    const { job: retried } = await engine.handlers['jobs/unlock']({ id: over.id, password })
    over = await engine.jobs.whenOver(retried.id)
    if (isLocked(over)) await say(terminalTexts().terminal.replies.wrongPassword)
  }
  return over
}

function isLocked(job: Job): boolean {
  return job.status === 'failed' && isLockedReason(job.failure?.reason)
}

function isLockedReason(reason: string | undefined): boolean {
  return reason === 'encrypted_document' || reason === 'encrypted_workbook'
}

/** Does work that may want a password, with the one given, and then with what is typed. Throws what it failed for last. */
export async function tryPasswords<Result>(
  name: string,
  options: PasswordOptions,
  given: string | null,
  work: (password: string | null) => Promise<Result>,
): Promise<Result> {
  const ask = askOnTerminal(options)
  let password = given
  for (let left = tries; ; left -= 1) {
    try {
      return await work(password)
    } catch (error) {
      if (!(error instanceof StoryglassError) || !isLockedReason(error.reason) || left === 0) throw error
      const typed = await ask(name)
      if (typed === null || typed === '') throw error
      password = typed
    }
  }
}

export interface HiddenInput extends NodeJS.EventEmitter {
  setRawMode?(raw: boolean): unknown
  setEncoding(encoding: BufferEncoding): unknown
  resume(): unknown
  pause(): unknown
}

const controls = { enter: ['\r', '\n'], erase: ['\u007f', '\b'], interrupt: '\u0003', end: '\u0004' } as const

/** What the keys pressed so far come to: a line being typed, a line, none wanted, or a wish to stop the program. */
export type TypedLine =
  | { readonly state: 'typing' | 'entered'; readonly text: string }
  | { readonly state: 'declined' | 'interrupted' }

export function typeOn(typed: string, keys: string): TypedLine {
  let text = typed
  for (const key of keys) {
    if (key === controls.interrupt) return { state: 'interrupted' }
    if (key === controls.end) return { state: 'declined' }
    if (controls.enter.some((one) => one === key)) return { state: 'entered', text }
    if (controls.erase.some((one) => one === key)) text = [...text].slice(0, -1).join('')
    else if (key >= ' ') text += key
  }
  return { state: 'typing', text }
}

/** One line, of which nothing is shown. Ctrl-C stops the program as it always does, Ctrl-D gives null. */
export function askHidden(
  question: string,
  input: HiddenInput,
  output: { write(text: string): unknown },
): Promise<string | null> {
  output.write(question)
  input.setRawMode?.(true)
  input.setEncoding('utf8')
  input.resume()
  return new Promise((resolve) => {
    let typed = ''
    const finish = (result: string | null): void => {
      input.off('data', onData)
      input.off('end', onEnd)
      input.setRawMode?.(false)
      input.pause()
      output.write('\n')
      resolve(result)
    }
    const onEnd = (): void => finish(null)
    const onData = (keys: string): void => {
      const line = typeOn(typed, keys)
      switch (line.state) {
        case 'typing':
          typed = line.text
          break
        case 'entered':
          finish(line.text)
          break
        case 'declined':
          finish(null)
          break
        case 'interrupted':
          finish(null)
          process.kill(process.pid, 'SIGINT')
      }
    }
    input.on('data', onData)
    input.on('end', onEnd)
  })
}
