/** Runs another program on bytes: no shell, low priority, and an end to its time, its output and its life. */
import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { CancelledError } from '../../../shared/failure/failure.ts'

export interface ProgramLimits {
  readonly limitMs: number
  /** Of its standard output. */
  readonly maxBytes: number
  readonly signal: AbortSignal
}

export interface ProgramResult {
  readonly output: Buffer
  /** The beginning of its standard error. */
  readonly errors: string
}

const maxErrorCharacters = 4000
/** What a program may know of the environment; a password in another variable is none of its business. */
const passedOn = ['PATH', 'Path', 'TESSDATA_PREFIX', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot']

/**
 * `input` goes to its standard input. Throws an Error with the cause when it cannot be started, fails, says too much or
 * takes too long; `CancelledError` when `signal` is aborted. The program has ended, or been killed, when this is done.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  input: Buffer,
  { limitMs, maxBytes, signal }: ProgramLimits,
): Promise<ProgramResult> {
  if (signal.aborted) throw new CancelledError()
  const env: NodeJS.ProcessEnv = { OMP_THREAD_LIMIT: '1' }
  for (const name of passedOn) if (process.env[name] !== undefined) env[name] = process.env[name]
  const child = spawn(program, [...args], { stdio: 'pipe', shell: false, windowsHide: true, env })
  return new Promise<ProgramResult>((resolve, reject) => {
    const pieces: Buffer[] = []
    let bytes = 0
    let errors = ''
    let why: Error | null = null
    const kill = (error: Error): void => {
      why ??= error
      child.kill('SIGKILL')
    }
    const onAbort = (): void => kill(new CancelledError())
    signal.addEventListener('abort', onAbort, { once: true })
    const timer = setTimeout(() => kill(new Error(`it took longer than ${limitMs / 1000} s`)), limitMs)
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) kill(new Error(`it answered with more than ${maxBytes} bytes`))
      else pieces.push(chunk)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (errors.length < maxErrorCharacters) errors += text.slice(0, maxErrorCharacters)
    })
    // One that ends before it has read all breaks the pipe; how it ended says more.
    child.stdin.on('error', () => undefined)
    const settle = (result: () => void): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      result()
    }
    child.once('error', (error) => settle(() => reject(why ?? error)))
    child.once('close', (code, killedBy) =>
      settle(() => {
        if (why !== null) reject(why)
        else if (code === 0) resolve({ output: Buffer.concat(pieces), errors })
        else reject(new Error(`it ended with ${code ?? killedBy}: ${lastLine(errors)}`))
      }),
    )
    lowerPriority(child.pid)
    child.stdin.end(input)
  })
}

/** Whoever works at the machine goes first. */
function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It may have ended already, or the system may forbid it: it then runs as any other program.
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.slice(0, 300) ?? ''
}
