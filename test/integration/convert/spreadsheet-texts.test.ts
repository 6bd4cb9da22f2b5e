/** DIF and SYLK made for the test. */
import { describe, expect, it } from 'vitest'
import { convertedSource, refusalOf } from '../../support/converted.ts'

const difHead = 'TABLE\n0,1\n"x"\nVECTORS\n0,2\n""\nTUPLES\n0,3\n""\nDATA\n0,0\n""\n'
const dif = `${difHead}-1,0\nBOT\n1,0\n"name"\n1,0\n"amount"\n-1,0\nBOT\n1,0\n"a ""b"""\n0,1.5\nV\n-1,0\nBOT\n1,0\n"c"\n0,0\nNA\n-1,0\nEOD\n`

const sylk = [
  'ID;PWXL;N;E',
  'P;PGeneral',
  'P;Pyyyy\\-mm\\-dd',
  'C;Y1;X1;K"day"',
  'C;X2;K"city"',
  'C;X3;K"amount"',
  'F;P1;Y2;X1',
  'C;Y2;X1;K45292',
  'C;X2;K"K\u001bNHoln;; am Rhein"',
  'C;X3;K12.5;E1+2',
  'F;P1;Y3;X1',
  'C;Y3;X1;K45293',
  'C;X3;K#N/A',
  'E',
  '',
].join('\r\n')

describe('DIF', () => {
  it('gives rows of texts and numbers, and nothing for what is not there', async () => {
    const { kind, tables } = await convertedSource(dif, 'a.dif')
    expect(kind).toBe('dif')
    expect(tables[0]?.values).toEqual([
      { name: 'a "b"', amount: 1.5 },
      { name: 'c', amount: null },
    ])
    expect((await convertedSource(dif.replaceAll('\n', '\r\n'), 'a.txt')).tables[0]?.rows).toBe(2)
  })

  it.each([
    ['cut short', dif.slice(0, -30), 'damaged_text: a DIF file that ends before its end mark'],
    ['without data', 'TABLE\n0,1\n"x"\nVECTORS\n0,2\n""\n', 'damaged_text: a DIF file without a part for its data'],
    ['without rows', `${difHead}-1,0\nEOD\n`, 'empty_file'],
    [
      'of one endless row',
      `${difHead}-1,0\nBOT\n${'0,1\nV\n'.repeat(20_000)}-1,0\nEOD\n`,
      'too_large: more than 16384 columns',
    ],
  ])('is refused where it is %s', async (_, text, expected) => {
    expect(await refusalOf(text, 'a.dif')).toBe(expected)
  })
})

describe('SYLK', () => {
  it('gives cells by their places, dates by their formats, accents and semicolons', async () => {
    const { kind, tables } = await convertedSource(sylk, 'a.slk')
    expect(kind).toBe('sylk')
    expect(tables[0]?.values).toEqual([
      { day: '2024-01-01', city: 'Köln; am Rhein', amount: 12.5 },
      { day: '2024-01-02', city: null, amount: null },
    ])
  })

  it('is not seen in a CSV whose first column is called ID', async () => {
    expect((await convertedSource('ID;Price\n1;2\n3;4\n', 'a.csv')).kind).toBe('csv')
  })

  it.each([
    ['cut short', sylk.slice(0, -8), 'damaged_text: a SYLK file that ends before its end mark'],
    ['far out', 'ID;P\nC;Y99999999;X1;K1\nE\n', 'hostile_content: a cell outside of any sheet'],
    ['very far apart', 'ID;P\nC;Y1;X16384;K1\nC;Y1048576;X1;K1\nE\n', 'hostile_content: cells very far apart'],
  ])('is refused where it is %s', async (_, text, expected) => {
    expect(await refusalOf(text, 'a.slk')).toBe(expected)
  })
})
