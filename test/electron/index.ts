/**
 * `npm run test:electron`: what the stand-in shows (`test/e2e/desktop-stand-in.test.ts`), on a real Electron, and what it
 * cannot show: that worlds are apart, that the sandbox holds, that a window appears. Says in one sentence where no Electron
 * can be had, and ends with a status other than 0: nothing was proved then. `-- --packaged BINARY` tries the fuses of a
 * packaged application instead.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { _electron as electron } from 'playwright-core'
import { ensureBuilt } from '../../scripts/ensure-built.mjs'
import { findElectron } from '../../src/cli/electron-binary.ts'
import { textsIn } from '../../src/shared/texts/texts.ts'
import { salesCsv } from '../support/data.ts'
import { tryFuses } from './fuses.ts'
import { scenarios } from './scenarios.ts'

const notToBeHadStatus = 3
const root = path.resolve(import.meta.dirname, '../..')

const { packaged } = parseArgs({ options: { packaged: { type: 'string' } } }).values
process.exitCode = packaged === undefined ? await tryElectron() : await tryPackaged(packaged)

async function tryElectron(): Promise<number> {
  const found = await findElectron({
    texts: textsIn('en').terminal.electron,
    root,
    onDownload: () => process.stderr.write('Downloading Electron (once) …\n'),
  })
  if (found.found) return runOn(found.binary)
  process.stderr.write(`Nothing was tried on a real Electron, because ${found.why}.\n`)
  return notToBeHadStatus
}

async function tryPackaged(binary: string): Promise<number> {
  const trials = await tryFuses(binary)
  for (const { fuse, broken } of trials)
    process.stdout.write(`${broken === null ? '✓' : '✗'} ${fuse}${broken === null ? '' : `: ${broken}`}\n`)
  return trials.every(({ broken }) => broken === null) ? 0 : 1
}

/** Each scenario on one application that was started with a file; the status to end with. */
async function runOn(executablePath: string): Promise<number> {
  await ensureBuilt(root)
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-electron-'))
  const file = path.join(folder, 'sales.csv')
  writeFileSync(file, salesCsv({ rows: 400, seed: 11 }))
  const application = await electron.launch({
    executablePath,
    // Root may not use the sandbox of Chromium: then the sandbox is not what is tried.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--', file],
    env: { ...process.env, STORYGLASS_DATA_DIR: path.join(folder, 'data') } as Record<string, string>,
  })
  let [passed, failed] = [0, 0]
  try {
    const page = await application.firstWindow()
    await page.waitForLoadState('domcontentloaded')
    for (const [name, scenario] of Object.entries(scenarios)) {
      try {
        await scenario({ application, page, folder })
        passed += 1
        process.stdout.write(`✓ ${name}\n`)
      } catch (error) {
        failed += 1
        process.stdout.write(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
  } finally {
    await application.close()
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}
