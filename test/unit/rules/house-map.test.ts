import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { layers } from '../../../config/layers.mjs'
import { houseMap, withMap } from '../../../scripts/house-map.mjs'

const root = path.resolve(import.meta.dirname, '../../..')

/** All sources are read for each. */
const wholeTreeMs = 60_000

describe('the map of the rooms in ARCHITECTURE.md', () => {
  it(
    'is the tree as it is: after a change of rooms or of who imports whom, `npm run map` draws it again',
    () => {
      const text = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8')
      expect(withMap(text, houseMap(root))).toBe(text)
    },
    wholeTreeMs,
  )

  it(
    'has a row for every room, which imports only what the rules let it',
    () => {
      const rows = houseMap(root)
        .split('\n')
        .slice(2)
        .map((row) => row.split('|').map((cell) => cell.trim()))
      expect(rows.map(([, name]) => name)).toEqual(layers.map(({ name }) => name))
      for (const [, name, , , imported = ''] of rows) {
        const allowed = layers.find((layer) => layer.name === name)?.layers ?? []
        for (const other of imported.split(', ').filter((one) => one !== '–')) expect(allowed, name).toContain(other)
      }
    },
    wholeTreeMs,
  )

  it('cannot be written where there is no place for it', () => {
    expect(() => withMap('no marks', 'map')).toThrow(/no marks/)
  })
})
