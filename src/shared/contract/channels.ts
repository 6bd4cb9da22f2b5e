/** What the contract is called on Electron's IPC: one channel a command, one for all events, one to hand over a file. */
import type { CommandName } from './commands.ts'

export function commandChannel(name: CommandName): string {
  return `storyglass:command:${name}`
}

export const eventChannel = 'storyglass:event'
/** Input: the path of a file the user dropped or picked, as the operating system gave it to the preload. */
export const adoptChannel = 'storyglass:adopt-path'
