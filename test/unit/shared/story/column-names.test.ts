import { describe, expect, it } from 'vitest'
import {
  inToldNames,
  longestName,
  namedAs,
  problemOfName,
  tidyName,
} from '../../../../src/shared/story/column-names.ts'

describe('a name that a person gives a column', () => {
  it('stands on one line without blanks about it', () => {
    expect(tidyName('  net\n\trevenue ')).toBe('net revenue')
  })

  it('is refused empty, too long, and where another column has it in any case', () => {
    expect(problemOfName(' \n ', [])).toBe('empty')
    expect(problemOfName('x'.repeat(longestName), [])).toBeNull()
    expect(problemOfName('x'.repeat(longestName + 1), [])).toBe('long')
    expect(problemOfName('Revenue', ['amount', 'REVENUE'])).toBe('taken')
    expect(problemOfName('Revenue', ['amount'])).toBeNull()
  })

  it('is that of one column of the table, the others keep theirs', () => {
    const columns = [{ name: 'amt' }, { name: 'day' }]
    expect(namedAs(columns, { amt: 'Amount' }).map(({ name }) => name)).toEqual(['Amount', 'day'])
  })
})

describe('what is told of columns that are called otherwise', () => {
  it('is in the new names, whichever was used', () => {
    expect(
      inToldNames({
        names: { amt: 'Amount', dt: 'Day sold' },
        roles: { amt: 'measure', 'Day sold': 'time' },
        where: 'amt > 3 and "Day sold" >= 2024-01-01',
        compare: { by: 'groups', groups: ['amt < 5', 'Amount >= 5'] },
        ignore: ['dt', 'other'],
        target: 'amt',
        facts: { rowsOf: 'amt', assigned: 'dt' },
      }),
    ).toEqual({
      names: { amt: 'Amount', dt: 'Day sold' },
      roles: { Amount: 'measure', 'Day sold': 'time' },
      where: 'Amount > 3 and "Day sold" >= "2024-01-01"',
      compare: { by: 'groups', groups: ['Amount < 5', 'Amount >= 5'] },
      ignore: ['Day sold', 'other'],
      target: 'Amount',
      facts: { rowsOf: 'Amount', assigned: 'Day sold' },
    })
  })

  it('means the column that has the name now, where two were exchanged', () => {
    const { target, orders } = inToldNames({ names: { a: 'b', b: 'a' }, target: 'b', orders: { a: ['x', 'y'] } })
    expect({ target, orders }).toEqual({ target: 'b', orders: { a: ['x', 'y'] } })
  })

  it('leaves a condition that is none as it is, and needs no quotes for names that are known', () => {
    expect(inToldNames({ names: { a: 'b' }, where: 'a = (' }).where).toBe('a = (')
    expect(inToldNames({ names: { 'unit price': 'Price' }, where: 'UNIT PRICE > 3' }, ['unit price', 'n']).where).toBe(
      'Price > 3',
    )
  })
})
