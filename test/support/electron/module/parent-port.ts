/** Given to Node with `--import` before a utility process: the channel of the fork becomes `process.parentPort`. */
import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  readonly #send = process.send?.bind(process)

  postMessage(message: unknown): void {
    this.#send?.(message, undefined, undefined, () => undefined)
  }
}

const port = new ParentPort()
process.on('message', (data) => port.emit('message', { data }))
// Such a process ends with the one that started it.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
Object.assign(process, { parentPort: port, send: undefined })
