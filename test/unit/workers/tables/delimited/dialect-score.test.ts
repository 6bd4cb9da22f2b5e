/** How well a dialect makes rows: by how alike they are, and by how many of their cells look like one value. */
import { describe, expect, it } from 'vitest'
import { type Dialect, plainComma } from '../../../../../src/workers/tables/delimited/dialect.ts'
import { isStray, score } from '../../../../../src/workers/tables/delimited/dialect-score.ts'
import type { CsvRecord } from '../../../../../src/workers/tables/delimited/tokenizer.ts'

type Rows = readonly (readonly string[])[]

function records(rows: Rows, quoted = false): CsvRecord[] {
  return rows.map((cells, index) => ({ cells: [...cells], line: index + 1, quoted }))
}

const scoreOf = (rows: Rows, change: Partial<Dialect> = {}, prior = 1): number =>
  score(records(rows), { ...plainComma, ...change }, prior)
const scoreOfQuoted = (rows: Rows): number => score(records(rows, true), plainComma, 1)

const pairs = [
  ['Ann', '12'],
  ['Bob', '7'],
  ['Cid', '31'],
]
/** No value anybody would put in a cell. */
const odd = '{;='

describe('rows all alike', () => {
  it('score by the share of their delimiters, times the prior', () => {
    expect(scoreOf(pairs)).toBeCloseTo(1 / 2, 12)
    expect(scoreOf(pairs, {}, 0.9)).toBeCloseTo(0.9 / 2, 12)
    expect(scoreOf(pairs.map((row) => [...row, 'x', 'y']))).toBeCloseTo(3 / 4, 12)
  })

  it('score next to nothing where each is one cell, and nothing where there are none', () => {
    expect(scoreOf([['Ann'], ['Bob']])).toBeCloseTo(0.001, 12)
    expect(scoreOf([])).toBe(0)
    expect(scoreOf([[''], ['  ']])).toBe(0)
  })
})

describe('blank lines', () => {
  it('do not count, unless they are quoted or have cells', () => {
    expect(scoreOf([...pairs, [''], [' ']])).toBe(scoreOf(pairs))
    expect(scoreOf([...pairs, ['', '']])).toBeCloseTo(1 / 2, 12)
    expect(scoreOf([...pairs, ['', 'x', 'y']])).toBeLessThan(scoreOf(pairs))
    expect(score([...records(pairs), ...records([['']], true)], plainComma, 1)).toBeLessThan(scoreOf(pairs))
    expect(scoreOf([...pairs, ['x']])).toBeLessThan(scoreOf(pairs))
  })
})

describe('rows of several widths', () => {
  it('score less by how evenly they are mixed: two to the entropy of the widths', () => {
    const even = [...pairs.slice(0, 2), ['a', 'b', 'c'], ['d', 'e', 'f']]
    expect(scoreOf(even)).toBeCloseTo((2 * (1 / 2) + 2 * (2 / 3)) / 4 / 2, 12)
    const entropy = -(3 / 4) * Math.log2(3 / 4) - (1 / 4) * Math.log2(1 / 4)
    expect(scoreOf([...pairs, ['a', 'b', 'c']])).toBeCloseTo((3 * (1 / 2) + 2 / 3) / 4 / 2 ** entropy, 12)
  })
})

describe('cells', () => {
  it('that look like no value score their share less, unless their row is quoted', () => {
    const rows = [
      ['Ann', odd],
      ['Bob', '7'],
    ]
    expect(scoreOf(rows)).toBeCloseTo((1 / 2) * (3 / 4), 12)
    expect(scoreOfQuoted(rows)).toBeCloseTo(1 / 2, 12)
    expect(scoreOf([[odd, odd]])).toBeGreaterThan(0)
  })

  it('with a quote left over count as none, and cost half of their share on top', () => {
    expect(scoreOf([['Ann', '"x'], ...pairs], { quote: "'" })).toBeCloseTo((1 / 2) * (7 / 8) * (1 - 0.5 / 8), 12)
  })

  it('that hold a tab, not at an end of theirs, count as those with a quote left over, unless quoted', () => {
    const rows = [['Ann', 'x\ty'], ...pairs]
    expect(scoreOf(rows)).toBeCloseTo((1 / 2) * (7 / 8) * (1 - 0.5 / 8), 12)
    expect(scoreOfQuoted(rows)).toBeCloseTo(1 / 2, 12)
    expect(scoreOf([['Ann', '\tx '], ...pairs])).toBeCloseTo(1 / 2, 12)
  })
})

describe('a mark that is seldom a delimiter', () => {
  const mixed = [['a', 'b'], ['a', 'b'], ['a', 'b'], ['a'], ['a', 'b', 'c']]

  it('is one only where six in ten rows have the same width', () => {
    expect(scoreOf(mixed, {}, 0.6)).toBeGreaterThan(0)
    expect(scoreOf(mixed.slice(1), {}, 0.6)).toBe(0)
    expect(scoreOf(mixed.slice(1), {}, 0.7)).toBeGreaterThan(0)
  })
})

describe('a blank', () => {
  const blank: Partial<Dialect> = { delimiter: ' ' }

  it('separates cells only where one column has figures in six of ten rows', () => {
    expect(scoreOf(pairs, blank)).toBeCloseTo(1 / 2, 12)
    const words = pairs.map(([name = '']) => [name, 'word'])
    expect(scoreOf(words, blank)).toBe(0)
    expect(scoreOf([...pairs, ['Dan', 'word'], ['Eve', 'word']], blank)).toBeGreaterThan(0)
    expect(scoreOf([...pairs.slice(1), ['Dan', 'word'], ['Eve', 'word']], blank)).toBe(0)
    // Of the rows that have the usual width.
    expect(scoreOf([...pairs, ['x', 'y', 'z'], ['x', 'y', 'z'], ['x']], blank)).toBeGreaterThan(0)
    expect(scoreOf([...words, ['1', '2', '3'], ['4', '5', '6']], blank)).toBe(0)
  })
})

describe('a quote left over', () => {
  it.each<[string, Dialect['quote'], Dialect['escape'], boolean]>([
    // An escaped quote that the dialect takes for two characters.
    ['it\\"s', '"', 'double', true],
    ['it\\"s', '"', 'backslash', false],
    ['it\\s', '', 'none', false],
    ['a "b" c', '"', 'double', false],
    ['"a', '"', 'double', false],
    // Double quotes at an edge, where they are no quotes.
    ['"', "'", 'double', true],
    ['"a', "'", 'double', true],
    ['a"', '', 'none', true],
    ['"a"', '', 'none', true],
    [' "a ', '', 'none', true],
    ['a"b', '', 'none', false],
    // Single ones on both sides, where they are no quotes; on one side they are apostrophes.
    ["'a'", '"', 'double', true],
    [" 'a' ", '', 'none', true],
    ["'a'", "'", 'double', false],
    ["'a", '"', 'double', false],
    ["a'", '"', 'double', false],
    ["'", '"', 'double', false],
    ['', '"', 'double', false],
    ['abc', '', 'none', false],
  ])('of %j by %j and %s: %s', (cell, quote, escaped, expected) => {
    expect(isStray(cell, { ...plainComma, quote, escape: escaped })).toBe(expected)
  })
})
