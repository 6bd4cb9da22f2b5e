/** A browser shell on a fake engine, and a page that has opened its address. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { keyHeader, sessionPath, startFragment, type WindowKeys } from '../../../src/shared/contract/web.ts'
import { type BrowserShell, type BrowserShellOptions, startBrowserShell } from '../../../src/web/shell.ts'
import { createFakeEngine, type FakeEngine } from '../../support/fake-engine.ts'
import { type RawAnswer, type RawRequest, rawRequest } from '../../support/raw-http.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

export interface OpenPage {
  readonly shell: BrowserShell
  readonly engine: FakeEngine
  readonly uploads: string
  readonly origin: string
  readonly keys: WindowKeys
  /** What the page's own script sends along with everything. */
  readonly own: Readonly<Record<string, string>>
  readonly bugs: { readonly where: string; readonly error: unknown }[]
  /** A request as the page itself would make it; what is given replaces what it would send. */
  ask(asked: RawRequest): Promise<RawAnswer>
  command(name: string, input: unknown, headers?: Readonly<Record<string, string>>): Promise<RawAnswer>
}

/** What opening the printed address gives the page to start with. */
export async function startCodeOf(shell: Pick<BrowserShell, 'address' | 'port'>): Promise<string> {
  const launch = await rawRequest(shell.port, { path: shell.address.slice(shell.address.indexOf('/?')) })
  return launch.headers.location?.split(startFragment)[1] ?? ''
}

export async function redeem(shell: Pick<BrowserShell, 'port'>, startCode: string): Promise<WindowKeys> {
  const answer = await rawRequest(shell.port, {
    path: sessionPath,
    method: 'POST',
    headers: { origin: `http://127.0.0.1:${shell.port}` },
    body: startCode,
  })
  if (answer.status !== 200) throw new Error(`the start code was refused: ${answer.status}`)
  return JSON.parse(answer.body) as WindowKeys
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
      const origin = `http://127.0.0.1:${shell.port}`
      const keys = await redeem(shell, await startCodeOf(shell))
      const own = { origin, [keyHeader]: keys.key }
      const ask = (asked: RawRequest): Promise<RawAnswer> =>
        rawRequest(shell.port, { ...asked, headers: { ...own, ...asked.headers } })
      const command = (
        name: string,
        input: unknown,
        headers: Readonly<Record<string, string>> = {},
      ): Promise<RawAnswer> =>
        ask({
          method: 'POST',
          path: `/api/${name}`,
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(input),
        })
      await work({ shell, engine, uploads, origin, keys, own, bugs, ask, command })
    } finally {
      await shell.close()
    }
  })
}
