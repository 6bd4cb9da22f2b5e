/** Documents looked at from the command line, beside a process that has the library open. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentSchema } from '../../../src/shared/document/document.ts'
import { storyglass as run } from '../../support/command-line.ts'
import { withEngine } from '../../support/engine/with-engine.ts'

describe('beside an open window', () => {
  it('documents can be listed, searched, shown and exported', () =>
    withEngine(async ({ engine, script, dataDir, folder }) => {
      const table = [
        ['Year', 'Boats'],
        ['2024', '=12'],
      ]
      const document = { pages: 2, flowed: true, text: 'Herring on page {page}', table }
      const { job } = await engine.jobs.createFromPath(await script('landings.md', { document }))
      expect((await engine.jobs.whenOver(job.id)).status).toBe('completed')
      const at = ['--data-dir', dataDir]
      const found = await run(['documents', 'search', 'herring', '2', '--format', 'json', ...at])
      expect(JSON.parse(found.stdout)).toMatchObject({ total: 1, documents: [{ id: job.id, page: 2 }] })
      expect((await run(['documents', ...at])).stdout).toContain('landings.md')
      const shown = await run(['documents', 'show', job.id, '--format', 'json', ...at])
      expect(documentSchema.parse(JSON.parse(shown.stdout)).id).toBe(job.id)
      const out = path.join(folder, 'table.csv')
      const asked = ['--format', 'csv', '--table', '1', '--out', out]
      expect((await run(['documents', 'export', job.id, ...asked, ...at])).status).toBe(0)
      expect(await readFile(out, 'utf8')).toBe("Year,Boats\n2024,'=12\n")
    }))
})
