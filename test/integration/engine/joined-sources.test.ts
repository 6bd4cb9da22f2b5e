/** What a window hands over beside single files: several files as one source, and text from the clipboard. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { tarEntries } from '../../../src/workers/files/containers/tar.ts'
import { withEngine } from '../../support/engine/with-engine.ts'

it('several handles become one source that holds their files, in their order', () =>
  withEngine(async ({ engine, folder, dataDir }) => {
    const handles: string[] = []
    for (const name of ['sales 1.csv', 'sales 2.csv']) {
      await writeFile(path.join(folder, name), `${name}\n`)
      handles.push((await engine.adoptPath(path.join(folder, name))).handle)
    }
    const { source } = await engine.handlers['sources/join']({ handles })
    expect(source.name).toBe('sales (2 files)')
    engine.queue.setPaused(true)
    const { job } = await engine.handlers['jobs/create']({
      source: { handle: source.handle },
      options: { reading: { sheetsAsOne: true } },
      priority: 'normal',
    })
    expect(job.options.reading).toEqual({ sheetsAsOne: true })
    const archive = await readFile(path.join(dataDir, 'sources', job.source.sha256))
    const found: string[] = []
    for await (const entry of tarEntries(
      (async function* () {
        yield archive
      })(),
    )) {
      for await (const chunk of entry.chunks()) found.push(`${entry.name}: ${chunk.toString().trim()}`)
    }
    expect(found).toEqual(['sales 1.csv: sales 1.csv', 'sales 2.csv: sales 2.csv'])
    await expect(engine.handlers['sources/join']({ handles: ['gone', 'gone too'] })).rejects.toMatchObject({
      reason: 'no_such_source',
    })
  }))

it('pasted text becomes a source of the name given, without folders', () =>
  withEngine(async ({ engine }) => {
    const { source } = await engine.handlers['sources/paste']({ name: '../Pasted table.tsv', text: 'a\tb\n1\t2\n' })
    expect(source).toMatchObject({ name: 'Pasted table.tsv', bytes: 8 })
  }))
