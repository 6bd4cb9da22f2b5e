/** Whether there is an Electron to run, and what is said when there is not. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ElectronSearch, findElectron } from '../../../src/cli/electron-binary.ts'
import { english } from '../../support/english.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

/** An installation whose electron package is as `files` make it. */
function installed(root: string, files: Record<string, string> = {}): string {
  for (const [name, content] of Object.entries({ 'package.json': '{"name":"electron"}', ...files })) {
    const file = path.join(root, 'node_modules/electron', name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  writeFileSync(path.join(root, 'package.json'), '{"name":"storyglass"}')
  return root
}

const search = (root: string, more: Partial<ElectronSearch> = {}): Promise<unknown> =>
  findElectron({
    texts: english.terminal.electron,
    root,
    env: { DISPLAY: ':0' },
    platform: 'linux',
    onDownload: () => undefined,
    ...more,
  })

describe('Electron', () => {
  it('is not even looked for on a Linux without a display, and is on other systems', async () => {
    await withTemporaryFolder(async (root) => {
      installed(root, { 'dist/electron': '', 'dist/electron.exe': '' })
      expect(await search(root, { env: {} })).toEqual({
        found: false,
        why: 'this machine has no display for a window',
      })
      expect(await search(root, { env: { WAYLAND_DISPLAY: 'wayland-0' } })).toMatchObject({ found: true })
      expect(await search(root, { env: {}, platform: 'win32' })).toMatchObject({ found: true })
    })
  })

  it('is the one named by the environment, else the one downloaded before', async () => {
    await withTemporaryFolder(async (root) => {
      installed(root, { 'path.txt': 'electron', 'dist/electron': '' })
      const own = path.join(root, 'node_modules/electron/dist/electron')
      expect(await search(root)).toEqual({ found: true, binary: own })
      const env = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: path.join(root, 'elsewhere') }
      expect(await search(root, { env })).toEqual({
        found: false,
        why: 'ELECTRON_OVERRIDE_DIST_PATH has no electron in it',
      })
      mkdirSync(env.ELECTRON_OVERRIDE_DIST_PATH)
      writeFileSync(path.join(env.ELECTRON_OVERRIDE_DIST_PATH, 'electron'), '')
      expect(await search(root, { env })).toMatchObject({ found: true })
    })
  })

  it('is downloaded once by its own installer, and why that failed is said in its words', async () => {
    await withTemporaryFolder(async (root) => {
      let downloads = 0
      const onDownload = (): void => {
        downloads += 1
      }
      installed(root, { 'install.js': "console.error(new TypeError('fetch failed').stack); process.exit(1)" })
      expect(await search(root, { onDownload })).toEqual({
        found: false,
        why: "Electron's program could not be downloaded (fetch failed)",
      })
      const arrives =
        "require('fs').mkdirSync(__dirname + '/dist'); require('fs').writeFileSync(__dirname + '/dist/electron', '')"
      installed(root, { 'install.js': arrives })
      expect(await search(root, { onDownload })).toMatchObject({ found: true })
      expect(await search(root, { onDownload })).toMatchObject({ found: true })
      expect(downloads).toBe(2)
    })
  })

  it('is not downloaded where that was declined, nor where it is not installed at all', async () => {
    await withTemporaryFolder(async (root) => {
      const env = { DISPLAY: ':0', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }
      expect(await search(installed(path.join(root, 'a')), { env })).toEqual({
        found: false,
        why: "Electron's program has not been downloaded",
      })
      mkdirSync(path.join(root, 'b'))
      expect(await search(path.join(root, 'b'))).toEqual({ found: false, why: 'Electron is not installed here' })
    })
  })
})
