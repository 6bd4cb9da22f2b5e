/** Exports from the command line: forms that are no text, and files that are there already. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { statusOf } from '../../../src/cli/exit-status.ts'
import { runBuilt } from '../../support/built-command-line.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const sales = `month,shop,sales\n${Array.from({ length: 48 }, (_, at) => {
  const month = `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
  return `${month},${at % 3 === 0 ? '=North' : 'South'},${100 + at}`
}).join('\n')}\n`

it(
  'stories are exported to new files only, unless it is asked for',
  () =>
    withTemporaryFolder(async (folder) => {
      const at = (name: string): string => path.join(folder, name)
      const run = (...args: readonly string[]) => runBuilt(args, at('data'))
      await writeFile(at('sales.csv'), sales)
      await writeFile(at('notes.md'), '# Notes\n\nNothing here is a table.\n')

      const printed = await run('tell', at('sales.csv'), '--format', 'xlsx', '--quiet')
      expect(printed.status).toBe(2)
      expect(printed.stderr).toContain('--format xlsx needs --out PATH.')

      expect((await run('tell', at('sales.csv'), '--out', at('story.xlsx'), '--quiet')).status).toBe(0)
      const workbook = await readFile(at('story.xlsx'))
      expect(workbook.subarray(0, 2).toString('latin1')).toBe('PK')
      const again = await run('tell', at('sales.csv'), '--out', at('story.xlsx'), '--quiet')
      expect(again.status).toBe(statusOf('PROCESSING_ERROR'))
      expect(again.stderr).toContain('There is a file of that name already')
      expect(again.stderr).toContain(at('story.xlsx'))

      const { stories } = JSON.parse((await run('stories', 'list', '--format', 'json')).stdout)
      const asked = ['stories', 'export', stories[0].id, '--format', 'json', '--out', at('story.xlsx')]
      expect((await run(...asked)).status).toBe(statusOf('PROCESSING_ERROR'))
      expect(await readFile(at('story.xlsx'))).toEqual(workbook)
      expect((await run(...asked, '--force')).status).toBe(0)
      expect(JSON.parse(await readFile(at('story.xlsx'), 'utf8')).id).toBe(stories[0].id)

      const document = await run('tell', at('notes.md'), '--out', at('notes.xlsx'), '--quiet')
      expect(document.status).toBe(statusOf('PROCESSING_ERROR'))
      expect(document.stderr).toContain('notes.md was read as a document')
      expect(document.stderr).toContain('html, md')
    }),
  60_000,
)
