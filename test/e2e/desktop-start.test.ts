/** `npm start` as a person runs it: Electron where it can be had, else the browser, on the story of the file given. */
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWindow } from '../support/app.ts'
import { projectRoot, startStoryglass } from '../support/command-line.ts'
import { salesCsv } from '../support/data.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

interface Started {
  readonly stdout: () => string
  readonly stderr: () => string
  readonly address: () => Promise<string>
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>
  readonly ended: Promise<number | null>
}

/** A folder without an Electron in it: there is none, whatever this machine has, and none is downloaded. */
const nowhere = path.join(projectRoot, 'test/fixtures')

/** No display and no Electron unless a test gives them. */
function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = startStoryglass(['desktop', '--no-open', ...args], {
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
    WSL_DISTRO_NAME: '',
    ELECTRON_OVERRIDE_DIST_PATH: nowhere,
    ...env,
  })
  const text = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    stdout: () => text.stdout,
    stderr: () => text.stderr,
    ended,
    async address() {
      await expect.poll(() => text.stdout, { timeout: 60_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\S+\n/)
      return /http:\S+/.exec(text.stdout)?.[0] ?? ''
    },
    async stop(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** A program in Electron's place that notes how it was started, then does as `script` says. */
function fakeElectron(folder: string, script: string): string {
  const program = path.join(folder, process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron')
  mkdirSync(path.dirname(program), { recursive: true })
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$STORYGLASS_DATA_DIR" "$@" > '${folder}/started'\n${script}\n`)
  chmodSync(program, 0o755)
  return folder
}

const whyNot =
  process.platform === 'linux'
    ? 'this machine has no display for a window'
    : /ELECTRON_OVERRIDE_DIST_PATH has no .+ in it/

describe('storyglass desktop FILE', () => {
  it('without a display says so in one line, and tells the file in the browser until Ctrl-C', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'shop.csv')
      writeFileSync(file, salesCsv({ rows: 500, seed: 2 }))
      const started = start([file, '--data-dir', path.join(folder, 'data')])
      const address = await started.address()
      expect(started.stdout().trimEnd().split('\n')).toHaveLength(1)
      const said = started
        .stderr()
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith('Building'))
      expect(said).toHaveLength(1)
      expect(said[0]).toMatch(/^Opening in the browser instead of a window of its own, because .+\.$/)
      expect(said[0]).toMatch(whyNot)
      const { page, context, problems } = await openWindow(address)
      await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
      expect(problems).toEqual([])
      await context.close()
      expect(await started.stop('SIGINT')).toBe(130)
      await expect(fetch(new URL(address).origin)).rejects.toThrow()
    })
  })

  it('of a document ends in the document, open', async () => {
    await withTemporaryFolder(async (folder) => {
      const sample = path.join(projectRoot, 'resources/samples/harbour-report.pdf')
      const started = start([sample, '--data-dir', path.join(folder, 'data')])
      const { page, context, problems } = await openWindow(await started.address())
      await page.waitForURL(/#\/documents\//, { timeout: 60_000 })
      await page.locator('[data-text-layer="1"]').filter({ hasText: 'The Harbour Office, Ellmouth' }).waitFor()
      expect(problems).toEqual([])
      await context.close()
      await started.stop('SIGINT')
    })
  })

  it('that is not there is told in words, and the window opens all the same', async () => {
    await withTemporaryFolder(async (folder) => {
      const started = start([path.join(folder, 'missing.csv'), '--data-dir', path.join(folder, 'data')])
      const { page, context } = await openWindow(await started.address())
      await page.getByTestId('drop-zone').waitFor()
      await expect.poll(() => started.stderr()).toContain('missing.csv is no longer where it was.')
      expect(started.stderr()).not.toMatch(/\n\s+at /)
      await context.close()
      expect(await started.stop('SIGTERM')).toBe(143)
    })
  })

  it('says that another process has the library, and ends', async () => {
    await withTemporaryFolder(async (folder) => {
      const dataDir = path.join(folder, 'data')
      const first = start(['--data-dir', dataDir])
      await first.address()
      const second = start(['--data-dir', dataDir])
      expect(await second.ended).toBe(7)
      expect(second.stderr()).toMatch(/already|in use|another/i)
      expect(second.stderr()).not.toMatch(/\n\s+at /)
      expect(await first.stop('SIGINT')).toBe(130)
    })
  })
})

// The program in Electron's place is a shell script, which Windows would not start.
if (process.platform !== 'win32')
  describe('storyglass desktop with an Electron', () => {
    it('runs Electron where there is one, with the file and the data folder, and ends as it ends', async () => {
      await withTemporaryFolder(async (folder) => {
        const dist = fakeElectron(path.join(folder, 'electron dist'), 'exit 0')
        const dataDir = path.join(folder, 'data')
        const file = path.join(folder, '-x y.csv')
        const env = { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: dist }
        const started = start(['--data-dir', dataDir, '--', file], env)
        expect(await started.ended).toBe(0)
        const [givenDataDir, root, ...rest] = readFileSync(path.join(dist, 'started'), 'utf8').trimEnd().split('\n')
        expect(givenDataDir).toBe(dataDir)
        expect(JSON.parse(readFileSync(path.join(root ?? '', 'package.json'), 'utf8')).name).toBe('storyglass')
        const isRoot = process.getuid?.() === 0
        expect(rest).toEqual([...(isRoot ? ['--no-sandbox'] : []), '--', file])
        expect(started.stdout()).toBe('')
      })
    })

    it('ends Electron with itself', async () => {
      await withTemporaryFolder(async (folder) => {
        const dist = fakeElectron(path.join(folder, 'dist'), 'exec sleep 300')
        const env = { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: dist }
        const started = start(['--data-dir', path.join(folder, 'data')], env)
        await expect.poll(() => read(path.join(dist, 'started')), { timeout: 60_000 }).not.toBe('')
        expect(await started.stop('SIGINT')).toBe(130)
      })
    })

    it('falls back to the browser when Electron cannot start, and says why', async () => {
      await withTemporaryFolder(async (folder) => {
        const dist = fakeElectron(path.join(folder, 'dist'), 'exit 127')
        const env = { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: dist }
        const started = start(['--data-dir', path.join(folder, 'data')], env)
        await started.address()
        expect(started.stderr()).toContain('because Electron could not be started: it ended at once (127).')
        expect(await started.stop('SIGINT')).toBe(130)
      })
    })
  })

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
