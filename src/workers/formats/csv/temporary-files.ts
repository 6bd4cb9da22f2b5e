/** Scratch files of the stage, gone when it ends, however it ends. */
import { rm } from 'node:fs/promises'
import path from 'node:path'

export class TemporaryFiles {
  readonly #folder: string
  readonly #files: string[] = []

  constructor(folder: string) {
    this.#folder = folder
  }

  file(name: string): string {
    const file = path.join(this.#folder, `.${name}.tmp`)
    this.#files.push(file)
    return file
  }

  async remove(): Promise<void> {
    for (const file of this.#files) await rm(file, { force: true })
  }
}
