import { describe, expect, test } from 'vitest'
import { detectDialect } from '../../../../../src/workers/tables/delimited/detect.ts'
import { detectLayout } from '../../../../../src/workers/tables/delimited/layout.ts'
import { tokenize } from '../../../../../src/workers/tables/delimited/tokenizer.ts'

const dialectOf = (text: string) => detectDialect(text, true)
const layoutOf = (text: string) => {
  const dialect = dialectOf(text)
  return detectLayout(tokenize(text, dialect), dialect.delimiter)
}

test('a semicolon file with decimal commas is not split at the commas', () => {
  expect(dialectOf('name;price\nlamp;1,50\nchair;22,75\ntable;7,00\n').delimiter).toBe(';')
})

test('commas in addresses do not beat the tabs between cells', () => {
  expect(dialectOf('who\twhere\nAnn\tMain St 5, Town, XY\nBob\tHill Rd 1, City, ZZ\n').delimiter).toBe('\t')
})

test('times with colons and sentences with spaces are one column when nothing else separates them', () => {
  expect(dialectOf('price\n1.50\n2.75\n').delimiter).toBe('')
  expect(dialectOf('clock\n10:15\n11:30\n12:45\n').delimiter).toBe('')
  expect(dialectOf('the quick fox\nruns over a dog\nand then it sleeps well\n').delimiter).toBe('')
})

test('one row of data is enough to see the delimiter', () => {
  expect(dialectOf('a,b,c\n1,2,3\n').delimiter).toBe(',')
  expect(dialectOf('a|b|c\n1|2|3').delimiter).toBe('|')
})

test('single quotes are quotes only where they open and close cells', () => {
  expect(dialectOf("a,b\n'x, y',1\n'z, w',2\n").quote).toBe("'")
  expect(dialectOf("a,b\nit's,1\nthe king's,2\n").quote).toBe('"')
})

test('backslash escapes are told from doubled quotes', () => {
  expect(dialectOf('a,b\n"say \\"hi\\", then go",1\n"x",2\n').escape).toBe('backslash')
  expect(dialectOf('a,b\n"say ""hi"", then go",1\n"x",2\n').escape).toBe('double')
})

test('old Mac line ends are line ends; a return inside a quoted cell is not', () => {
  expect(dialectOf('a,b\r1,2\r3,4\r').loneReturn).toBe(true)
  expect(dialectOf('a,b\n"x\ry",2\n3,4\n').loneReturn).toBe(false)
})

test('names over numbers are a header; numbers over numbers are not', () => {
  expect(layoutOf('name,age\nAnn,31\nBob,42\n').header).toEqual(['name', 'age'])
  expect(layoutOf('1,2\n3,4\n5,6\n').header).toBeNull()
  expect(layoutOf('Ann,31\nBob,42\nCid,9\n').header).toBeNull()
})

test('a word and a year name a column whose cells are no such months', () => {
  const traffic = 'Month,Calls 2024,Calls 2025\nJanuary,128,131\nFebruary,127,148\n'
  expect(layoutOf(traffic).header).toEqual(['Month', 'Calls 2024', 'Calls 2025'])
  expect(layoutOf('March 2024,12\nApril 2024,14\nMay 2024,11\n').header).toBeNull()
  expect(layoutOf('shop,March 2024,April 2024\nNorth,12,14\nSouth,9,11\n').header).toContain('April 2024')
})

test('years as column names are a header when the cells below are no years', () => {
  expect(layoutOf('country,2019,2020\nAustria,1.5,2.5\nBelgium,3.5,4.5\n').header).toEqual(['country', '2019', '2020'])
})

test('a first row that stands again below is data', () => {
  expect(layoutOf('red,big\nblue,small\nred,big\nred,small\nblue,big\n').header).toBeNull()
})

test('title lines above the table are not part of it', () => {
  const layout = layoutOf('Report of 2022\nmade by Ann\n\na,b,c\n1,2,3\n4,5,6\n')
  expect(layout).toMatchObject({ header: ['a', 'b', 'c'], preamble: 3, dataStart: 4, width: 3 })
})

test('comment lines are told from values that begin with a hash', () => {
  expect(layoutOf('# made by Ann\na,b\n1,2\n3,4\n').comment).toBe('#')
  expect(layoutOf('rank,name\n#1,Ann\n#2,Bob\n#3,Cid\n').comment).toBeNull()
})

describe('a row of periods', () => {
  const headerOf = (text: string): readonly string[] | null => layoutOf(text).header

  test('is a header beside a blank over labels', () => {
    expect(headerOf(',2023,2022\nRevenue,"12,450","11,980"\nCosts,"(7,310)","(7,455)"\nTax,(310),(355)\n')).toEqual([
      '',
      '2023',
      '2022',
    ])
    expect(
      headerOf(',,2023,,2022\nRevenue,$,"12,450",$,"11,980"\nCost,,"7,310",,"7,455"\nNet,$,"5,140",$,1\n'),
    ).toEqual(['', '', '2023', '', '2022'])
  })

  test('is a header beside a name, whatever the periods are', () => {
    for (const periods of ['2024-01,2024-02', 'Jan 2024,Feb 2024', '2024-01-31,2024-02-29', '01/2024,02/2024']) {
      expect(headerOf(`Product,${periods}\nTea,5,7\nMilk,12,13\nCoffee,9,8\n`)).toEqual([
        'Product',
        ...periods.split(','),
      ])
    }
  })

  test('is a header where the years are all there is and follow each other', () => {
    expect(headerOf('2019,2020,2021\n5,6,7\n12,13,14\n')).toEqual(['2019', '2020', '2021'])
  })

  test('is a record among others like it', () => {
    expect(headerOf('2019,5\n2020,6\n2021,7\n')).toBeNull()
    expect(headerOf('2024-01-01,2024-02-01\n2024-01-02,2024-02-03\n2024-01-09,2024-03-01\n')).toBeNull()
    expect(headerOf('Mar 2024,5\nApr 2024,6\nMay 2024,7\n')).toBeNull()
    expect(headerOf('2001,1950,2010\n1999,1998,2003\n1987,1986,2000\n')).toBeNull()
  })
})

const linesOf = (count: number, line: (index: number) => string) =>
  `${Array.from({ length: count }, (_, index) => line(index)).join('\n')}\n`

test('a few rows with cells too many do not make a mark inside every value the delimiter', () => {
  const also = (index: number) => (index === 7 ? ';again' : index === 12 ? ';again;5|1 wide;North' : '')
  expect(dialectOf(linesOf(20, (index) => `East;5|${index} wide${also(index)}`)).delimiter).toBe(';')
})

test('of two kinds of quotes at the edges of cells, that one is a quote which leaves none of the other in the cells', () => {
  const also = (index: number) => (index === 2 ? `|"b/c"|'a/c'|'a|c'` : index === 5 ? `|'a|c'|"a/c"` : '')
  const text = linesOf(18, (index) => `${index % 3 === 0 ? `'b|c'` : `'a/c'`}|"a/${index}"${also(index)}`)
  expect(dialectOf(text)).toMatchObject({ delimiter: '|', quote: '"' })
})

test('days written with the name of the month are one column', () => {
  expect(dialectOf('5 May 2024\n11 June 2024\n3 July 2024\n17 August 2024\n').delimiter).toBe('')
})
