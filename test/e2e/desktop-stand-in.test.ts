/**
 * The built main process, preload and renderer together, on the stand-in for Electron: contract, IPC, protocol and
 * lifecycle as one. What only a real Electron can show (its own isolation of worlds) is not claimed here.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../scripts/ensure-built.mjs'
import type { StoryglassBridge } from '../../src/shared/contract/bridge.ts'
import { commandChannel } from '../../src/shared/contract/channels.ts'
import { browser, dropFile, startEngine } from '../support/app.ts'
import { projectRoot } from '../support/command-line.ts'
import { salesCsv } from '../support/data.ts'
import { type Desktop, type DesktopWindow, launchDesktop } from '../support/electron/desktop.ts'
import { toMapped } from '../support/electron/messages.ts'

type Windowed = Window & { readonly storyglass: StoryglassBridge }

const folders: string[] = []
const desktops: Desktop[] = []

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-desktop-'))
  folders.push(folder)
  return folder
}

/** Whatever ends otherwise than expected says so: what follows from it would be harder to read. */
async function launch(dataDir: string, files: readonly string[] = [], expectedStatus = 0): Promise<Desktop> {
  const desktop = launchDesktop({ browser: await browser(), appPath: projectRoot, dataDir, files })
  desktops.push(desktop)
  void desktop.ended.then((code) => {
    if (code !== expectedStatus) process.stderr.write(`a desktop ended with ${code}\n${desktop.output()}`)
  })
  return desktop
}

function csvIn(folder: string, name: string, rows = 400): string {
  const file = path.join(folder, name)
  writeFileSync(file, salesCsv({ rows, seed: 11 }))
  return file
}

/** A command asked by the page itself. */
function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, input]) => (window as unknown as Windowed).storyglass.invoke(name as 'app/info', input as never),
    [name, input] as const,
  )
}

function jobNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const listed = await (window as unknown as Windowed).storyglass.invoke('jobs/list', {})
    return listed.ok ? listed.output.jobs.map((job) => job.source.name) : []
  })
}

beforeAll(async () => {
  await ensureBuilt(projectRoot)
}, 180_000)

afterAll(async () => {
  for (const desktop of desktops) {
    if (desktop.process.exitCode === null) desktop.process.kill('SIGKILL')
    await desktop.ended
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('the desktop window', () => {
  let desktop: Desktop
  let window: DesktopWindow
  let dataDir: string

  beforeAll(async () => {
    dataDir = temporaryFolder()
    desktop = await launch(dataDir)
    window = await desktop.window()
    await window.page.getByTestId('drop-zone').waitFor()
  })

  it('is sandboxed and isolated, dark or light from the first moment, and shown when drawn', async () => {
    const safe = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true }
    expect(window.options).toMatchObject({ ...safe, show: false })
    expect(window.options.backgroundColor).toMatch(/^#[0-9a-f]{6}$/)
    const { windows, sandboxed } = await desktop.record()
    expect(windows).toMatchObject([{ visible: true }])
    expect(sandboxed, 'every renderer, whoever opens it').toBe(true)
  })

  it('shows app://storyglass/index.html, and finds its bridge and nothing of Node there', async () => {
    expect(window.page.url().replace(/#.*/, '')).toBe(toMapped('app://storyglass/index.html'))
    const found = await window.page.evaluate(() => ({
      shell: (globalThis as unknown as Windowed).storyglass.shell,
      members: Object.keys((globalThis as unknown as Windowed).storyglass).sort(),
      leaked: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      ),
    }))
    expect(found).toEqual({
      shell: 'desktop',
      members: ['adoptFile', 'assetAddress', 'invoke', 'onConnection', 'shell', 'subscribe'],
      leaked: [],
    })
    expect(window.problems).toEqual([])
  })

  it('gets a command answered', async () => {
    expect(await ask(window.page, 'app/info', {})).toEqual({
      ok: true,
      output: {
        version: JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).version,
        shell: 'desktop',
        platform: process.platform,
        stories: 0,
        documents: 0,
        activeJobs: 0,
        language: 'en',
        notices: [],
        openJobId: null,
      },
    })
  })

  it('gets a malformed payload refused, and an unknown command not even sent', async () => {
    for (const input of [{}, { id: 7 }, null, 'x']) {
      expect(await ask(window.page, 'jobs/get', input)).toMatchObject({ ok: false, failure: { reason: 'internal' } })
    }
    for (const name of ['jobs/explode', 'toString', '']) {
      await expect(ask(window.page, name, {})).rejects.toThrow(/no command/)
    }
  })

  it('is the only one heard: frames inside it, other pages and frames that have gone are refused', async () => {
    const channel = commandChannel('jobs/list')
    const foreign = [
      { url: 'https://evil.example/', isTop: true },
      { url: 'https://storyglass/', isTop: true },
      { url: 'app://storyglass.evil.example/index.html', isTop: true },
      { url: 'app://evil/index.html', isTop: true },
      { url: 'app://x@storyglass/index.html', isTop: true },
      { url: 'file:///index.html', isTop: true },
      { url: 'app://storyglass/documents/1/page-1.webp', isTop: true },
      { url: 'about:blank', isTop: true },
      { url: 'app://storyglass/index.html', isTop: false },
      null,
    ]
    for (const frame of foreign) await expect(desktop.invokeAs(frame, channel, {})).rejects.toThrow(/refused/)
    const own = await desktop.invokeAs({ url: 'app://storyglass/index.html#/', isTop: true }, channel, {})
    expect(own).toMatchObject({ ok: true })
  })

  it('has no way out: no network, no navigation, no popup, no device', async () => {
    const reached = await window.page.evaluate(async () => {
      const outcome = (address: string): Promise<string> =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        )
      return [await outcome('https://example.com/'), await outcome('http://127.0.0.1:1/')]
    })
    expect(reached).toEqual(['refused', 'refused'])
    window.problems.splice(0)
    for (const address of ['https://example.com/', 'http://127.0.0.1/', 'ws://example.com/', 'file:///etc/passwd']) {
      expect(await desktop.isRequestAllowed(address), address).toBe(false)
    }
    expect(await desktop.isRequestAllowed('app://storyglass/assets/x.js')).toBe(true)

    const before = window.page.url()
    await window.page.evaluate(() => {
      location.href = 'https://example.com/'
    })
    await expect.poll(() => window.blocked).toContain('https://example.com/')
    expect(window.page.url()).toBe(before)

    const popped = window.page.waitForEvent('popup')
    await window.page.evaluate(() => void open('https://example.com/popup'))
    const popup = await popped
    await expect.poll(() => popup.isClosed()).toBe(true)
    expect(window.page.context().pages()).toHaveLength(1)

    for (const permission of ['media', 'geolocation', 'clipboard-read', 'usb', 'openExternal']) {
      expect(await desktop.permission(permission), permission).toBe(false)
    }
    for (const permission of ['clipboard-sanitized-write', 'notifications']) {
      expect(await desktop.permission(permission), permission).toBe(true)
      expect(await desktop.permission(permission, 'https://example.com/'), permission).toBe(false)
    }
    const { switches, downloads, windows } = await desktop.record()
    expect(switches).toMatchObject({ 'host-resolver-rules': 'MAP * ~NOTFOUND' })
    expect(downloads).toBe(false)
    expect(windows.map(({ webRtcPolicy }) => webRtcPolicy)).toEqual(['disable_non_proxied_udp'])
  })

  it('is served its own files and no others', async () => {
    const page = await desktop.request('app://storyglass/index.html')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await desktop.request('app://storyglass/')).text).toBe(page.text)
    const outside = [
      'app://storyglass/../../package.json',
      'app://storyglass/%2e%2e/%2e%2e/package.json',
      'app://storyglass/..%2f..%2fpackage.json',
      'app://storyglass/..%5c..%5cpackage.json',
      'app://storyglass/%00',
      'app://storyglass/%',
      'app://storyglass/assets',
      'app://storyglass/no-such-file.js',
      'app://other/index.html',
    ]
    for (const address of outside) expect((await desktop.request(address)).status, address).toBe(404)
    expect((await desktop.request('app://storyglass/index.html', 'POST')).status).toBe(405)
  })

  it('says whose software is in it', async () => {
    await window.page.getByTestId('preferences').click()
    await window.page.getByTestId('open-about').click()
    await expect
      .poll(() => window.page.getByTestId('third-party-notices').inputValue(), { timeout: 20_000 })
      .toContain('better-sqlite3')
    await window.page.keyboard.press('Escape')
    await window.page.getByTestId('about').waitFor({ state: 'detached' })
  })

  it('has a menu that opens files through the system dialog', async () => {
    expect((await desktop.record()).menu).toEqual(expect.arrayContaining(['&File', 'Open…', 'quit']))
    desktop.answerDialog('showOpenDialog', { canceled: false, filePaths: [csvIn(dataDir, 'picked.csv')] })
    expect(await ask(window.page, 'sources/pick', {})).toMatchObject({
      ok: true,
      output: { sources: [{ name: 'picked.csv' }] },
    })
    expect(await ask(window.page, 'sources/pick', {})).toEqual({ ok: true, output: { sources: [] } })
  })

  it('tells a dropped file by its path, without copying it, and exports its story where one asks', async () => {
    const file = csvIn(temporaryFolder(), 'dropped "sales" ü.csv')
    await window.presentFile(file)
    await dropFile(window.page, file)
    await window.page.getByTestId('story-title').waitFor({ timeout: 90_000 })
    expect(await jobNames(window.page)).toEqual([path.basename(file)])
    expect(readdirSync(path.join(dataDir, 'sources'))).toEqual([])
    expect(readdirSync(path.join(dataDir, 'uploads'))).toEqual([])

    const storyId = await window.page.evaluate(async () => {
      const listed = await (globalThis as unknown as Windowed).storyglass.invoke('stories/list', {})
      return listed.ok ? listed.output.stories[0]?.id : undefined
    })
    const saved = path.join(temporaryFolder(), 'my story.md')
    desktop.answerDialog('showSaveDialog', { canceled: false, filePath: saved })
    expect(await ask(window.page, 'stories/export', { id: storyId, format: 'md' })).toEqual({
      ok: true,
      output: { saved: { name: 'my story.md', downloadUrl: null } },
    })
    expect(readFileSync(saved, 'utf8')).toContain('# ')
    expect(await ask(window.page, 'stories/export', { id: storyId, format: 'md' })).toEqual({
      ok: true,
      output: { saved: null },
    })
    expect(window.problems).toEqual([])
  })

  it('says in words that a thing dropped is no file', async () => {
    const folder = temporaryFolder()
    const adopted = await window.page.evaluate(async () => {
      const { storyglass } = globalThis as unknown as Windowed
      return storyglass.adoptFile(new File(['made by script'], 'made.csv'))
    })
    expect(adopted).toMatchObject({ ok: false, failure: { reason: 'bad_path' } })
    const own = { url: 'app://storyglass/index.html', isTop: true }
    const folderAdopted = await desktop.invokeAs(own, 'storyglass:adopt-path', folder)
    expect(folderAdopted).toMatchObject({
      ok: false,
      failure: { reason: 'is_folder', message: `${path.basename(folder)} is a folder, not a file.` },
    })
    for (const payload of [undefined, 7, '', { path: '/etc/passwd' }, ['/etc/passwd'], 'x'.repeat(40_000)]) {
      expect(await desktop.invokeAs(own, 'storyglass:adopt-path', payload)).toMatchObject({
        ok: false,
        failure: { reason: 'bad_path' },
      })
    }
  })

  it('comes forward and opens the file of a second start, which then ends', async () => {
    const file = csvIn(temporaryFolder(), 'second.csv', 410)
    const before = (await desktop.record()).windows[0]?.focusCount ?? 0
    const second = await launch(dataDir, [file])
    expect(await second.ended).toBe(0)
    await expect.poll(() => jobNames(window.page), { timeout: 20_000 }).toContain('second.csv')
    expect((await desktop.record()).windows[0]?.focusCount).toBe(before + 1)
    await expect.poll(() => window.page.url()).toMatch(/#\/(jobs|stories)\//)
  })

  it('opens a file the system hands over, and says when it has gone', async () => {
    desktop.tell({ name: 'app/open-file', path: csvIn(temporaryFolder(), 'from the dock.csv', 420) })
    await expect.poll(() => jobNames(window.page), { timeout: 20_000 }).toContain('from the dock.csv')
    desktop.tell({ name: 'app/open-file', path: path.join(dataDir, 'gone.csv') })
    await expect
      .poll(async () => (await desktop.record()).dialogs.at(-1), { timeout: 20_000 })
      .toMatchObject({ kind: 'showMessageBox', options: { message: 'gone.csv is no longer where it was.' } })
  })

  it('ends the application when it is closed, and keeps its place and the library for the next start', async () => {
    window.close()
    expect(await desktop.ended).toBe(0)
    expect(desktop.output()).toBe('')
    const placement = JSON.parse(readFileSync(path.join(dataDir, 'desktop/window.json'), 'utf8'))
    expect(placement).toMatchObject({ bounds: { width: window.options.width, height: window.options.height } })

    const next = await launch(dataDir)
    const { page } = await next.window()
    await page.getByTestId('drop-zone').waitFor()
    expect(await jobNames(page)).toContain('second.csv')
    expect(await next.quit()).toBe(0)
  })
})

describe('a desktop started with a file', () => {
  it('opens on the story of that file being told', async () => {
    const dataDir = temporaryFolder()
    const file = csvIn(dataDir, '--odd name.csv')
    const desktop = await launch(dataDir, [file])
    const { page, problems } = await desktop.window()
    await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
    expect(await jobNames(page)).toEqual(['--odd name.csv'])
    expect(problems).toEqual([])
    expect(await desktop.quit()).toBe(0)
  })
})

describe('a desktop whose library another process has', () => {
  it('says so and ends, and the other goes on', async () => {
    const dataDir = temporaryFolder()
    const other = await startEngine(dataDir)
    try {
      const desktop = await launch(dataDir, [], 7)
      expect(await desktop.ended).toBe(7)
      expect(desktop.windowCount()).toBe(0)
      expect(existsSync(path.join(dataDir, 'desktop/standin-lock'))).toBe(false)
    } finally {
      await other.stop()
    }
  })
})

describe('a packaged desktop', () => {
  it('is not started with a switch that opens it to other programs, and says with which', async () => {
    for (const flag of ['--remote-debugging-port=0', '--inspect-brk', '--load-extension=/tmp/x']) {
      const dataDir = temporaryFolder()
      const switches = [flag]
      const desktop = launchDesktop({
        ...{ browser: await browser(), appPath: projectRoot, dataDir, switches, packaged: true },
      })
      desktops.push(desktop)
      expect(await desktop.ended, flag).toBe(7)
      expect(desktop.output()).toContain('switch that would open it to other programs')
      expect(desktop.output()).toContain(flag.replace(/=.*/, ''))
      expect(existsSync(path.join(dataDir, 'library.db'))).toBe(false)
    }
  })
})
