import { expect, test } from 'vitest'
import { detectDialect } from '../../../../../src/workers/tables/delimited/detect.ts'
import { tokenize } from '../../../../../src/workers/tables/delimited/tokenizer.ts'

const dialectOf = (text: string) => detectDialect(text, true)
const cellsOf = (text: string) => tokenize(text, dialectOf(text)).map(({ cells }) => cells)

test('commas inside well-formed quotes separate nothing, however many there are', () => {
  expect(cellsOf('remark\n"Warm, but far"\n"Fine"\n"Loud, hot, dear"\n"Good, thanks"\n')).toEqual([
    ['remark'],
    ['Warm, but far'],
    ['Fine'],
    ['Loud, hot, dear'],
    ['Good, thanks'],
  ])
  expect(dialectOf('size\n"12,500"\n"7,250"\n"140,000"\n').quote).toBe('"')
  expect(cellsOf('size\n"12,500"\n"7,250"\n"140,000"\n')[1]).toEqual(['12,500'])
})

test('numbers with a decimal comma under a name without one are one column', () => {
  expect(dialectOf('Temperatur\n10,5\n11,0\n9,75\n').delimiter).toBe('')
  expect(dialectOf('population\n12,250\n1,140,000\n900,500\n').delimiter).toBe('')
  expect(dialectOf('1.250,50\n2.100,00\n3.050,25\n').delimiter).toBe('')
})

test('two columns of whole numbers stay two', () => {
  expect(dialectOf('a,b\n1,2\n3,4\n').delimiter).toBe(',')
  expect(dialectOf('1,2\n3,4\n15,6\n').delimiter).toBe(',')
})

test('numbers with three decimals before a comma are two columns where the header or another row says so', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `${1 + (index % 5)}.${101 + index},${50 + index}`).join('\n')
  expect(detectDialect(`"eruptions","waiting"\n${lines}\n`, true).delimiter).toBe(',')
  expect(detectDialect(`${lines}\n3.6,79\n`, true).delimiter).toBe(',')
})

test('sentences of as many words each are one column', () => {
  const rows = ['late', 'quick', 'fine'].flatMap((how) =>
    ['kind', 'rude'].map((who) => `It was ${how} and they ${who}`),
  )
  expect(dialectOf(`what they said\n${rows.join('\n')}\n`).delimiter).toBe('')
  expect(dialectOf('full name\nAnn Smith\nBob Jones\nCid Brown\n').delimiter).toBe('')
})

test('columns set with blanks are columns when some of them hold figures', () => {
  expect(dialectOf('town   people  area\nOslo   700000  454\nRome   2800000 1285\n').delimiter).toBe(' ')
})

test('a cell never holds the tab that separates the others', () => {
  const flagged = 'freq,unit,geo\\TIME\t2021 \t2022 \nA,PC,AT\t5.1 \t: \nA,PC,CZ\t6.1 p\t: \nA,PC,SK\t7.1 \t8.2 e\n'
  expect(dialectOf(flagged).delimiter).toBe('\t')
})

test('a quoted cell with bare quotes and a doubled one at its end is no reason to keep the quotes around it', () => {
  expect(cellsOf('"part","what","n"\n"a","plain",1\n"b","4" x 2"",2\n"c","7" pipe",3\n')).toEqual([
    ['part', 'what', 'n'],
    ['a', 'plain', '1'],
    ['b', '4" x 2"', '2'],
    ['c', '7" pipe', '3'],
  ])
})

test('rows quoted as a whole are unwrapped', () => {
  const wrapped = '"id,name,v"\n"1,""Smith, A"",2"\n"2,Jones,4"\n"3,""Roe, R"",6"\n'
  expect(cellsOf(wrapped)).toEqual([
    ['id', 'name', 'v'],
    ['1', 'Smith, A', '2'],
    ['2', 'Jones', '4'],
    ['3', 'Roe, R', '6'],
  ])
})

test('only the rows that held quotes are wrapped by some programs', () => {
  expect(cellsOf('id;name;v\n"1;""Smith"";2"\n2;Jones;4\n"3;""Roe"";6"\n')).toEqual([
    ['id', 'name', 'v'],
    ['1', 'Smith', '2'],
    ['2', 'Jones', '4'],
    ['3', 'Roe', '6'],
  ])
})

test('a column of quoted places is no table of wrapped rows', () => {
  expect(dialectOf('"City, State"\n"Portland, OR"\n"Austin, TX"\n"Salem, OR"\n').delimiter).toBe('')
})
