import { fork } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../src/main/store/library.ts'
import { migrations } from '../../../src/main/store/migrations/index.ts'
import { acquireOwnerLock } from '../../../src/main/store/owner-lock.ts'
import { withFolder } from '../../support/engine/with-engine.ts'

describe('the library file', () => {
  it('brings every earlier schema up to date, keeping what is in it', () =>
    withFolder(async (folder) => {
      for (let version = 0; version < migrations.length; version += 1) {
        const file = path.join(folder, `from-${version}.sqlite`)
        openLibrary(file, { migrations: migrations.slice(0, version) }).close()
        const library = openLibrary(file)
        expect(library.statement('PRAGMA user_version').get()).toEqual({ user_version: migrations.at(-1)?.version })
        expect(library.integrityProblems()).toEqual([])
        library.close()
      }
    }))

  it('numbers its migrations from 1 without a gap, each described', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
    for (const { description } of migrations) expect(description).toMatch(/^[A-Z].+\.$/)
  })

  it('is on the disk before a change is acknowledged', () =>
    withFolder(async (folder) => {
      const library = openLibrary(path.join(folder, 'library.sqlite'))
      expect(library.statement('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
      expect(library.statement('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
      expect(library.statement('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 })
      library.close()
    }))

  it('refuses a library of a later version and leaves it as it is', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'library.sqlite')
      const later = {
        version: 99,
        description: 'Later.',
        sql: 'CREATE TABLE later (a) STRICT'.replace('(a)', '(a TEXT)'),
      }
      openLibrary(file, { migrations: [...migrations, later] }).close()
      const before = readFileSync(file)
      expect(() => openLibrary(file)).toThrow(expect.objectContaining({ reason: 'library_newer' }))
      expect(readFileSync(file).equals(before)).toBe(true)
    }))

  it('tells a damaged library apart', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'library.sqlite')
      writeFileSync(file, 'this is no database, but long enough to look like a file that once was one'.repeat(40))
      expect(() => openLibrary(file)).toThrow(expect.objectContaining({ reason: 'library_damaged' }))
    }))

  it('undoes a migration that fails half-way', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'library.sqlite')
      const broken = {
        version: migrations.length + 1,
        description: 'Broken.',
        sql: 'CREATE TABLE half (a TEXT) STRICT; SELECT nothing;',
      }
      expect(() => openLibrary(file, { migrations: [...migrations, broken] })).toThrow('syntax error')
      const library = openLibrary(file)
      expect(library.statement(`SELECT name FROM sqlite_schema WHERE name = 'half'`).get()).toBeUndefined()
      library.close()
    }))

  it('says that it is busy when another writer holds it too long', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'library.sqlite')
      const first = openLibrary(file)
      const second = openLibrary(file, { busyTimeoutMs: 10 })
      first.transaction(() => {
        expect(() => second.transaction(() => undefined)).toThrow(expect.objectContaining({ reason: 'library_busy' }))
      })
      first.close()
      second.close()
    }))

  it('can be copied whole while it is used', () =>
    withFolder(async (folder) => {
      const library = openLibrary(path.join(folder, 'library.sqlite'))
      const copy = path.join(folder, 'copy.sqlite')
      await library.backup(copy)
      library.close()
      const opened = openLibrary(copy)
      expect(opened.integrityProblems()).toEqual([])
      opened.close()
    }))
})

describe('the owner of a data folder', () => {
  it('is one: a second is refused and told who the first is, until it lets go', () =>
    withFolder(async (folder) => {
      const lock = acquireOwnerLock(folder)
      expect(() => acquireOwnerLock(folder)).toThrow(
        expect.objectContaining({ reason: 'library_in_use', detail: expect.stringContaining(String(process.pid)) }),
      )
      lock.release()
      acquireOwnerLock(folder).release()
    }))

  it('loses the folder with its process, however that ends', () =>
    withFolder(async (folder) => {
      const holder = path.join(import.meta.dirname, '../../support/engine/hold-lock.ts')
      const child = fork(holder, [folder], { execArgv: [] })
      await new Promise((resolve) => child.once('message', resolve))
      expect(() => acquireOwnerLock(folder)).toThrow(expect.objectContaining({ reason: 'library_in_use' }))
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
      acquireOwnerLock(folder).release()
    }))

  it('does not depend on the note it leaves', () =>
    withFolder(async (folder) => {
      const lock = acquireOwnerLock(folder)
      copyFileSync(path.join(folder, 'owner.lock'), path.join(folder, 'owner.json'))
      expect(() => acquireOwnerLock(folder)).toThrow(expect.objectContaining({ reason: 'library_in_use' }))
      lock.release()
    }))
})
