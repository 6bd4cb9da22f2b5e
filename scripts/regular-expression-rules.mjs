// Finds the regular expressions of a source tree and tells those whose time is not known to grow in proportion to the text
// they are tried on: a file that is made for it would keep a worker busy for hours. Judged by recheck, which looks for an
// automaton's ambiguities and, where it cannot build one, for slow inputs by trial. Those that do not matter are listed in
// config/regular-expressions.json, each kind with the reason: one that is changed has to be judged or argued for again.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import recheck from 'recheck/lib/browser.js'

const arguedFile = path.resolve(import.meta.dirname, '../config/regular-expressions.json')

/** Expressions, as `expressionsOf` has them, whose time may grow faster, and why that does not matter. */
export function arguedFor() {
  return JSON.parse(readFileSync(arguedFile, 'utf8'))
}

/** Of the clock; an expression that takes longer to judge has to be argued for. */
const judgeMs = 60_000

/**
 * Each expression as it is written, `/a+/u`, or the code of one that is put together, `new RegExp(…)` on one line.
 * @returns {Map<string, {pattern: string, flags: string, files: string[]} | {code: string, files: string[]}>}
 */
export function expressionsOf(folder) {
  const found = new Map()
  const add = (key, expression, file) => {
    const known = found.get(key) ?? { ...expression, files: [] }
    if (!known.files.includes(file)) known.files.push(file)
    found.set(key, known)
  }
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.tsx?$/.test(file)) continue
    const text = readFileSync(path.join(folder, file), 'utf8')
    new Visitor({
      Literal({ regex }) {
        if (regex) add(`/${regex.pattern}/${regex.flags}`, regex, file)
      },
      NewExpression({ callee, start, end }) {
        if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return
        const code = text.slice(start, end).replace(/\s+/g, ' ')
        add(code, { code }, file)
      },
    }).visit(parseSync(file, text).program)
  }
  return found
}

/**
 * Null where the time an expression takes grows in proportion to the text; else what it grows by, with a text that shows it.
 */
export function growthOf(pattern, flags) {
  const { status, complexity, attack, error } = recheck.checkSync(pattern, flags, { timeout: judgeMs })
  if (status === 'safe') return null
  if (status === 'unknown') return `not known (${error?.kind ?? 'no reason given'})`
  const growth = complexity.type === 'exponential' ? 'exponential' : `polynomial of degree ${complexity.degree}`
  return `${growth}, as with ${attack.pattern}`
}

/** The same, kept in a file: most expressions are those of the last time. */
export function cachedGrowth(cacheFile) {
  const known = existsSync(cacheFile) ? JSON.parse(readFileSync(cacheFile, 'utf8')) : {}
  return {
    of(pattern, flags) {
      const key = `/${pattern}/${flags}`
      known[key] ??= { growth: growthOf(pattern, flags) }
      return known[key].growth
    },
    save() {
      mkdirSync(path.dirname(cacheFile), { recursive: true })
      writeFileSync(cacheFile, JSON.stringify(known))
    },
  }
}
