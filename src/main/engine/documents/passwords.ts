/** Passwords of protected documents: in memory, until their jobs are over, and nowhere else. */

export class Passwords {
  readonly #byJob = new Map<string, string>()

  give(jobId: string, password: string): void {
    this.#byJob.set(jobId, password)
  }

  of(jobId: string): string | null {
    return this.#byJob.get(jobId) ?? null
  }

  forget(jobId: string): void {
    this.#byJob.delete(jobId)
  }

  forgetAll(): void {
    this.#byJob.clear()
  }
}
