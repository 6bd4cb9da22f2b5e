/** Columns that are the sum of others, or of two and a constant: of two or three anywhere, or of any number that stand side by side, parts of parts left out. */
import { fits, type NumberColumn, type Relation } from './relation.ts'

type Sum = Extract<Relation, { kind: 'sum' }>

/** Ways to make one whole that are named: private plus government, and goods plus services. */
const mostWays = 2
/** Columns side by side that are added up. */
const longestBlock = 24
/** Part of the rows in which a part must be something: zeros fit anything. */
const leastFilled = 0.05
/** Beyond, not every three columns are tried. */
const mostForThree = 20

/**
 * Every column that is a sum, with its shortest ways. Values are those of the same rows for all columns, in the order of
 * the file. O(k³ + k²·b) looks at a few rows, k columns and blocks of b.
 */
export function findSums(columns: readonly NumberColumn[]): Sum[] {
  const parts = columns.filter(isSomething)
  const sums = columns.flatMap((whole): Sum[] => {
    const others = parts.filter((part) => part !== whole)
    return sumOf(whole, [pairsFor(whole, others), triplesFor(whole, others), blocksFor(whole, others)])
  })
  const found = withoutTurned([...sums, ...sumsOfSums(sums, columns, parts)], columns)
  const summed = new Set(found.flatMap(({ whole, parts: ways }) => [whole, ...ways.flat()]))
  return [...found, ...shiftedSums(columns.filter(({ name }) => !summed.has(name)))]
}

/** Rows by which an offset is guessed: one of them may be wrong. */
const rowsForOffset = 25

/** Of columns that are part of no plain sum: `age = education + experience + 6`. The first way of each whole. */
function shiftedSums(columns: readonly NumberColumn[]): Sum[] {
  const parts = columns.filter(isSomething)
  return columns.flatMap((whole): Sum[] => {
    for (const [index, first] of parts.entries()) {
      for (const second of parts.slice(index + 1)) {
        if (first === whole || second === whole) continue
        const offset = offsetOf(whole, first, second)
        if (offset !== 0 && isSum(whole, [first, second], offset))
          return [{ kind: 'sum', whole: whole.name, parts: [namesOf([first, second])], offset }]
      }
    }
    return []
  })
}

/** What most of the first rows leave between a column and the sum of two, as coarse as the column is written; 0 for none. */
function offsetOf(whole: NumberColumn, first: NumberColumn, second: NumberColumn): number {
  if (!(whole.step > 0) || !(first.step > 0) || !(second.step > 0)) return 0
  const counts = new Map<number, number>()
  let rows = 0
  for (let row = 0; row < whole.values.length && rows < rowsForOffset; row++) {
    const left = (whole.values[row] ?? 0) - (first.values[row] ?? 0) - (second.values[row] ?? 0)
    if (Number.isNaN(left)) continue
    rows++
    const offset = Number((Math.round(left / whole.step) * whole.step).toPrecision(12))
    counts.set(offset, (counts.get(offset) ?? 0) + 1)
    // Two different ones in the first rows are no constant, but for one slip.
    if (counts.size > 2) return 0
  }
  const [[offset, times] = [0, 0]] = [...counts].sort(([, left], [, right]) => right - left)
  return times >= rows - 1 ? offset : 0
}

function sumOf(whole: NumberColumn, searches: readonly (readonly string[][])[]): Sum[] {
  const found = searches.find((ways) => ways.length > 0)
  return found === undefined ? [] : [{ kind: 'sum', whole: whole.name, parts: found.slice(0, mostWays), offset: 0 }]
}

/** Tables of statistics list a part, then what it is made of, then the next part: blocks among what is part of nothing found. */
function sumsOfSums(sums: readonly Sum[], columns: readonly NumberColumn[], parts: readonly NumberColumn[]): Sum[] {
  if (sums.length === 0) return []
  const wholes = new Set(sums.map(({ whole }) => whole))
  const nested = new Set(sums.flatMap((sum) => sum.parts.flat()))
  const outermost = parts.filter(({ name }) => !nested.has(name))
  return columns
    .filter(({ name }) => !wholes.has(name))
    .flatMap((whole) =>
      sumOf(whole, [
        blocksFor(
          whole,
          outermost.filter((part) => part !== whole),
        ),
      ]),
    )
}

function isSomething({ values }: NumberColumn): boolean {
  return values.filter((value) => value !== 0 && !Number.isNaN(value)).length >= leastFilled * values.length
}

function pairsFor(whole: NumberColumn, others: readonly NumberColumn[]): string[][] {
  const found: string[][] = []
  for (const [index, first] of others.entries()) {
    for (const second of others.slice(index + 1))
      if (isSum(whole, [first, second])) found.push(namesOf([first, second]))
  }
  return found
}

function triplesFor(whole: NumberColumn, others: readonly NumberColumn[]): string[][] {
  const found: string[][] = []
  const tried = others.slice(0, mostForThree)
  for (const [index, first] of tried.entries()) {
    for (const [next, second] of tried.slice(index + 1).entries()) {
      for (const third of tried.slice(index + next + 2)) {
        if (isSum(whole, [first, second, third])) found.push(namesOf([first, second, third]))
      }
    }
  }
  return found
}

/** Blocks of four and more; the whole itself may stand among them or at either end. */
function blocksFor(whole: NumberColumn, others: readonly NumberColumn[]): string[][] {
  const found: string[][] = []
  for (let start = 0; start + 4 <= others.length; start++) {
    for (let end = start + 4; end <= Math.min(others.length, start + longestBlock); end++) {
      const block = others.slice(start, end)
      if (isSum(whole, block)) found.push(namesOf(block))
    }
  }
  return found
}

function isSum(whole: NumberColumn, parts: readonly NumberColumn[], offset = 0): boolean {
  const tolerance = 0.5 * (whole.step + parts.reduce((sum, { step }) => sum + step, 0))
  // Values that are not rounded leave no more than double precision does.
  const rounded = whole.step > 0 && parts.every(({ step }) => step > 0)
  return fits(
    whole,
    (row) => parts.reduce((sum, { values }) => sum + (values[row] ?? Number.NaN), offset),
    () => (rounded ? 1.001 * tolerance : 0),
  )
}

function namesOf(columns: readonly NumberColumn[]): string[] {
  return columns.map(({ name }) => name)
}

/** a = b + c where some are negative also reads b = a + (−c) and the like; of one set of columns, the first way is kept. */
function withoutTurned(sums: readonly Sum[], columns: readonly NumberColumn[]): Sum[] {
  const size = new Map(columns.map(({ name, values }) => [name, Math.abs(meanOf(values))]))
  const ordered = sums.toSorted((left, right) => (size.get(right.whole) ?? 0) - (size.get(left.whole) ?? 0))
  const seen = new Set<string>()
  return ordered.flatMap((sum) => {
    const parts = sum.parts.filter((way) => {
      const key = [sum.whole, ...way].sort().join('\u0000')
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    return parts.length === 0 ? [] : [{ ...sum, parts }]
  })
}

function meanOf(values: Float64Array): number {
  let [sum, n] = [0, 0]
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    n++
  }
  return sum / Math.max(1, n)
}
