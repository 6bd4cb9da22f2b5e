/** The engine's log as lines of JSON in the data folder, kept from growing without end. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ReportBug } from '../../shared/contract/dispatch.ts'
import type { LogFields, Logger } from '../jobs/logger.ts'

const maxBytes = 2_000_000

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * Appends to `<logsDir>/storyglass.log`; a full file becomes `storyglass.1.log`, replacing the one before. A log that
 * cannot be written is given up in silence: it must not stop what it only describes. `logsDir` is absolute; throws where it
 * is not, since a log would be written wherever the program was started.
 */
export function createFileLogger(logsDir: string, clock: () => number = Date.now): Logger & { bug: ReportBug } {
  if (!path.isAbsolute(logsDir)) throw new Error(`The folder for logs is not absolute: ${JSON.stringify(logsDir)}`)
  const file = path.join(logsDir, 'storyglass.log')
  let isUsable = true

  function write(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
    if (!isUsable) return
    try {
      mkdirSync(logsDir, { recursive: true, mode: 0o700 })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) {
        renameSync(file, path.join(logsDir, 'storyglass.1.log'))
      }
      const line = JSON.stringify({ at: new Date(clock()).toISOString(), level, message, ...fields })
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
    } catch {
      isUsable = false
    }
  }

  return {
    info: (message, fields = {}) => write('info', message, fields),
    warn: (message, fields = {}) => write('warn', message, fields),
    error: (message, fields = {}) => write('error', message, fields),
    bug: (where, error) => write('error', 'unexpected error', { where, error: describe(error) }),
  }
}
