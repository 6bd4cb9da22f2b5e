/** `storyglass read`: the conversion only, without a library. */
import path from 'node:path'
import { makeScratchFolder, sweepScratchFolders } from '../disk/scratch.ts'
import { createTableReader } from '../main/engine.ts'
import type { ExportFormatOf } from '../shared/export-formats/registry.ts'
import { exitStatus } from './exit-status.ts'
import { findInstallation } from './installation.ts'
import { terminalTexts } from './language.ts'
import { problemOfError } from './outcome.ts'
import { printFile, printProblem } from './output.ts'
import { givenPassword, type PasswordOptions, tryPasswords } from './password.ts'
import { type GivenReading, readingOf } from './reading-options.ts'
import { withInterruption } from './session.ts'
import { UsageError } from './usage.ts'

export interface ReadOptions extends GivenReading, PasswordOptions {
  readonly explain?: boolean
  readonly table?: string
  readonly format?: ExportFormatOf<'sourceTable'>
  readonly out?: string
  readonly typed?: boolean
  readonly cells?: boolean
}

export async function read(file: string, options: ReadOptions): Promise<number> {
  const format = options.format ?? 'csv'
  const { table: _, ...given } = options
  const reading = readingOf(given)
  const password = await givenPassword(options)
  if (options.explain && (options.cells || options.typed || format === 'parquet')) {
    throw new UsageError(({ explain }) => explain)
  }
  if (options.cells && options.format !== 'json') throw new UsageError(({ cellsAreJson }) => cellsAreJson)
  if (options.cells && (options.table !== undefined || options.typed)) {
    throw new UsageError(({ cellsAlone }) => cellsAlone)
  }
  if (format === 'parquet' && options.out === undefined) throw new UsageError(({ parquetNeedsOut }) => parquetNeedsOut)
  const reader = createTableReader({ workerFile: findInstallation().workerFile, texts: terminalTexts() })
  sweepScratchFolders()
  const scratch = await makeScratchFolder()
  const outputPath = options.out === undefined ? path.join(scratch.path, `table.${format}`) : path.resolve(options.out)
  const asked = { ...(reading === null ? {} : { reading }), ...(options.explain ? { explain: true } : {}) }
  const request = { table: options.table ?? null, format, typed: options.typed === true, outputPath, ...asked }
  try {
    return await withInterruption(async (interrupted) => {
      interrupted.addEventListener('abort', () => void reader.close())
      await tryPasswords<unknown>(path.basename(file), options, password, (tried) =>
        options.cells
          ? reader.readCells(file, { outputPath, password: tried })
          : reader.readTable(file, { ...request, password: tried }),
      )
      if (options.out === undefined) await printFile(outputPath)
      return exitStatus.done
    })
  } catch (error) {
    const problem = problemOfError(error, file)
    await printProblem(problem, format === 'json')
    return problem.status
  } finally {
    await reader.close()
    await scratch.remove()
  }
}
