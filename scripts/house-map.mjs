// Draws the rooms of the source from the tree as it is: which folders each has, and which rooms it imports in fact.
// `npm run map` writes the table into ARCHITECTURE.md; a test holds it.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { layers } from '../config/layers.mjs'
import { checkImports } from './import-rules.mjs'

const begin = '<!-- The table is written by `npm run map`. -->'
const end = '<!-- End of the table. -->'

/**
 * @param {string} root Folder that holds `src` and `dev`.
 * @returns {string} Markdown table, a row a room, in the order of the rules.
 */
export function houseMap(root) {
  const { graph } = checkImports(root, layers)
  const roomOf = new Map(
    [...graph.keys()].map((file) => [file, layers.find(({ files }) => new RegExp(files).test(file))]),
  )
  const rows = layers.flatMap((room) => {
    const files = [...graph.keys()].filter((file) => roomOf.get(file) === room)
    if (files.length === 0) return []
    const base = commonFolder(files)
    const inside = new Set(files.flatMap((file) => folderIn(file, base)))
    const imported = new Set(
      files.flatMap((file) => (graph.get(file) ?? []).map((target) => roomOf.get(target)?.name ?? '')),
    )
    for (const none of [room.name, '']) imported.delete(none)
    const list = (names) => (names.size === 0 ? '–' : [...names].sort().join(', '))
    return [`| ${room.name} | \`${base}\` | ${list(inside)} | ${list(imported)} |`]
  })
  return ['| room | where | folders in it | imports in fact |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** The longest folder that holds all of `files`; of a single file, the file. */
function commonFolder(files) {
  const [first = '', ...rest] = files
  if (rest.length === 0) return first
  const parts = path.posix.dirname(first).split('/')
  while (!rest.every((file) => file.startsWith(`${parts.join('/')}/`))) parts.pop()
  return parts.join('/')
}

/** First folder of `file` below `base`; none where it lies in `base` itself. */
function folderIn(file, base) {
  const [folder, ...below] = path.posix.relative(base, file).split('/')
  return below.length === 0 || folder === '..' ? [] : [folder]
}

/** `text` with what stands between the marks replaced by `map`. Throws where the marks are missing. */
export function withMap(text, map) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error('ARCHITECTURE.md has no marks for the map of the rooms')
  return `${text.slice(0, from + begin.length)}\n${map}\n${text.slice(to)}`
}

if (process.argv[1] === import.meta.filename) {
  const root = path.dirname(import.meta.dirname)
  const file = path.join(root, 'ARCHITECTURE.md')
  writeFileSync(file, withMap(readFileSync(file, 'utf8'), houseMap(root)))
}
