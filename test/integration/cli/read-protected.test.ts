import path from 'node:path'
import { expect, it } from 'vitest'
import { findInstallation } from '../../../src/cli/installation.ts'
import { terminalTexts } from '../../../src/cli/language.ts'
import { givenPassword, tryPasswords } from '../../../src/cli/password.ts'
import { createTableReader } from '../../../src/main/engine.ts'
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

/** Encrypted by officecrypto-tool 0.0.19. */
const workbook = new URL('../../fixtures/workbooks/protected-agile.xlsx', import.meta.url).pathname

it('a protected workbook is read with its password, as a table and as cells, and with none or a wrong one refused', () =>
  withTemporaryFolder(async (folder) => {
    const reader = createTableReader({ workerFile: findInstallation().workerFile, texts: terminalTexts() })
    const outputPath = path.join(folder, 'out')
    const request = { table: null, format: 'csv', typed: false, outputPath } as const
    try {
      for (const password of [null, 'geheim u']) {
        await expect(reader.readTable(workbook, { ...request, password })).rejects.toMatchObject({
          reason: 'encrypted_workbook',
        })
      }
      expect(await reader.readTable(workbook, { ...request, password: 'geheim ü' })).toMatchObject({ rows: 9 })
      expect(await reader.readCells(workbook, { outputPath, password: 'geheim ü' })).toEqual({ cells: 20 })
    } finally {
      await reader.close()
    }
  }))

it('a password from standard input is tried once where there is no terminal to ask on', async () => {
  const password = await givenPassword(
    { passwordStdin: true },
    (async function* () {
      yield 'sesame\n'
    })(),
  )
  const tried: (string | null)[] = []
  const work = async (given: string | null): Promise<never> => {
    tried.push(given)
    throw new StoryglassError('encrypted_workbook', 'wrong password')
  }
  await expect(tryPasswords('a.xlsx', { passwordStdin: true }, password, work)).rejects.toThrow()
  expect(tried).toEqual(['sesame'])
})
