import { describe, expect, it } from 'vitest'
import { boundsOf, boundsWithColumns, heldBytes } from '../../../../src/main/pool/bounds.ts'

const megabyte = 1024 * 1024
const source = (bytes: number) => ({ source: { path: '/a.csv', name: 'a.csv', bytes } })
const table = (rows: number, columns: number) => ({ rows, columns: Array.from({ length: columns }, () => ({})) })

describe('the bounds of a piece of work', () => {
  it('leave all small files the same memory, the engine and its hosts under 512 MB together, and less than 10 s of silence', () => {
    const [smallest, largest] = [boundsOf('convert', source(10)), boundsOf('convert', source(49 * megabyte))]
    expect(largest.memoryBytes).toBe(smallest.memoryBytes)
    expect(smallest.memoryBytes).toBeLessThan(500 * megabyte)
    expect(largest.busySilenceMs).toBeLessThan(10_000)
  })

  it('grow with a larger file, and never shrink for one', () => {
    let before = boundsOf('convert', source(0))
    for (const size of [50, 60, 100, 1_000, 100_000]) {
      const bounds = boundsOf('convert', source(size * megabyte))
      expect(bounds.memoryBytes).toBeGreaterThanOrEqual(before.memoryBytes)
      expect(bounds.busySilenceMs).toBeGreaterThanOrEqual(before.busySilenceMs)
      expect(bounds.outputBytes).toBeGreaterThan(before.outputBytes)
      before = bounds
    }
    expect(boundsOf('convert', source(200 * megabyte)).memoryBytes).toBeGreaterThan(1_000 * megabyte)
  })

  it('grow with the columns of a very wide table, however few its rows are', () => {
    const wide = (columns: number) =>
      boundsOf('analyze', { ...source(megabyte), tables: [table(20, columns)] }).memoryBytes
    expect(wide(1_000)).toBe(wide(20))
    expect(wide(5_000) - wide(1_000)).toBe(4_000 * 96 * 1024)
  })

  it('grow while it is read, as its columns become known, and are then those of the whole table', () => {
    const before = boundsOf('convert', source(megabyte))
    const known = boundsOf('convert', { ...source(megabyte), tables: [table(20, 5_000)] })
    expect(boundsWithColumns(before, 20)).toBe(before)
    expect(boundsWithColumns(before, 5_000).memoryBytes).toBe(known.memoryBytes)
    expect(boundsWithColumns(boundsWithColumns(before, 3_000), 5_000).memoryBytes).toBe(known.memoryBytes)
    expect(boundsWithColumns(known, 3_000)).toBe(known)
  })

  it('give longer steps to computing on our own tables than to reading', () => {
    const [reading, computing] = ['convert', 'analyze'].map((name) => boundsOf(name, source(1)))
    expect(computing?.busySilenceMs).toBeGreaterThan(reading?.busySilenceMs ?? 0)
  })
})

describe('what a piece of work holds', () => {
  it('is its source, or the files inside it, or the tables made of it where they are more', () => {
    expect(heldBytes(source(100))).toBe(100)
    expect(heldBytes({ ...source(100), parts: [source(400), source(300)] })).toBe(700)
    expect(heldBytes({ ...source(100), tables: [table(10, 20)] })).toBe(1_600)
    expect(heldBytes({ ...source(100), analysis: { tables: [table(10, 20)] } })).toBe(1_600)
    expect(heldBytes({ tables: [table(10, 20)] })).toBe(1_600)
    expect(heldBytes({})).toBe(0)
  })

  it('is not believed far beyond what the source could have packed', () => {
    expect(heldBytes({ ...source(2_000), tables: [table(1e9, 100)] })).toBe(40_000)
  })

  it('is nothing where the input is no size at all', () => {
    expect(heldBytes({ source: { bytes: Number.NaN }, parts: [{}], tables: [{ rows: -5, columns: 'x' }] })).toBe(0)
  })
})
