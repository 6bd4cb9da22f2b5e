/** Where the engine says what an operator may want to know; never the place of a failure a person must see. */

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

export interface Logger {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
