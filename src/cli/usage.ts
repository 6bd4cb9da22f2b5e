/** The command was not one that can be understood: told with how to ask, and a status of its own. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
