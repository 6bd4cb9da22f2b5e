/** `utilityProcess`: a Node process that reaches its parent by `process.parentPort` and by nothing else, as in Electron. */
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { app } from './app.ts'

interface ForkOptions {
  readonly execArgv?: readonly string[]
  readonly serviceName?: string
  readonly stdio?: readonly ('ignore' | 'inherit' | 'pipe')[]
}

const parentPort = new URL('./parent-port.ts', import.meta.url).href

class StandInUtilityProcess extends EventEmitter {
  pid: number | undefined
  readonly stderr: NodeJS.ReadableStream | null
  readonly #child: ReturnType<typeof fork>

  constructor(
    file: string,
    given: readonly string[],
    { execArgv = [], stdio = ['ignore', 'inherit', 'inherit'] }: ForkOptions,
  ) {
    super()
    this.#child = fork(file, [...given], {
      execArgv: [...execArgv, '--import', parentPort],
      serialization: 'advanced',
      stdio: [...stdio, 'ipc'],
    })
    this.stderr = this.#child.stderr
    this.#child.on('spawn', () => {
      this.pid = this.#child.pid
      this.emit('spawn')
    })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('exit', (code, signal) => {
      this.pid = undefined
      // Electron gives a number, also for an end by a signal.
      this.emit('exit', code ?? (signal === null ? 0 : 1))
    })
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object)
  }

  kill(): boolean {
    return this.#child.kill('SIGTERM')
  }
}

export const utilityProcess = {
  fork: (file: string, given: readonly string[] = [], options: ForkOptions = {}): StandInUtilityProcess => {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready.')
    return new StandInUtilityProcess(file, given, options)
  },
}
