/** A library of an earlier version: copied as it is, then brought up to date. */

import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrarySafely } from '../../../src/main/engine/library/open-library.ts'
import { dataLayout } from '../../../src/main/intake/layout.ts'
import { findGoodBackup, listBackups, upgradeCopiesKept } from '../../../src/main/store/backups.ts'
import { selectJobs } from '../../../src/main/store/job-lists.ts'
import { latestSchema, openLibrary } from '../../../src/main/store/library.ts'
import { migrations } from '../../../src/main/store/migrations/index.ts'
import { withFolder } from '../../support/engine/with-engine.ts'
import { english } from '../../support/english.ts'

const earlier = 2
const now = Date.UTC(2026, 0, 1)

/** A library of schema 2 with one failed job for a file called `name`. */
async function oldLibrary(folder: string, name: string) {
  const layout = dataLayout(folder)
  await mkdir(path.dirname(layout.library), { recursive: true })
  const library = openLibrary(layout.library, { migrations: migrations.filter(({ version }) => version <= earlier) })
  library
    .statement(`
      INSERT INTO sources (id, sha256, name, path, bytes, modified_at, kind, owned, created_at)
      VALUES (1, ?, ?, '/files/a.csv', 1, 1, 'csv', 0, 1)`)
    .run('0'.repeat(64), name)
  library
    .statement(`
      INSERT INTO jobs (id, source_id, sha256, pipeline, options, options_key, priority, status, created_at, queued_at)
      VALUES ('job-1', 1, ?, 'story', '{}', 'standard', 1, 'queued', 1, 1)`)
    .run('0'.repeat(64))
  library.close()
  return layout
}

describe('a library of an earlier version', () => {
  it('is copied as it is before its schema is changed, once', () =>
    withFolder(async (folder) => {
      const layout = await oldLibrary(folder, 'a.csv')
      openLibrarySafely(layout, now, english).library.close()
      const [copy, ...others] = listBackups(layout.backups)
      expect(others).toEqual([])
      expect(path.basename(copy?.file ?? '')).toBe('library-20260101T000000Z.schema-2.sqlite')
      expect(findGoodBackup(layout.backups)).toEqual(copy)
      const before = openLibrary(copy?.file ?? '', {
        migrations: migrations.filter(({ version }) => version <= earlier),
        readOnly: true,
      })
      expect(before.statement('SELECT count(*) AS count FROM jobs').get()).toEqual({ count: 1 })
      expect(before.integrityProblems()).toEqual([])
      before.close()

      const { library } = openLibrarySafely(layout, now + 60_000, english)
      expect(library.statement('PRAGMA user_version').get()).toEqual({ user_version: latestSchema })
      expect(library.statement('SELECT id FROM jobs').all()).toEqual([{ id: 'job-1' }])
      library.close()
      expect(await readdir(layout.backups)).toHaveLength(1)
    }))

  it('is not changed when it cannot be copied', () =>
    withFolder(async (folder) => {
      const layout = await oldLibrary(folder, 'a.csv')
      await writeFile(layout.backups, 'a file where the folder of copies should be')
      expect(() => openLibrarySafely(layout, now, english)).toThrow()
      const library = openLibrary(layout.library, { migrations: migrations.slice(0, earlier), readOnly: true })
      expect(library.statement('PRAGMA user_version').get()).toEqual({ user_version: earlier })
      library.close()
    }))

  it('leaves no more than the last copies made for upgrades, beside the daily ones', () =>
    withFolder(async (folder) => {
      const layout = dataLayout(folder)
      await mkdir(layout.backups, { recursive: true })
      const daily = path.join(layout.backups, 'library-20250101T000000Z.sqlite')
      await writeFile(daily, '')
      for (const day of [1, 2, 3]) {
        await writeFile(path.join(layout.backups, `library-2025020${day}T000000Z.schema-1.sqlite`), '')
      }
      await oldLibrary(folder, 'a.csv')
      openLibrarySafely(layout, now, english).library.close()
      const left = listBackups(layout.backups).map(({ file }) => path.basename(file))
      expect(left.filter((name) => name.includes('.schema-'))).toHaveLength(upgradeCopiesKept)
      expect(left).toContain(path.basename(daily))
    }))

  it('finds its jobs whatever the case of a letter in any script', () =>
    withFolder(async (folder) => {
      const layout = await oldLibrary(folder, 'Übersicht ОТЧЁТ 2025.csv')
      const { library } = openLibrarySafely(layout, now, english)
      const found = (search: string) => selectJobs(library, { statuses: [], search }, 10, 0).map(({ id }) => id)
      for (const search of ['übersicht', 'ÜBERSICHT', 'отчёт', 'u\u0308bersicht'])
        expect(found(search)).toEqual(['job-1'])
      expect(found('отчет')).toEqual([])
      expect(found('%')).toEqual([])
      library.close()
    }))
})
