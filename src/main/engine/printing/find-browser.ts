/** A browser of the Chromium family on this machine: the one a person names, one on the PATH, or where installers put it. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** Of the environment: the program of a browser to use, in the place of any other. */
export const browserVariable = 'STORYGLASS_CHROMIUM'

const commandNames = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  ...['chrome', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser'],
]
const versionTimeoutMs = 30_000

/** Where installers put it on systems that have no PATH to speak of. */
function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const { PROGRAMFILES, LOCALAPPDATA, HOME = '' } = env
  const programs = PROGRAMFILES ?? 'C:\\Program Files'
  switch (platform) {
    case 'darwin':
      return ['/Applications', path.join(HOME, 'Applications')].flatMap((folder) =>
        ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'].map(
          (name) => `${folder}/${name}.app/Contents/MacOS/${name}`,
        ),
      )
    case 'win32':
      return [
        `${programs}\\Google\\Chrome\\Application\\chrome.exe`,
        `${programs} (x86)\\Microsoft\\Edge\\Application\\msedge.exe`,
        ...(LOCALAPPDATA === undefined ? [] : [`${LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`]),
      ]
    default:
      return ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
        commandNames.map((name) => path.join(folder, name)),
      )
  }
}

function onPath({ PATH = '' }: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const ending = platform === 'win32' ? '.exe' : ''
  return PATH.split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => commandNames.map((name) => path.join(folder, name + ending)))
}

/** Files that may be such a browser and are there, best first. */
export function browserCandidates(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string[] {
  return [...new Set([...onPath(env, platform), ...usualPlaces(env, platform)])].filter((file) => existsSync(file))
}

/** A file of the right name may be a stub that only says where to get the real one: it must tell its version. */
function tellsVersion(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(file, ['--version'], { timeout: versionTimeoutMs, encoding: 'utf8' }, (error, output) =>
      resolve(error === null && /\d\.\d/.test(output)),
    )
  })
}

/** The program to run, or null. One that is named is taken or nothing is, so that a wrong name is noticed. */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const named = env[browserVariable]
  for (const file of named ? [named] : browserCandidates(env)) {
    // Windows' browsers open a window instead of answering.
    if (process.platform === 'win32' ? existsSync(file) : await tellsVersion(file)) return file
  }
  return null
}
