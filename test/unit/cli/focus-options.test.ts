import { describe, expect, it } from 'vitest'
import { focusOf } from '../../../src/cli/focus-options.ts'
import { UsageError } from '../../../src/cli/usage.ts'

describe('--declare', () => {
  it('says how the rows came about', () => {
    expect(focusOf({ declare: ['population'] })).toEqual({ facts: { rows: 'population' } })
    expect(focusOf({ declare: ['sample', 'independent'] })).toEqual({ facts: { rows: 'sample', rowsOf: null } })
    expect(focusOf({ declare: ['rows-of=patient', 'assigned=arm'] })).toEqual({
      facts: { rowsOf: 'patient', assigned: 'arm' },
    })
  })

  it('takes a column whose name has an equals sign, and the later of two words on the same', () => {
    expect(focusOf({ declare: ['independent', 'rows-of=a=b'] })).toEqual({ facts: { rowsOf: 'a=b' } })
  })

  it('is nothing where it is not given', () => {
    expect(focusOf({ declare: [] })).toBeNull()
  })

  it.each(['everybody', 'rows-of', 'rows-of=', 'assigned', 'population=yes', ''])('refuses “%s”', (fact) => {
    expect(() => focusOf({ declare: [fact] })).toThrow(UsageError)
  })
})

describe('what a column is called, and the order of its categories', () => {
  it('a category may hold an equals sign, a column too', () => {
    expect(focusOf({ rename: ['a=b=Total'], order: ['income=<=50K|>50K', 'size=S | M'] })).toEqual({
      names: { 'a=b': 'Total' },
      orders: { income: ['<=50K', '>50K'], size: ['S', 'M'] },
    })
  })

  it.each([{ rename: ['amt'] }, { rename: ['amt='] }, { rename: ['=Amount'] }])('no name: %o', (given) => {
    expect(() => focusOf(given)).toThrow(UsageError)
  })

  it.each([{ order: ['size=S'] }, { order: ['size=S||M'] }, { order: ['S|M'] }])('no order: %o', (given) => {
    expect(() => focusOf(given)).toThrow(UsageError)
  })
})
