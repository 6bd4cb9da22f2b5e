// Notices of what is shipped and not ours: the packages the application runs with, and those built into its window.
// Written with each build to `out/renderer/third-party-notices.txt`, where both shells and the command line find it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const licenceFile = /^(?:licen[cs]e|copying|notice|copyright)/i
const noticesFile = 'third-party-notices.txt'

/** The folder of the package a module belongs to; null for one of our own or of the bundler's. */
export function packageFolderOf(moduleId) {
  const file = moduleId
    .replace(/^\0+/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/')
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@.][^/]*)\//.exec(file)
  return found === null ? null : found[1]
}

function readPackage(folder) {
  const file = path.join(folder, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** Where Node would find `name` from `folder`. */
function resolvePackage(name, folder, root) {
  for (let at = folder; ; at = path.dirname(at)) {
    const candidate = path.join(at, 'node_modules', name)
    if (existsSync(path.join(candidate, 'package.json'))) return candidate
    if (at === root || path.dirname(at) === at) return null
  }
}

/** Folders of all packages the application needs to run. Optional ones of other platforms are not there and not shipped. */
export function runtimePackages(root) {
  const folders = new Set()
  const visit = (folder) => {
    const { dependencies = {}, optionalDependencies = {} } = readPackage(folder) ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = resolvePackage(name, folder, root)
      if (found === null || folders.has(found)) continue
      folders.add(found)
      visit(found)
    }
  }
  visit(root)
  return folders
}

/** Name, version, licence and the texts a package comes with. */
export function noticeOf(folder) {
  const { name, version, license, licenses } = readPackage(folder) ?? {}
  if (name === undefined) return null
  const given = license ?? licenses
  const licence =
    typeof given === 'string'
      ? given
      : [given]
          .flat()
          .map((one) => one?.type ?? String(one))
          .join(' OR ')
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file) && !/\.(?:js|ts|json)$/.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
  return { name, version: version ?? '', licence, texts: [...new Set(texts)] }
}

/** One text with all of them; packages of one text share it. */
export function noticesText(notices) {
  const byText = new Map()
  for (const notice of [...notices].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))) {
    const text = notice.texts.join('\n\n') || `Licence: ${notice.licence} (no text comes with the package)`
    byText.set(text, [...(byText.get(text) ?? []), `${notice.name} ${notice.version} (${notice.licence})`])
  }
  const parts = [...byText].map(([text, names]) => `${[...new Set(names)].join('\n')}\n\n${text}\n`)
  return `Storyglass contains the following software of others.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`
}

/** A plugin for the build of the window, the last of the three. */
export function thirdPartyNotices(root) {
  const bundled = new Set()
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const folder = packageFolderOf(id)
        if (folder !== null) bundled.add(path.resolve(folder))
      }
    },
    writeBundle({ dir }) {
      const folders = new Set([...bundled, ...runtimePackages(root)])
      const notices = [...folders].map(noticeOf).filter((notice) => notice !== null)
      writeFileSync(path.join(dir, noticesFile), noticesText(notices))
    },
  }
}
