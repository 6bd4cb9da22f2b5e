/** What a step of the library's schema is. */
export interface Migration {
  /** From 1, without a gap. */
  readonly version: number
  readonly description: string
  readonly sql: string
}
