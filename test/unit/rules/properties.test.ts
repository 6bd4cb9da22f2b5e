import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const tests = path.resolve(import.meta.dirname, '../..')

it('every property is run by `holds`, which can replay it', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: tests })
  expect(files.length).toBeGreaterThan(100)
  const others = files.filter((file) => /\bfc\.(?:assert|check)\(/.test(readFileSync(path.join(tests, file), 'utf8')))
  expect(others).toEqual([path.join('support', 'property.ts')])
})
