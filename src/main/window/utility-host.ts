/** Hosts as Electron's utility processes: a packaged application cannot be run as Node, and these can be read from it. */
import { utilityProcess } from 'electron'
import { type LaunchHost, tailOf } from '../engine.ts'

/** As the system's list of processes shows it. */
const serviceName = 'Storyglass reader'

/** After `ready` only. */
export const utilityHost: LaunchHost = ({ file, arguments: given }, { onMessage, onExit }) => {
  const child = utilityProcess.fork(file, [...given], {
    execArgv: [],
    serviceName,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const errors = tailOf(child.stderr)
  let fault = ''
  let isOver = false
  child.on('message', (message: unknown) => {
    if (!isOver) onMessage(message)
  })
  // V8 could not go on: told before the end that follows.
  child.on('error', (type, location) => {
    fault = `${type} at ${location}`
  })
  child.on('exit', (code) => {
    isOver = true
    onExit({ code, signal: null, errors: [fault, errors()].filter(Boolean).join('\n') })
  })
  return {
    send: (message) => child.postMessage(message),
    // Electron's main process goes on for as long as the application does, whatever waits.
    setBusy: () => undefined,
    kill: () => {
      // `kill` of a utility process asks it to end; one that computes does not hear it.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
      else child.kill()
    },
  }
}
