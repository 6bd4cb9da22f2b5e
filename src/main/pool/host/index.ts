/**
 * Entry of a host: a process of its own that runs stages and tasks, one at a time, in a worker thread of Piscina. Its
 * main thread does no work, so that it always hears the engine, tells what the process takes, and ends with the engine.
 * Arguments: the workers' entry, and the thread's heap in megabytes.
 */
import { Piscina } from 'piscina'
import type { FromHost, ToHost } from '../host-messages.ts'
import { connectEngine } from './engine-port.ts'
import { type ActiveRun, startRun } from './thread-run.ts'
import { watchUsage } from './usage.ts'

/** Of a thread's heap. Node 24's own default is eight times this: two threads that draw pages fill it, for no gain in time. */
const youngGenerationMegabytes = 24

const [, , workerFile = '', heapMegabytes = ''] = process.argv
const engine = connectEngine()
const say = (message: FromHost): void => engine.send(message)

const piscina = new Piscina({
  filename: workerFile,
  minThreads: 0,
  maxThreads: 1,
  // It ends with the process.
  idleTimeout: Number.POSITIVE_INFINITY,
  // The default blocks a waiting thread so hard that its ports and timers stand still between tasks.
  atomics: 'disabled',
  execArgv: [],
  recordTiming: false,
  resourceLimits: {
    maxOldGenerationSizeMb: Number(heapMegabytes),
    maxYoungGenerationSizeMb: youngGenerationMegabytes,
  },
})
let active: { readonly id: number; readonly run: ActiveRun } | null = null
// A thread that ends without a task on it failed while loading: what waits for it would wait for ever.
piscina.on('error', (error: Error) => active?.run.abandonUnstarted(error))

/** The engine ends a host that is too full. It is not waited for: what fills a memory fills 2 GB a second. */
const fullMs = 5

const usage = watchUsage(
  (measured) => say({ type: 'usage', ...measured }),
  () => setTimeout(() => process.kill(process.pid, 'SIGKILL'), fullMs),
)

async function work(request: Extract<ToHost, { type: 'run' }>): Promise<void> {
  const { id } = request
  const run = startRun(piscina, request, (told) => say({ type: 'told', id, told }))
  active = { id, run }
  usage.begin(request.memoryBytes)
  const end = await run.finished
  active = null
  usage.end()
  say({ type: 'ended', id, end })
}

engine.onMessage((message) => {
  switch (message.type) {
    case 'run':
      void work(message)
      return
    case 'allow':
      if (active?.id === message.id) usage.allow(message.memoryBytes)
      return
    case 'cancel':
      if (active?.id === message.id) active.run.cancel()
      return
  }
})
say({ type: 'ready' })
