/**
 * SQL in no dialect yet: what the analysis asks of its dialect stands in it as a call, and is written out afterwards in
 * whichever dialect it is to be read. So one run of the analysis gives the same questions in all of them.
 */
import { z } from 'zod'
import type { Dialect } from '../../../src/workers/source/dialect.ts'
import { duckdbDialect } from '../../../src/workers/source/duckdb/dialect.ts'

// Control characters that no query holds: the beginning of a call, between its arguments, its end, between parts of one.
const [opening, between, ending, inner] = ['\u0001', '\u0002', '\u0003', '\u0004']

/** A dialect whose every method gives a call of itself, with as many arguments as it takes. */
export const undecidedDialect: Dialect = new Proxy({} as Dialect, {
  get(_, method) {
    const taken = (duckdbDialect as unknown as Methods)[String(method)]?.length ?? 0
    return (...given: readonly unknown[]) => {
      const list = given.slice(0, taken).map((one) => `${between}${encoded(one)}`)
      return `${opening}${String(method)}${list.join('')}${ending}`
    }
  },
})

type Methods = Readonly<Record<string, ((...given: readonly unknown[]) => string) | undefined>>

function encoded(value: unknown): string {
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'number') return `n${value}`
  if (Array.isArray(value)) return `a${value.map((part) => `${inner}${encoded(part)}`).join('')}`
  const fields = Object.entries(z.record(z.string(), z.unknown()).parse(value))
  return fields.every(([, field]) => typeof field === 'string')
    ? `o${fields.map(([name, field]) => `${inner}${name}=${field}`).join('')}`
    : `j${JSON.stringify(value)}`
}

/** The SQL written out in `dialect`. */
export function written(sql: string, dialect: Dialect): string {
  let at = sql.indexOf(opening)
  if (at < 0) return sql
  let text = ''
  let from = 0
  while (at >= 0) {
    const end = endOf(sql, at)
    text += sql.slice(from, at) + called(sql.slice(at + 1, end), dialect)
    from = end + 1
    at = sql.indexOf(opening, from)
  }
  return text + sql.slice(from)
}

function endOf(sql: string, start: number): number {
  let depth = 0
  for (let at = start; at < sql.length; at++) {
    if (sql[at] === opening) depth++
    if (sql[at] === ending && --depth === 0) return at
  }
  throw new Error('A call of the dialect has no end')
}

function called(call: string, dialect: Dialect): string {
  const [method = '', ...given] = parts(call, between)
  const compile = (dialect as unknown as Methods)[method]
  if (compile === undefined) throw new Error(`The dialect has no ${method}`)
  return compile(...given.map((one) => decoded(one, dialect)))
}

function decoded(text: string, dialect: Dialect): unknown {
  const value = text.slice(1)
  switch (text[0]) {
    case 's':
      return written(value, dialect)
    case 'n':
      return Number(value)
    case 'a':
      return parts(value, inner)
        .slice(1)
        .map((part) => decoded(part, dialect))
    case 'o':
      return Object.fromEntries(
        parts(value, inner)
          .slice(1)
          .map((field) => {
            const sign = field.indexOf('=')
            return [field.slice(0, sign), written(field.slice(sign + 1), dialect)]
          }),
      )
    default:
      return JSON.parse(value)
  }
}

/** `text` cut at a mark, outside the calls within it. */
function parts(text: string, mark: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === opening) depth++
    else if (text[at] === ending) depth--
    else if (text[at] === mark && depth === 0) {
      found.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...found, text.slice(from)]
}
