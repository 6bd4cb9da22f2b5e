/** Where keys lead in the grid, and what they select. */
import { describe, expect, it } from 'vitest'
import { type GridSelected, moved, rectangleOf } from '../../../../src/renderer/words/grid-selection.ts'

const size = { rows: 1_000, columns: 5, page: 20 }
const at = (row: number, column: number): GridSelected => ({ anchor: { row, column }, focus: { row, column } })
const press = (from: GridSelected, key: string, held: { control?: boolean; shift?: boolean } = {}) =>
  moved(from, { key, control: held.control ?? false, shift: held.shift ?? false }, size)

describe('a key', () => {
  it.each([
    ['ArrowDown', {}, 11, 2],
    ['ArrowUp', {}, 9, 2],
    ['ArrowRight', {}, 10, 3],
    ['ArrowLeft', {}, 10, 1],
    ['PageDown', {}, 30, 2],
    ['PageUp', {}, 0, 2],
    ['Home', {}, 10, 0],
    ['End', {}, 10, 4],
    ['Home', { control: true }, 0, 0],
    ['End', { control: true }, 999, 4],
    ['ArrowDown', { control: true }, 999, 2],
    ['ArrowUp', { control: true }, 0, 2],
  ] as const)('%s %o leads from the tenth row to row %i, column %i', (key, held, row, column) => {
    expect(press(at(10, 2), key, held)).toEqual(at(row, column))
  })

  it('reaches the header from the first row, and stays within the grid', () => {
    expect(press(at(0, 0), 'ArrowUp')).toEqual(at(-1, 0))
    expect(press(at(-1, 0), 'ArrowUp')).toEqual(at(-1, 0))
    expect(press(at(-1, 0), 'ArrowLeft')).toEqual(at(-1, 0))
    expect(press(at(999, 4), 'ArrowDown')).toEqual(at(999, 4))
    expect(press(at(10, 2), 'x')).toBeNull()
  })

  it('with Shift holds on to the cell the selection began at', () => {
    const selected = press(press(at(10, 2), 'ArrowDown', { shift: true }) ?? at(0, 0), 'ArrowLeft', { shift: true })
    expect(selected && rectangleOf(selected)).toEqual({ firstRow: 10, lastRow: 11, firstColumn: 1, lastColumn: 2 })
  })

  it('a with Control selects all', () => {
    const all = press(at(10, 2), 'a', { control: true })
    expect(all && rectangleOf(all)).toEqual({ firstRow: 0, lastRow: 999, firstColumn: 0, lastColumn: 4 })
  })
})

it('in the header nothing is selected', () => {
  expect(rectangleOf(at(-1, 3))).toBeNull()
})
