/** What is shipped and not ours is named with its licence. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { noticeOf, noticesText, packageFolderOf, runtimePackages } from '../../../config/third-party.mjs'
import { withTemporaryFolder } from '../../support/temporary.ts'

const root = path.resolve(import.meta.dirname, '../../..')

describe('the package a module belongs to', () => {
  it.each([
    ['/a/node_modules/react/index.js', '/a/node_modules/react'],
    ['/a/node_modules/@mantine/core/esm/x.mjs?v=1', '/a/node_modules/@mantine/core'],
    ['\0/a/node_modules/b/node_modules/c/d.js', '/a/node_modules/b/node_modules/c'],
    ['/a/src/renderer/main.tsx', null],
    ['\0vite/modulepreload-polyfill.js', null],
  ])('%s', (id, folder) => expect(packageFolderOf(id)).toBe(folder))
})

describe('the notices', () => {
  it('cover every package the application runs with, each with a licence', () => {
    const notices = [...runtimePackages(root)].map(noticeOf)
    const names = notices.map((notice) => notice?.name)
    for (const name of ['@duckdb/node-api', 'better-sqlite3', 'pdfjs-dist', 'piscina', 'ws'])
      expect(names).toContain(name)
    // Of what others need, too.
    expect(names).toContain('linkify-it')
    expect(notices.filter((notice) => notice === null || notice.licence === 'undefined')).toEqual([])
  })

  it('are found where Node finds the package, and share a text that is the same', () =>
    withTemporaryFolder(async (folder) => {
      const make = (at: string, content: object, licence: string | null): void => {
        mkdirSync(path.join(folder, at), { recursive: true })
        writeFileSync(path.join(folder, at, 'package.json'), JSON.stringify(content))
        if (licence !== null) writeFileSync(path.join(folder, at, 'LICENSE.md'), licence)
      }
      make('.', { name: 'app', dependencies: { a: '1', gone: '1' } }, null)
      make('node_modules/a', { name: 'a', version: '1.0.0', license: 'MIT', dependencies: { b: '2' } }, 'One text')
      make('node_modules/a/node_modules/b', { name: 'b', version: '2.0.0', licenses: [{ type: 'ISC' }] }, 'One text')
      make('node_modules/b', { name: 'b', version: '1.0.0', license: 'GPL-3.0' }, 'Not used')
      const text = noticesText([...runtimePackages(folder)].flatMap((one) => noticeOf(one) ?? []))
      expect(text).toContain('a 1.0.0 (MIT)\nb 2.0.0 (ISC)\n\nOne text')
      expect(text.match(/One text/g)).toHaveLength(1)
      expect(text).not.toContain('GPL')
    }))
})
