import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import { convertWorkbook } from '../../../src/workers/formats/workbook/convert-workbook.ts'
import { withWorkbook } from '../../../src/workers/formats/xlsx/workbook.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { corporaOf, noteRead } from '../../support/corpora.ts'
import { detailOf } from '../../support/refusal.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'
import { rowsOf, type WorkbookParts, workbookParts, writeWorkbook, writeZip } from '../../support/workbook.ts'
import { scoreCorpus } from '../../support/xlsx-corpus.ts'

/** The reason converting the file at `path` fails for, with its detail. */
async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof StoryglassError) return `${error.reason} ${detailOf(error)}`.trim()
    throw error
  }
  return 'success'
}

describe('a file that is no workbook to be read', () => {
  const failing = (write: (file: string) => Promise<void> | void): Promise<string> =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'bad.xlsx')
      await write(file)
      return failureOf(
        convertWorkbook(
          { source: { path: file, name: 'bad.xlsx', bytes: 1 }, kind: 'xlsx', sheet: null, outputDir: folder },
          detachedContext(),
          withWorkbook,
        ),
      )
    })
  const some = {
    sheets: [
      {
        name: 'S',
        data: rowsOf([
          ['k', 'v'],
          ['a', 1],
        ]),
      },
    ],
  }
  const bytesOf = (workbook: WorkbookParts): Promise<Buffer> =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'whole.xlsx')
      await writeWorkbook(file, workbook)
      return readFileSync(file)
    })
  const ole = (content: Buffer): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), content])

  it('says what it is instead', async () => {
    expect(await failing((file) => writeFileSync(file, ''))).toBe('empty_file')
    expect(await failing((file) => writeFileSync(file, 'a,b\n1,2\n'))).toMatch(/^not_a_workbook/)
    expect(await failing((file) => writeZip(file, { 'readme.txt': 'hello' }))).toBe(
      'not_a_workbook its parts: readme.txt',
    )
    expect(await failing((file) => writeFileSync(file, ole(Buffer.from('EncryptedPackage', 'utf16le'))))).toBe(
      'encrypted_workbook',
    )
    expect(await failing((file) => writeFileSync(file, ole(Buffer.from('Workbook', 'utf16le'))))).toBe('old_workbook')
    const parts = { 'xl/workbook.xml': '<w:document xmlns:w="urn:w"/>' }
    expect(await failing((file) => writeWorkbook(file, { ...some, parts }))).toBe(
      'not_a_workbook its main part is a document',
    )
  })

  it('is damaged when it is cut off anywhere, or a part of it is changed', async () => {
    const whole = await bytesOf(some)
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      expect(await failing((file) => writeFileSync(file, cut))).toMatch(/^(damaged|not_a)_workbook/)
    }
    const sheet = workbookParts(some)['xl/worksheets/sheet1.xml']
    const broken = { 'xl/worksheets/sheet1.xml': String(sheet).replace('</worksheet>', '') }
    expect(await failing((file) => writeWorkbook(file, { ...some, parts: broken }))).toMatch(/^damaged_workbook/)
    const stored = await withTemporaryFolder(async (folder) => {
      await writeZip(path.join(folder, 'stored.xlsx'), workbookParts(some), { stored: true })
      return readFileSync(path.join(folder, 'stored.xlsx'))
    })
    const changed = Buffer.from(stored)
    changed.write('9', stored.indexOf('<v>1</v>') + 3)
    expect(await failing((file) => writeFileSync(file, changed))).toMatch(/^damaged_workbook the checksum/)
  })

  it('has nothing to tell of when it is blank or has a header only', async () => {
    expect(await failing((file) => writeWorkbook(file, { sheets: [{ name: 'S' }] }))).toBe('empty_file')
    expect(await failing((file) => writeWorkbook(file, { sheets: [{ name: 'S', data: rowsOf([['a', 'b']]) }] }))).toBe(
      'no_rows',
    )
  })

  it('is hostile when it defines entities or unpacks beyond measure', async () => {
    const entities = '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    expect(
      await failing((file) => writeWorkbook(file, { ...some, parts: { 'xl/sharedStrings.xml': entities } })),
    ).toMatch(/^hostile_content/)
    const styles = '<!DOCTYPE styleSheet [<!ENTITY a "a">]><styleSheet/>'
    expect(await failing((file) => writeWorkbook(file, { ...some, parts: { 'xl/styles.xml': styles } }))).toMatch(
      /^hostile_content/,
    )
    const megabyte = ' '.repeat(1024 * 1024)
    function* bomb(): Generator<string> {
      yield '<worksheet><sheetData>'
      for (let count = 0; count < 300; count++) yield megabyte
      yield '</sheetData></worksheet>'
    }
    expect(await failing((file) => writeWorkbook(file, { sheets: [{ name: 'S', part: bomb() }] }))).toMatch(
      /^hostile_content/,
    )
  })

  it('is too large when a table has more columns than the database can hold at once', async () => {
    const wide = Array.from({ length: 4000 }, (_, column) => `c${column}`)
    const rows = rowsOf([wide, wide.map((_, column) => column), wide.map((_, column) => column)])
    expect(await failing((file) => writeWorkbook(file, { sheets: [{ name: 'S', data: rows }] }))).toMatch(/^too_large/)
  })
})

describe.each(corporaOf('xlsx'))('real workbooks, of $where', (corpus) => {
  it('are opened where two other readers open them, agree with them, and end clearly where they are hostile', async () => {
    const score = await scoreCorpus(corpus.folder)
    noteRead('xlsx', corpus, score.benign + score.hostile.size)
    expect(score.benign).toBeGreaterThan(corpus.isLarge ? 100 : 15)
    expect(score.hostile.size).toBeGreaterThan(3)
    expect(score.opened).toBe(score.benign)
    expect(score.agreed).toBeGreaterThan(500)
    expect(score.right / score.agreed).toBeGreaterThanOrEqual(0.999)
    for (const [file, { outcome, elapsedMs }] of score.hostile) {
      expect([file, outcome]).toEqual([
        file,
        expect.stringMatching(/^(success|hostile_content|encrypted_workbook|damaged_workbook)$/),
      ])
      expect(elapsedMs).toBeLessThan(10_000)
    }
  })
})
