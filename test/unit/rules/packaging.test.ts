/** What the packaged application is made of: which files stand outside of the archive, and what Electron itself allows. */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runtimePackages } from '../../../config/third-party.mjs'

const root = path.resolve(import.meta.dirname, '../../..')
const lines = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8').split('\n')

/** What stands indented below a key of the first level, comments left out. */
function below(key: string): string[] {
  const start = lines.indexOf(`${key}:`)
  if (start === -1) throw new Error(`electron-builder.yml has no ${key}`)
  const end = lines.findIndex((line, index) => index > start && /^\S/u.test(line) && !line.startsWith('#'))
  return lines
    .slice(start + 1, end === -1 ? undefined : end)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

const items = (key: string): string[] => below(key).map((line) => line.replace(/^- /u, '').replaceAll('"', ''))
const unpacked = items('asarUnpack')
const isUnpacked = (file: string): boolean => unpacked.some((pattern) => path.matchesGlob(file, pattern))

/** The first bytes of what a system loads by its path: ELF, Mach-O of one and of several kinds, PE. */
const nativeMarks = new Set(['7f454c46', 'cffaedfe', 'cefaedfe', 'cafebabe', '4d5a9000'])

function isNative(file: string): boolean {
  const start = Buffer.alloc(4)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, start)
  } finally {
    closeSync(descriptor)
  }
  return nativeMarks.has(start.toString('hex'))
}

/** Files of the packages the application runs with, relative to the root. The pinned Node of a checkout is not shipped. */
function shippedFiles(): string[] {
  return [...runtimePackages(root)]
    .filter((folder) => !/node-(?:linux|win)-x64$/u.test(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
    )
}

describe('the archive of the packaged application', () => {
  it('holds all the code that runs: ours, that of workers and hosts, and that of packages', () => {
    expect(lines).toContain('asar: true')
    const code = [
      'out/main/index.js',
      'out/main/workers/index.js',
      'out/main/workers/host.js',
      'out/main/chunks/any-A1b2.js',
      'out/preload/index.cjs',
      'out/renderer/assets/index-A1b2.js',
      'node_modules/piscina/dist/worker.js',
      'package.json',
    ]
    expect(code.filter((file) => isUnpacked(file))).toEqual([])
    const scripts = shippedFiles().filter((file) => /\.(?:[cm]?js|json|wasm)$/u.test(file))
    expect(scripts.length).toBeGreaterThan(500)
    expect(scripts.filter((file) => isUnpacked(file))).toEqual([])
  })

  it('leaves out every native part, which the system loads by its path, and the samples', () => {
    const native = shippedFiles().filter((file) => isNative(path.join(root, file)))
    expect(native.length).toBeGreaterThan(3)
    expect(native.filter((file) => !isUnpacked(file))).toEqual([])
    expect(isUnpacked('resources/samples/samples.json')).toBe(true)
  })

  it('has the workers looked for inside it', () => {
    const main = readFileSync(path.join(root, 'src/main/index.ts'), 'utf8')
    expect(main).toContain("path.join(app.getAppPath(), 'out/main/workers/index.js')")
  })

  it('comes with the notices of others and the list of what it is made of', () => {
    expect(items('files')).toEqual(expect.arrayContaining(['out/renderer/**', 'out/bill-of-materials.cdx.json']))
  })
})

describe('Electron itself', () => {
  it('runs as nothing else, listens to nobody, and loads the archive alone, unchanged', () => {
    expect(below('electronFuses').sort()).toEqual([
      'enableCookieEncryption: true',
      'enableEmbeddedAsarIntegrityValidation: true',
      'enableNodeCliInspectArguments: false',
      'enableNodeOptionsEnvironmentVariable: false',
      'grantFileProtocolExtraPrivileges: false',
      'loadBrowserProcessSpecificV8Snapshot: false',
      'onlyLoadAppFromAsar: true',
      'runAsNode: false',
    ])
  })
})
