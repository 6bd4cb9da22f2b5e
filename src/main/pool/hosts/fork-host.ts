/** Hosts as Node processes: in the browser shell and the command line. */
import { fork } from 'node:child_process'
import { Socket } from 'node:net'
import { type LaunchHost, tailOf } from './host-process.ts'

/** How long the rest of its standard error is waited for: a program it started may hold it open. */
const errorsMs = 100

/** A process group of its own: a key pressed in the terminal is for the engine, and what it starts ends with it. */
const isGroup = process.platform !== 'win32'

export const forkHost: LaunchHost = ({ file, arguments: given }, { onMessage, onExit }) => {
  const child = fork(file, [...given], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: isGroup,
  })
  const errors = tailOf(child.stderr)
  let isOver = false
  const end = (code: number | null, signal: string | null): void => {
    if (isOver) return
    isOver = true
    onExit({ code, signal, errors: errors() })
  }
  child.on('message', (message) => {
    if (!isOver) onMessage(message)
  })
  child.on('exit', (code, signal) => setTimeout(() => end(code, signal), errorsMs))
  child.on('close', end)
  // It could not be started, or a message could not be sent since it is ending.
  child.on('error', (error) => {
    if (child.pid !== undefined || isOver) return
    isOver = true
    onExit({ code: null, signal: null, errors: error.message })
  })
  // The pipe's end of this process; it is read for as long as there is anything else to do.
  if (child.stderr instanceof Socket) child.stderr.unref()
  return {
    send: (message) => {
      if (child.connected) child.send(message)
    },
    setBusy: (busy) => {
      if (busy) {
        child.ref()
        child.channel?.ref()
      } else {
        child.unref()
        child.channel?.unref()
      }
    },
    kill: () => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      try {
        process.kill(isGroup ? -child.pid : child.pid, 'SIGKILL')
      } catch {
        // It has ended by itself in this moment.
        child.kill('SIGKILL')
      }
    },
  }
}
