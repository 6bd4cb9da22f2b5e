/** A stage's folder on disk: made under a temporary name, published whole, read back after a restart. */
import { copyFile, link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { publishFolder } from '../../disk/durable.ts'
import { explainFileError } from '../../disk/file-errors.ts'
import type { StageName } from '../../shared/job/stage.ts'
import {
  type DataLayout,
  gridFolder,
  jobFolder,
  readingFolder,
  readingFolderName,
  stageFolder,
  stageOutputFile,
  temporaryStageFolder,
} from '../intake/layout.ts'
import type { Claim } from '../store/jobs.ts'
import { partsFolder } from './document/reading-folder.ts'
import type { AtFaultPoint } from './faults.ts'

export class StageFiles {
  readonly #layout: DataLayout
  readonly #atFaultPoint: AtFaultPoint

  constructor(layout: DataLayout, atFaultPoint: AtFaultPoint) {
    this.#layout = layout
    this.#atFaultPoint = atFaultPoint
  }

  /** A fresh, empty folder for the stage to write into. */
  async begin(owner: Claim, stage: StageName): Promise<string> {
    const folder = temporaryStageFolder(this.#layout, owner.id, stage, owner.claim)
    try {
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true, mode: 0o700 })
    } catch (error) {
      throw explainFileError(error, 'writing')
    }
    return folder
  }

  /** Adds the stage's result to its folder and gives the folder its lasting name. Gives the result's relative path. */
  async publish(owner: Claim, stage: StageName, output: unknown): Promise<string> {
    const temporary = temporaryStageFolder(this.#layout, owner.id, stage, owner.claim)
    const final = stageFolder(this.#layout, owner.id, stage)
    try {
      this.#atFaultPoint(`${stage}:before_write`)
      await writeFile(path.join(temporary, stageOutputFile), JSON.stringify(output))
    } catch (error) {
      throw explainFileError(error, 'writing')
    }
    await publishFolder(temporary, final, (point) => this.#atFaultPoint(`${stage}:${point}`))
    return path.relative(this.#layout.dataDir, path.join(final, stageOutputFile))
  }

  /** What a finished stage left, unparsed; null when it is gone or not JSON, and the stage has to run again. */
  async read(outputPath: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(path.join(this.#layout.dataDir, outputPath), 'utf8'))
    } catch (error) {
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw explainFileError(error, 'reading')
    }
  }

  /** What a finished stage of the job left, unparsed; as `read`. */
  result(jobId: string, stage: StageName): Promise<unknown> {
    return this.read(path.relative(this.#layout.dataDir, path.join(this.folder(jobId, stage), stageOutputFile)))
  }

  /** The folder of the finished stage. */
  folder(jobId: string, stage: StageName): string {
    return stageFolder(this.#layout, jobId, stage)
  }

  /** What can be read of the document this job reads: kept over attempts, restarts and the end of the job. */
  readingFolder(jobId: string): string {
    return readingFolder(this.#layout, jobId)
  }

  /** Where the data view keeps orders of rows of the job's tables. */
  gridFolder(jobId: string): string {
    return gridFolder(this.#layout, jobId)
  }

  async discard(owner: Claim, stage: StageName): Promise<void> {
    await rm(temporaryStageFolder(this.#layout, owner.id, stage, owner.claim), { recursive: true, force: true })
  }

  /** Once a story is saved only the tables it is read and verified from are needed. */
  async keepTables(jobId: string): Promise<void> {
    await this.#removeExcept(jobId, ['import', 'convert'] satisfies StageName[])
    // What was inside the source has been read: only what the import said of it is needed, should it be told again.
    await removeExcept(this.folder(jobId, 'import'), [stageOutputFile])
  }

  /**
   * Gives the files a finished stage of another job left a second name in `outputDir`, where they stay when that job goes.
   * They are never written to again. Its result is not among them.
   */
  async share(jobId: string, stage: StageName, outputDir: string): Promise<void> {
    const folder = this.folder(jobId, stage)
    try {
      for (const { name } of (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())) {
        if (name === stageOutputFile) continue
        await linkOrCopy(path.join(folder, name), path.join(outputDir, name))
      }
    } catch (error) {
      throw explainFileError(error, 'writing')
    }
  }

  /** Once a document is saved only what it is shown with is needed, and no longer its parts. */
  async keepReading(jobId: string): Promise<void> {
    await this.#removeExcept(jobId, [readingFolderName])
    await rm(path.join(this.readingFolder(jobId), partsFolder), { recursive: true, force: true })
  }

  /** Removes what no record speaks of: unfinished and unrecorded stages' folders. What can be read stays. */
  async collect(jobId: string, recorded: readonly StageName[]): Promise<void> {
    await this.#removeExcept(jobId, [...recorded, readingFolderName])
  }

  async removeJob(jobId: string): Promise<void> {
    await rm(jobFolder(this.#layout, jobId), { recursive: true, force: true })
  }

  async #removeExcept(jobId: string, kept: readonly string[]): Promise<void> {
    await removeExcept(jobFolder(this.#layout, jobId), kept)
  }
}

async function removeExcept(folder: string, kept: readonly string[]): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names) {
    if (!kept.includes(name)) await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

/** Some file systems know no second names (FAT), or no more of them. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    await copyFile(from, to)
  }
}
