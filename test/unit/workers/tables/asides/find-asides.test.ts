import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainAsides } from '../../../../../src/workers/tables/asides/explain.ts'
import { findAsides } from '../../../../../src/workers/tables/asides/find-asides.ts'
import { holds } from '../../../../support/property.ts'
import { saidNotes } from '../../../../support/said-notes.ts'

const number = (text: string): number | null => (/^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : null)
const rowsOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()))
/** `kind row` of each row set aside; the first line is the header. */
function asides(text: string): string[] {
  const [names = [], ...rows] = rowsOf(text)
  return findAsides(names, rows, number).map(({ kind, row }) => `${kind} ${row}`)
}

describe('totals', () => {
  test('are set aside where they are the sum of the rows above them, in any language', () => {
    for (const label of ['Total', 'TOTAL:', 'Gesamt', 'Somme', 'Suma', 'Totaal', 'Итого', '合計', 'Grand total']) {
      expect(asides(`Region,Sales\nN,100\nS,200\nE,300\n${label},600`), label).toEqual(['sum 3'])
    }
  })

  test('are records where the numbers say otherwise', () => {
    expect(asides('Region,Sales\nN,100\nS,200\nE,300\nTotal,601')).toEqual([])
    expect(asides('Brand,Sales\nShell,100\nTotal,40\nEsso,300')).toEqual([])
    expect(asides('Company,Sales\nTotalcare,100\nCaretotal,100\nOther,200')).toEqual([])
  })

  test('stand under dates, without a label, per group and all over, beside averages', () => {
    expect(asides('Month,Sales\n2024-01,10\n2024-02,20\n2024-03,30\nTotal,60\nAverage,20')).toEqual(['sum 3', 'mean 4'])
    expect(asides('Region,Store,Sales\nN,A,100\nS,B,200\nE,C,300\n,,600')).toEqual(['sum 3'])
    const groups = 'Region,Store,Sales\nN,A,100\nN,B,150\nN Total,,250\nS,C,200\nS,D,50\nS Total,,250\nGrand Total,,500'
    expect(asides(groups)).toEqual(['sum 2', 'sum 5', 'sum 6'])
  })

  test('may stand above what they sum up', () => {
    expect(asides('Region,Sales\nN Total,30\nA,10\nB,20\nS Total,12\nC,5\nD,7')).toEqual(['sum 0', 'sum 3'])
    expect(asides('Region,Sales\nTotal,42\nN Total,30\nA,10\nB,20\nS Total,12\nC,5\nD,7')).toEqual([
      'sum 0',
      'sum 1',
      'sum 4',
    ])
    expect(asides('Brand,Sales\nShell,100\nTotal,40\nEsso,30\nJet,20')).toEqual([])
  })

  test('hold beside prices that are averaged, and rounding of the last place', () => {
    expect(asides('Item,Price,Sales\nA,2.5,100\nB,3.5,200\nC,3,300\nTotal,3,600')).toEqual(['sum 3'])
    expect(asides('Item,Share\nA,33.3333\nB,33.3333\nC,33.3333\nTotal,100.0000')).toEqual(['sum 3'])
  })

  test('without a label need more than a number that happens to fit', () => {
    expect(asides('Region,Sales\nN,1\nS,2\n,3')).toEqual([])
    expect(asides('Region,Sales\nN,10\n,20\nE,30\n,40')).toEqual([])
    expect(asides('a,b\n10,20\n30,40\n50,60\n90,120')).toEqual([])
  })

  test('however the rows are: the sum of all is found, and any other number is not', () => {
    const values = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 30 })
    holds(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), (list, off) => {
        const sum = list.reduce((total, value) => total + value, 0)
        const table = (total: number): string[][] => [
          ...list.map((value, index) => [`r${index}`, `${value}`]),
          ['Total', `${total}`],
        ]
        expect(findAsides(['a', 'b'], table(sum), number).map(({ row }) => row)).toEqual([list.length])
        const wrong = sum + off + Math.ceil(sum * 0.001)
        expect(findAsides(['a', 'b'], table(wrong), number)).toEqual([])
      }),
    )
  })
})

describe('other rows that are no records', () => {
  test('the header again, also behind a byte order mark', () => {
    expect(asides('id,name,v\n1,a,10\nid,name,v\n2,b,20\n\ufeffid,name,v\n3,c,30')).toEqual([
      'header again 1',
      'header again 3',
    ])
  })

  test('remarks below, padded or under figures', () => {
    expect(asides('Name,Place,Cost\nA,x,1\nB,y,2\n,,\nSource: ministry,,\nprovisional figures,,')).toEqual([
      'blank 2',
      'remark 3',
      'remark 4',
    ])
    expect(asides('Region,Sales\nN,1\nS,2\nE,4\n,provisional')).toEqual(['remark 3'])
    expect(asides('Region,Sales\nN,1\nS,2\nE,4\n* figures provisional,')).toEqual(['remark 3'])
  })

  test('not a last record with a gap', () => {
    expect(asides('Region,Sales\nN,1\nS,2\nE,4\nFar,')).toEqual([])
    expect(asides('Region,Sales\nN,1\nS,2\nE,4\n,7.5')).toEqual([])
  })

  test('at least one record is left', () => {
    expect(asides('a,b\na,b')).toEqual([])
  })
})

test('each kind is told in a sentence that quotes the first of them', () => {
  const [names = [], ...rows] = rowsOf('Region,Sales\nN,1\nS,2\nTotal,3\nE,4\nTotal,4\nSource: us,')
  expect(saidNotes(explainAsides(findAsides(names, rows, number)))).toEqual([
    `2 rows of totals are set aside, the first of them "Total, 3": each is the sum of other rows, so that the file's own totals agree.`,
    'One line below the table is not part of it: "Source: us".',
  ])
})
