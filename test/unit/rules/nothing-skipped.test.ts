/** Whatever lies in `test/` is run by a command, or said not to be by the platform it needs. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { longest } from '../../support/longest-first.ts'
import { skippedTests } from '../../support/skipped-tests.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const under = (pattern: string): string[] => globSync(pattern, { cwd: root }).sort()

describe('a test that is written', () => {
  // Sources of tests for the check to read: texts here, none of them a test of this file.
  it.each([
    "it.skip('holds', () => {})",
    "describe.skip('a thing', () => {})",
    "it.only('holds', () => {})",
    "it.todo('holds')",
    "it.fails('holds', () => {})",
    "it.runIf(process.env.CI)('holds', () => {})",
    "it.concurrent.skip('holds', () => {})",
    "it.skip.each([1])('holds', () => {})",
    "it.skipIf(!existsSync(program))('holds', () => {})",
    "it.skipIf(hasNoChromium)('holds', () => {})",
    "const isAbsent = process.platform === 'win32' || true\nit.skipIf(isAbsent)('holds', () => {})",
    "it('holds', { skip: true }, () => {})",
    "it('holds', { timeout: 5, todo: true }, () => {})",
    "xit('holds', () => {})",
    "it('holds', (context) => context.skip())",
  ])('is found not to run: %s', (source) => {
    expect(skippedTests(source)).toHaveLength(1)
  })

  it.each([
    "it('holds', { timeout: 5 }, () => {})",
    "it.each([{ only: 1 }].slice(1))('skip what is skipped', () => {})".replace('{ only: 1 }', "'only'"),
    "it.skipIf(process.platform === 'win32')('holds', () => {})",
    "const isWindows = process.platform === 'win32'\ndescribe.skipIf(isWindows)('a thing', () => {})",
  ])('is found to run: %s', (source) => {
    expect(skippedTests(source)).toEqual([])
  })

  it('runs, unless the platform has not what it needs', () => {
    const own = path.join('test/unit/rules', path.basename(import.meta.filename))
    const files = under('test/**/*.{ts,tsx}').filter((file) => file !== own)
    expect(files.length).toBeGreaterThan(300)
    expect(files.flatMap((file) => skippedTests(read(file)).map((written) => `${file}: ${written}`))).toEqual([])
  })

  it('lies where one of the suites looks for it', () => {
    const config = read('vitest.config.ts')
    const included = [...config.matchAll(/'(test\/[^']+\.test\.tsx?)'/gu)].flatMap(([, pattern = '']) => under(pattern))
    expect(included.length).toBeGreaterThan(250)
    expect(under('test/**/*{test,spec}.{ts,tsx,mts,js,mjs}')).toEqual(included.sort())
  })

  it('is named rightly where the longest are', () => {
    expect(longest.filter((file) => under(file).length === 0)).toEqual([])
  })
})

/** Compares windows at addresses that a person serves: it has nothing to run on by itself. */
const byHand = ['test/bench/window-lists.ts']

describe('a sweep or a benchmark', () => {
  it('is started by a command of package.json, by `npm run test:slow`, or as a part of another', () => {
    const programs = under('test/{bench,faults}/*.ts')
    const starters = ['package.json', ...under('scripts/*.mjs'), ...under('test/{bench,faults}/**/*.ts')]
    const left = programs.filter((file) => {
      const name = path.basename(file)
      return !starters.some((starter) => starter !== file && read(starter).includes(name))
    })
    expect(left).toEqual(byHand)
  })
})
