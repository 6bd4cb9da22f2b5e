/** Printing with a browser that misbehaves: programs that stand in its place. What a real one prints is tested end to end. */
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { browserPrinter } from '../../../src/main/engine/printing/browser-printer.ts'
import { findBrowser } from '../../../src/main/engine/printing/find-browser.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

function program(folder: string, script: string): string {
  const file = path.join(folder, 'browser')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

function ownScratchFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('storyglass-') && name.includes(`-${process.pid}-`))
}

function page(folder: string): string {
  const file = path.join(folder, 'page.html')
  writeFileSync(file, '<p>42</p>')
  return file
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it('says so where there is no browser', async () => {
  await withTemporaryFolder(async (folder) => {
    const printer = browserPrinter({ find: async () => null })
    await expect(printer.print(page(folder), path.join(folder, 'a.pdf'))).rejects.toMatchObject({
      reason: 'no_browser_to_print',
    })
  })
})

it('ends a browser that does not answer, its helpers and its profile, within the time given', async () => {
  await withTemporaryFolder(async (folder) => {
    const pids = path.join(folder, 'pids')
    const find = async (): Promise<string> => program(folder, `sleep 300 & echo $$ $! > "${pids}"; wait`)
    const pdf = path.join(folder, 'a.pdf')
    const printer = browserPrinter({ find, timeoutMs: 1_500 })
    await expect(printer.print(page(folder), pdf)).rejects.toMatchObject({ reason: 'print_failed' })
    const started = readFileSync(pids, 'utf8').trim().split(' ').map(Number)
    expect(started).toHaveLength(2)
    for (let waited = 0; started.some(isAlive) && waited < 40; waited += 1) await pause(50)
    expect(started.filter(isAlive)).toEqual([])
    expect(ownScratchFolders()).toEqual([])
    expect(existsSync(pdf)).toBe(false)
  })
})

it('says what a browser said that ended at once', async () => {
  await withTemporaryFolder(async (folder) => {
    const find = async (): Promise<string> => program(folder, 'echo "no usable sandbox" >&2; exit 3')
    await expect(browserPrinter({ find }).print(page(folder), path.join(folder, 'a.pdf'))).rejects.toMatchObject({
      reason: 'print_failed',
      detail: expect.stringContaining('no usable sandbox'),
    })
    expect(ownScratchFolders()).toEqual([])
  })
})

it('takes a browser that is named, or none', async () => {
  await withTemporaryFolder(async (folder) => {
    const named = program(folder, 'echo "Chromium 140.0"')
    expect(await findBrowser({ STORYGLASS_CHROMIUM: named })).toBe(named)
    expect(await findBrowser({ PATH: process.env.PATH, STORYGLASS_CHROMIUM: path.join(folder, 'none') })).toBeNull()
  })
})
