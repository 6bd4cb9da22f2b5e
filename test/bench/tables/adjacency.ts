/**
 * How well the cells of found tables agree with the known ones: pairs of neighbouring cells.
 *
 * M. Göbel, T. Hassan, E. Oro, G. Orsi, A methodology for evaluating algorithms for table understanding in PDF documents
 * (DocEng 2012), as used in the ICDAR 2013 competition: each cell with text and its nearest neighbour to the right and
 * below make a relation of two texts and a direction; none with a blank cell. Precision and recall of relations. (B.
 * Smock, R. Pesala, R. Abraham, GriTS, 2022, discuss what it leaves out: it is blind to empty cells and to what moves
 * whole.)
 */
import type { KnownCell } from './known.ts'

export interface Score {
  readonly matched: number
  readonly known: number
  readonly found: number
}

export const noScore: Score = { matched: 0, known: 0, found: 0 }

export function added(a: Score, b: Score): Score {
  return { matched: a.matched + b.matched, known: a.known + b.known, found: a.found + b.found }
}

export function precision({ matched, found }: Score): number {
  return found === 0 ? 0 : matched / found
}

export function recall({ matched, known }: Score): number {
  return known === 0 ? 0 : matched / known
}

export function f1({ matched, known, found }: Score): number {
  return known + found === 0 ? 1 : (2 * matched) / (known + found)
}

/** Relations of all cells, as strings, those that occur twice twice. */
export function relationsOf(cells: readonly KnownCell[]): string[] {
  const places = new Map<string, KnownCell>()
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
        places.set(`${row} ${column}`, cell)
      }
    }
  }
  const relations: string[] = []
  for (const cell of cells.filter((one) => plain(one.text) !== '')) {
    const right = new Set<KnownCell>()
    const below = new Set<KnownCell>()
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
      const next = places.get(`${row} ${cell.column + cell.columns}`)
      if (next !== undefined) right.add(next)
    }
    for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
      const next = places.get(`${cell.row + cell.rows} ${column}`)
      if (next !== undefined) below.add(next)
    }
    for (const [direction, others] of [['right', right] as const, ['below', below] as const]) {
      for (const other of others) {
        if (plain(other.text) !== '') relations.push(`${plain(cell.text)}|${direction}|${plain(other.text)}`)
      }
    }
  }
  return relations
}

/** White space, case and forms of one letter do not count. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')
}

export function scoreCells(known: readonly KnownCell[], found: readonly KnownCell[]): Score {
  const expected = relationsOf(known)
  const actual = relationsOf(found)
  const left = new Map<string, number>()
  for (const one of expected) left.set(one, (left.get(one) ?? 0) + 1)
  let matched = 0
  for (const one of actual) {
    const count = left.get(one) ?? 0
    if (count === 0) continue
    matched += 1
    left.set(one, count - 1)
  }
  return { matched, known: expected.length, found: actual.length }
}
