/** What the type check keeps is thrown away when a package comes, goes or changes. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { typesMemory } from '../../../scripts/types-memory.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'storyglass-types-'))
  writeFileSync(
    path.join(root, 'package.json'),
    JSON.stringify({ dependencies: { a: '1' }, devDependencies: { '@b/c': '1' } }),
  )
  writeFileSync(path.join(root, 'package-lock.json'), '{}')
  install('a', '1.0.0')
})

afterEach(() => rmSync(root, { recursive: true }))

function install(name: string, version: string): void {
  const folder = path.join(root, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version }))
}

/** Whether what was kept by the last check is still there for the next one. */
function isKeptAfter(change: () => void, isWhole = false): boolean {
  const kept = path.join(typesMemory(root), 'node.tsbuildinfo')
  writeFileSync(kept, 'seen')
  change()
  typesMemory(root, isWhole)
  return existsSync(kept)
}

it('it is kept while the packages are the same', () => {
  expect(isKeptAfter(() => undefined)).toBe(true)
})

it.each<[string, () => void]>([
  ['a package that was missing is there', () => install('@b/c', '1.0.0')],
  ['a package has another version', () => install('a', '1.0.1')],
  ['a package is gone', () => rmSync(path.join(root, 'node_modules/a'), { recursive: true })],
  ['the lock file is another', () => writeFileSync(path.join(root, 'package-lock.json'), '{ }')],
])('it is thrown away when %s', (_, change) => {
  expect(isKeptAfter(change)).toBe(false)
})

it('it is thrown away for a whole check', () => {
  expect(isKeptAfter(() => undefined, true)).toBe(false)
})
