/** What is tried on a real Electron, each by its name; they throw where something is otherwise. */
import assert from 'node:assert/strict'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import type { StoryglassBridge } from '../../src/shared/contract/bridge.ts'
import { appPage } from '../../src/shared/security/app-address.ts'

export interface Tried {
  readonly application: ElectronApplication
  readonly page: Page
  /** Holds `sales.csv`, with which the application was started, and its library. */
  readonly folder: string
}

type Windowed = Window & { readonly storyglass: StoryglassBridge }

const storyMs = 60_000

function reached(page: Page, address: string): Promise<string> {
  return page.evaluate(
    (asked) =>
      fetch(asked, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      ),
    address,
  )
}

export const scenarios: Readonly<Record<string, (tried: Tried) => Promise<void>>> = {
  'a window of its own page appears': async ({ application, page }) => {
    assert.equal(page.url().split(/[?#]/u)[0], appPage)
    const windows = await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isVisible()),
    )
    assert.deepEqual(windows, [true])
  },

  'the page is sandboxed and has nothing of Node': async ({ application, page }) => {
    const leaked = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    )
    assert.deepEqual(leaked, [])
    const sandboxed = await application.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ type }) => type === 'Tab')
        .map((process) => process.sandboxed),
    )
    // Linux tells it of no process.
    assert.ok(sandboxed.every((one) => one !== false) || process.getuid?.() === 0)
  },

  'worlds are apart: what the page changes, the bridge does not see': async ({ page }) => {
    const answered = await page.evaluate(async () => {
      const original = Array.prototype.includes
      try {
        // Were the bridge's code in this world, it would now take any name for a command.
        Array.prototype.includes = () => true
        JSON.parse = () => ({ tampered: true })
        const { storyglass } = window as unknown as Windowed
        return await storyglass.invoke('app/info', {})
      } finally {
        Array.prototype.includes = original
      }
    })
    assert.equal(answered.ok && answered.output.shell, 'desktop')
  },

  'the bridge has its six members, and cannot be changed': async ({ page }) => {
    const members = await page.evaluate(() => {
      const { storyglass } = window as unknown as Windowed
      try {
        Object.assign(storyglass, { invoke: null })
      } catch {
        // Frozen, as it should be.
      }
      return [Object.keys(storyglass).sort(), typeof storyglass.invoke] as const
    })
    assert.deepEqual(members, [
      ['adoptFile', 'assetAddress', 'invoke', 'onConnection', 'shell', 'subscribe'],
      'function',
    ])
  },

  'a malformed payload is refused': async ({ page }) => {
    const answer = await page.evaluate(() =>
      (window as unknown as Windowed).storyglass.invoke('jobs/get', { id: 7 } as never),
    )
    assert.equal(answer.ok, false)
  },

  'there is no way out: no network, no navigation, no window': async ({ application, page }) => {
    for (const address of ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/passwd']) {
      assert.equal(await reached(page, address), 'refused', address)
    }
    const before = page.url()
    await page.evaluate(() => {
      location.href = 'https://example.com/'
      open('https://example.com/popup')
    })
    await page.waitForTimeout(1_000)
    assert.equal(page.url(), before)
    assert.equal(await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), 1)
  },

  'no page is attached within the page': async ({ page }) => {
    const attached = await page.evaluate(async () => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'https://example.com/')
      document.body.append(view)
      await new Promise((resolve) => setTimeout(resolve, 500))
      const isReal = 'getWebContentsId' in view
      view.remove()
      return isReal
    })
    assert.equal(attached, false)
  },

  'permissions are refused but for copying and notifying': async ({ page }) => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'camera', 'microphone', 'midi', 'clipboard-read']
      const asked = names.map((name) => navigator.permissions.query({ name } as unknown as PermissionDescriptor))
      return (await Promise.all(asked)).map(({ state }) => state)
    })
    assert.ok(!states.includes('granted'), states.join(', '))
  },

  'the file it was started with is told by a host and its thread': async ({ page, folder }) => {
    const told = await page.evaluate(async (limitMs) => {
      const { storyglass } = window as unknown as Windowed
      const until = Date.now() + limitMs
      while (Date.now() < until) {
        const listed = await storyglass.invoke('stories/list', {})
        if (listed.ok && listed.output.total > 0) return listed.output.stories[0]?.sourceName
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      return null
    }, storyMs)
    assert.equal(told, path.basename(path.join(folder, 'sales.csv')))
  },
}
