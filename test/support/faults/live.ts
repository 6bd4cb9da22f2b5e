/** Runs one life to its end and gives all that was said in it. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Bundle } from './bundle.ts'
import type { LifePlan, Said } from './life.ts'

/** When to kill from outside, in ms: after the process was started, or after its queue ran. */
export type KillTime = { readonly from: 'start' | 'running'; readonly afterMs: number } | null

export interface Life {
  readonly said: readonly Said[]
  readonly signal: NodeJS.Signals | null
  readonly status: number | null
  readonly errors: string
  /** Killed by us, not by itself at a point. */
  readonly killedFromOutside: boolean
  /** From the start of the process until jobs ran; null when it died before. */
  readonly recoveryMs: number | null
}

export function live(
  bundle: Bundle,
  plan: Omit<LifePlan, 'workerFile'>,
  runsFile: string,
  kill: KillTime,
): Promise<Life> {
  const startedAtMs = performance.now()
  const child = spawn(
    process.execPath,
    [bundle.childFile, JSON.stringify({ ...plan, workerFile: bundle.workerFile })],
    {
      // Its input ends with us: it is not to outlive the one who kills it.
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, STORYGLASS_FAULTS_RUNS: runsFile, NODE_COMPILE_CACHE: bundle.cacheDir },
    },
  )
  const said: Said[] = []
  let errors = ''
  let recoveryMs: number | null = null
  let killedFromOutside = false
  let timer: NodeJS.Timeout | undefined
  const killIn = (ms: number): void => {
    timer = setTimeout(() => {
      killedFromOutside = child.kill('SIGKILL')
    }, ms)
  }
  if (kill?.from === 'start') killIn(kill.afterMs)
  createInterface({ input: child.stdout }).on('line', (line) => {
    const heard = JSON.parse(line) as Said
    said.push(heard)
    if (heard.say !== 'running') return
    recoveryMs = performance.now() - startedAtMs
    if (kill?.from === 'running') killIn(kill.afterMs)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => {
      clearTimeout(timer)
      resolve({ said, signal, status, errors, killedFromOutside, recoveryMs })
    })
  })
}
