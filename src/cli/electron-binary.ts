/** Finds the Electron this installation can run, or says in a few words why there is none. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Texts } from '../shared/texts/texts.ts'
import { hasDisplay } from '../web/open.ts'

export type FoundElectron =
  | { readonly found: true; readonly binary: string }
  /** `why` completes `terminal.electron.inBrowser`. */
  | { readonly found: false; readonly why: string }

/** A hundred megabytes on a slow line; an unreachable server is given up much sooner, by the downloader itself. */
const downloadLimitMs = 180_000

const programNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

function packageFolder(root: string): string | null {
  try {
    return path.dirname(createRequire(path.join(root, 'package.json')).resolve('electron/package.json'))
  } catch {
    // Not installed: production installs leave it out.
    return null
  }
}

function downloaded(folder: string, programName: string): string | null {
  const note = path.join(folder, 'path.txt')
  const binary = path.join(folder, 'dist', existsSync(note) ? readFileSync(note, 'utf8').trim() : programName)
  return existsSync(binary) ? binary : null
}

/** Runs the package's own downloader. Resolves to null when done, else to why it failed. */
function download(folder: string, limitMs: number, texts: ElectronTexts['whyNoDownload']): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(folder, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-4000)
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) resolve(null)
      else if (signal !== null) resolve(texts.tooSlow({ seconds: limitMs / 1000 }))
      else resolve(/(?:Error|error): (.+)/.exec(errors)?.[1] ?? texts.downloaderEnded({ status: code ?? '' }))
    })
  })
}

type ElectronTexts = Texts['terminal']['electron']

export interface ElectronSearch {
  readonly texts: ElectronTexts
  readonly root: string
  readonly env?: NodeJS.ProcessEnv
  readonly platform?: NodeJS.Platform
  /** Told before a download begins: it may take a while. */
  readonly onDownload: () => void
}

/**
 * In this order: nothing without a display to show it on; `ELECTRON_OVERRIDE_DIST_PATH`; the package's own binary; its
 * download, unless `ELECTRON_SKIP_BINARY_DOWNLOAD` is set.
 */
export async function findElectron(search: ElectronSearch): Promise<FoundElectron> {
  const { root, env = process.env, platform = process.platform } = search
  const { whyNot, whyNoDownload } = search.texts
  const programName = programNames[platform] ?? 'electron'
  if (!hasDisplay(env, platform)) return { found: false, why: whyNot.noDisplay }

  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const binary = path.join(override, programName)
    if (existsSync(binary)) return { found: true, binary }
    return { found: false, why: whyNot.overrideEmpty({ program: programName }) }
  }
  const folder = packageFolder(root)
  if (folder === null) return { found: false, why: whyNot.notInstalled }
  const present = downloaded(folder, programName)
  if (present !== null) return { found: true, binary: present }
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { found: false, why: whyNot.notDownloaded }

  search.onDownload()
  const failure = await download(folder, downloadLimitMs, whyNoDownload)
  const arrived = downloaded(folder, programName)
  if (arrived !== null) return { found: true, binary: arrived }
  return { found: false, why: whyNot.downloadFailed({ why: failure ?? whyNoDownload.nothingArrived }) }
}
