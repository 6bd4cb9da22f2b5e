/** Where DuckDB puts what does not fit into memory: in a folder for its owner alone, which goes with the database. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { type Database, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

async function spillingFolder(database: Database): Promise<string> {
  const { folder } = await database.row<{ folder: string }>(`SELECT current_setting('temp_directory') AS folder`)
  return folder
}

it('spills to a scratch folder where the work has none of its own, not where the program was started', async () => {
  const folder = await withDatabase(detachedContext(), { memoryLimit: '60MB', threads: 2 }, async (database) => {
    await database.run('CREATE TABLE much AS SELECT hash(range) AS one, range AS other FROM range(6000000)')
    const spilling = await spillingFolder(database)
    expect(readdirSync(spilling).length, 'files of what does not fit').toBeGreaterThan(0)
    if (process.platform !== 'win32') expect(statSync(spilling).mode & 0o077).toBe(0)
    return spilling
  })
  expect(path.dirname(folder)).toBe(tmpdir())
  expect(existsSync(folder)).toBe(false)
  expect(existsSync('.tmp')).toBe(false)
})

it('spills to the folder of the work where it has one', () =>
  withTemporaryFolder(async (temporaryFolder) => {
    expect(await withDatabase(detachedContext(), { temporaryFolder }, spillingFolder)).toBe(temporaryFolder)
  }))

it('has a database where no folder can be made, and does not spill', async () => {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, path.join(tmpdir(), 'no such folder'))
  try {
    expect(await withDatabase(detachedContext(), {}, spillingFolder)).toBe('')
  } finally {
    vi.unstubAllEnvs()
  }
})
