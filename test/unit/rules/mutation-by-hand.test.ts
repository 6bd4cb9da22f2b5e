/** The changes made by hand name text of the sources: where that moves, it is noticed here and not months later. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { handMadeChanges } from '../../../config/mutation/by-hand.mjs'

const root = path.resolve(import.meta.dirname, '../../..')

it.each(handMadeChanges)(
  '$name: its text stands once in its file, and its tests are there',
  ({ file, before, tests }) => {
    expect(readFileSync(path.join(root, file), 'utf8').split(before)).toHaveLength(2)
    for (const test of tests) expect(globSync(test, { cwd: root }).length, test).toBeGreaterThan(0)
  },
)
