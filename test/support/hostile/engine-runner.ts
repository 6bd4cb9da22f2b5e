/** Has hostile files told by one real engine in a process of its own, and measures what its whole tree takes for each. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Bundle } from '../faults/bundle.ts'
import { type TreeWatch, watchTree } from './process-tree.ts'

export type EngineAnswer =
  | { readonly is: 'told'; readonly detail: string; readonly leftOver: readonly string[] }
  | {
      readonly is: 'refused'
      readonly reason: string
      readonly detail: string
      readonly stage: string
      readonly leftOver: readonly string[]
    }

export interface Outcome {
  readonly answer: EngineAnswer | 'died' | 'hung'
  /** Of the clock, less what other programs took from the busiest thread: as on a machine with nothing else to do. */
  readonly seconds: number
  readonly peakMegabytes: number
  /** What the engine said while it died. */
  readonly errors: string
}

export interface EngineRunner {
  tell(file: string): Promise<Outcome>
  /** Resident memory of the whole tree while it has nothing to do. */
  restMegabytes(): number
  close(): Promise<void>
}

/** On a machine with nothing else to do; above every bound, so that a bound missed is measured and not only missed. */
const hangMs = 90_000
/** Of the clock, whatever else the machine does. */
const hangAnywayMs = 900_000
/** What one file leaves behind must not count for the next: the engine is then started anew. */
const mostRestMegabytes = 320

export function createEngineRunner(bundle: Bundle): EngineRunner {
  const root = mkdtempSync(path.join(tmpdir(), 'storyglass-hostile-'))
  let child: ChildProcess | null = null
  let watch: TreeWatch | null = null
  let errors = ''
  let starts = 0

  const start = async (): Promise<ChildProcess> => {
    starts += 1
    errors = ''
    const temporary = path.join(root, `temporary-${starts}`)
    mkdirSync(temporary)
    const started = fork(bundle.childFile, [path.join(root, `data-${starts}`), bundle.workerFile], {
      silent: true,
      env: { ...process.env, TMPDIR: temporary, NODE_COMPILE_CACHE: bundle.cacheDir },
    })
    started.stdout?.resume()
    started.stderr?.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString('utf8')).slice(-4000)
    })
    await once(started, 'message')
    watch = watchTree(started.pid ?? 0)
    return started
  }

  const stop = async (): Promise<void> => {
    const stopped = child
    child = null
    if (stopped === null || stopped.exitCode !== null || stopped.signalCode !== null) return
    const exited = once(stopped, 'exit')
    stopped.kill('SIGKILL')
    await exited
    rmSync(path.join(root, `data-${starts}`), { recursive: true, force: true })
    rmSync(path.join(root, `temporary-${starts}`), { recursive: true, force: true })
  }

  return {
    async tell(file) {
      if (watch !== null && child !== null && watch.residentMegabytes() > mostRestMegabytes) await stop()
      child ??= await start()
      const running = child
      watch?.begin()
      const answer = await new Promise<Outcome['answer']>((resolve) => {
        const timer = setInterval(() => {
          const { elapsedMs, waitedMs } = watch?.use() ?? { elapsedMs: 0, waitedMs: 0 }
          if (elapsedMs - waitedMs > hangMs || elapsedMs > hangAnywayMs) finish('hung')
        }, 500)
        const onMessage = (message: unknown): void => finish(message as EngineAnswer)
        const onExit = (): void => finish('died')
        const finish = (how: Outcome['answer']): void => {
          clearInterval(timer)
          running.off('message', onMessage)
          running.off('exit', onExit)
          resolve(how)
        }
        running.on('message', onMessage)
        running.on('exit', onExit)
        running.send(file)
      })
      const { peakMegabytes, elapsedMs, waitedMs } = watch?.end() ?? { peakMegabytes: 0, elapsedMs: 0, waitedMs: 0 }
      const said = errors.trim()
      if (answer === 'died' || answer === 'hung') await stop()
      return { answer, seconds: (elapsedMs - waitedMs) / 1000, peakMegabytes, errors: said }
    },
    restMegabytes: () => (child === null ? 0 : (watch?.residentMegabytes() ?? 0)),
    close: async () => {
      await stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
