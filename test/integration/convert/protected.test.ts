import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { importSource } from '../../../src/workers/stages/import.ts'
import { readTable } from '../../../src/workers/tasks/read.ts'
import { processorClock } from '../../support/processor-time.ts'
import { detailOf } from '../../support/refusal.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

/** Encrypted by officecrypto-tool 0.0.19, with a password beyond ASCII. */
const fixtures = ['protected-agile.xlsx', 'protected-standard.xlsx']
const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/workbooks/${name}`, import.meta.url))
const password = 'geheim ü'

async function imported(name: string, content: Buffer, given: string | null): Promise<string> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, name)
    writeFileSync(file, content)
    const outputDir = path.join(folder, 'import')
    await mkdir(outputDir)
    const source = { path: file, name, bytes: content.length }
    try {
      const { kind, inside } = await importSource({ source, sha256: '', outputDir, password: given }, detachedContext())
      return `${kind} ${inside?.files.map((one) => one.name).join()}`
    } catch (error) {
      if (error instanceof StoryglassError) return `${error.reason} ${detailOf(error)}`.trim()
      throw error
    }
  })
}

describe.each(fixtures)('%s', (name) => {
  it('opens with its password and tells a wrong one from none', async () => {
    expect(await imported(name, fixture(name), password)).toBe(`xlsx ${name}`)
    expect(await imported(name, fixture(name), 'geheim u')).toBe('encrypted_workbook wrong password')
    expect(await imported(name, fixture(name), null)).toBe('encrypted_workbook')
  })

  it('is read as a table', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, name)
      writeFileSync(file, fixture(name))
      const outputPath = path.join(folder, 'read.csv')
      const request = {
        source: { path: file, name, bytes: 1 },
        table: null,
        format: 'csv',
        typed: false,
        outputPath,
      } as const
      expect(await readTable({ ...request, password }, detachedContext())).toEqual({
        table: 'Data',
        rows: 9,
        columns: 2,
      })
    }))

  it('called a document is said of as one', async () => {
    expect(await imported('letter.docx', fixture(name), 'wrong')).toBe('encrypted_document wrong password')
    expect(await imported('letter.docx', fixture(name), null)).toBe('encrypted_document')
  })

  it('changed anywhere in what says how it is encrypted, ends with a reason', async () => {
    const bytes = fixture(name)
    for (let at = 600; at < bytes.length; at += 611) {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 0x55
      expect(await imported(name, copy, password)).toMatch(
        /^(xlsx|encrypted_workbook|damaged_workbook|unsupported_kind|hostile_content|not_a_workbook|binary_file|nothing_readable|damaged_archive)/u,
      )
    }
  }, 120_000)
})

it('a password to be hashed without end is refused before it is', async () => {
  const bytes = fixture('protected-agile.xlsx')
  const text = bytes.toString('latin1').replace('spinCount="100000"', 'spinCount="999999"')
  expect(text).not.toBe(bytes.toString('latin1'))
  const endless = bytes.toString('latin1').replace(/spinCount="100000" saltSize="16"/u, 'spinCount="99999999999999999"')
  const seconds = processorClock()
  expect(await imported('a.xlsx', Buffer.from(endless, 'latin1'), password)).toMatch(
    /^(hostile_content|unsupported_kind|damaged_workbook)/u,
  )
  expect(seconds()).toBeLessThan(2)
})
