/** A browser shell on a fake engine, and a page that has opened its address. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BrowserShell, type BrowserShellOptions, startBrowserShell } from '../../../src/web/shell.ts'
import { createFakeEngine, type FakeEngine } from '../../support/fake-engine.ts'
import { type RawAnswer, type RawRequest, rawRequest } from '../../support/raw-http.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

export interface OpenPage {
  readonly shell: BrowserShell
  readonly engine: FakeEngine
  readonly uploads: string
  readonly origin: string
  readonly cookie: string
  readonly bugs: { readonly where: string; readonly error: unknown }[]
  /** A request as the page itself would make it; what is given replaces what it would send. */
  ask(asked: RawRequest): Promise<RawAnswer>
  command(name: string, input: unknown): Promise<RawAnswer>
}

export async function openPage(
  work: (page: OpenPage) => Promise<void>,
  options: Partial<BrowserShellOptions> = {},
): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const uploads = path.join(folder, 'uploads')
    const rendererDir = path.join(folder, 'renderer')
    for (const made of [uploads, path.join(rendererDir, 'assets')]) mkdirSync(made, { recursive: true })
    writeFileSync(path.join(folder, 'secret.txt'), 'a secret beside the renderer')
    writeFileSync(path.join(rendererDir, 'index.html'), '<!doctype html><title>Storyglass</title>')
    writeFileSync(path.join(rendererDir, 'assets/index-abc123.js'), 'export {}')
    const engine = createFakeEngine(uploads)
    const bugs: { where: string; error: unknown }[] = []
    const shell = await startBrowserShell({
      engine,
      port: 0,
      rendererDir,
      open: false,
      report: (where, error) => bugs.push({ where, error }),
      ...options,
    })
    try {
      const launch = await rawRequest(shell.port, { path: shell.address.slice(shell.address.indexOf('/?')) })
      const cookie = launch.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      const origin = `http://127.0.0.1:${shell.port}`
      const ask = (asked: RawRequest): Promise<RawAnswer> =>
        rawRequest(shell.port, { ...asked, headers: { cookie, origin, ...asked.headers } })
      const command = (name: string, input: unknown): Promise<RawAnswer> =>
        ask({
          method: 'POST',
          path: `/api/${name}`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        })
      await work({ shell, engine, uploads, origin, cookie, bugs, ask, command })
    } finally {
      await shell.close()
    }
  })
}
