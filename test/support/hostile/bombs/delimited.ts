/** Hostile texts of columns: delimited, of fixed width, and the two old formats for exchange, DIF and SYLK. */
import { type Bomb, generatedFile, megabyte, repeatedFile, series } from '../bomb.ts'

const dif = (vectors: number, tuples: number, data: string): string =>
  `TABLE\n0,1\n"x"\nVECTORS\n0,${vectors}\n""\nTUPLES\n0,${tuples}\n""\nDATA\n0,0\n""\n${data}`

export const delimitedBombs: readonly Bomb[] = [
  { name: '300-megabytes-of-quotes.csv', write: repeatedFile('"', 300 * megabyte) },
  { name: '300-megabytes-of-commas.csv', write: repeatedFile(',', 300 * megabyte) },
  { name: '45-megabytes-of-quotes.csv', write: repeatedFile('"', 45 * megabyte) },
  { name: '45-megabytes-of-commas.csv', write: repeatedFile(',', 45 * megabyte) },
  {
    name: 'million-columns.csv',
    write: generatedFile(function* () {
      yield* series(1_000_000, (index) => `c${index},`)
      yield '\n'
      for (let row = 0; row < 2; row += 1) {
        yield* series(1_000_000, (index) => `${index},`)
        yield '\n'
      }
    }),
  },
  {
    name: 'ragged-100-megabytes.csv',
    write: generatedFile(() => series(2_500_000, (index) => `${'1,'.repeat((index * 7919) % 40)}x\n`)),
  },
  { name: '100-million-blank-lines.csv', write: repeatedFile('\n', 100_000_000, 'a,b\n1,2\n', '3,4\n') },
  { name: 'cell-of-45-megabytes.csv', write: repeatedFile('x', 45 * megabyte, 'a,b\n1,"', '"\n2,y\n') },
  { name: 'open-quote.csv', write: repeatedFile('1,2,3\n', 40 * megabyte, 'a,b,c\n"') },
  { name: 'open-quote-in-each-line.csv', write: repeatedFile('1,"2,3\n', 40 * megabyte, 'a,b,c\n') },
  { name: 'quotes-and-commas.csv', write: repeatedFile('",', 45 * megabyte) },
  { name: 'quotes-within-quotes.csv', write: repeatedFile('""",""\n', 40 * megabyte, 'a,b\n') },
  { name: 'zeros.csv', write: repeatedFile(Buffer.alloc(1024), 40 * megabyte, 'a,b\n1,2\n') },
  { name: 'one-line-of-45-megabytes.csv', write: repeatedFile('1234567,', 45 * megabyte) },
  { name: 'carriage-returns.csv', write: repeatedFile('\r', 45 * megabyte, 'a,b\r1,2\r') },
  { name: 'long-digits.csv', write: generatedFile(() => series(40, () => `${'9'.repeat(megabyte)},1\n`)) },
  { name: 'exponents.csv', write: repeatedFile('1e999999999,-1e-999999999,0x1p99999\n', 20 * megabyte, 'a,b,c\n') },
  {
    name: 'ends-of-time.csv',
    write: repeatedFile('999999-12-31,0000-00-00T99:99:99,-271821-04-20\n', 20 * megabyte, 'a,b,c\n'),
  },
  { name: 'byte-order-marks.csv', write: repeatedFile('\uFEFF', 30 * megabyte, 'a,b\n1,2\n') },
  { name: 'lone-surrogates.csv', write: repeatedFile(Buffer.from([0x00, 0xd8, 0x2c, 0x00]), 40 * megabyte, '', '') },
  { name: 'not-utf8.csv', write: repeatedFile(Buffer.from([0xff, 0xfe, 0xc0, 0x2c, 0xf8, 0x0a]), 40 * megabyte) },
  { name: 'formulas.csv', write: repeatedFile(`=cmd|' /C calc'!A0,+1+1,@SUM(1),-2\n`, 10 * megabyte, 'a,b,c,d\n') },
  {
    name: 'long-names.csv',
    write: generatedFile(function* () {
      yield* series(300, (index) => `${'n'.repeat(100_000)}${index},`)
      yield `\n${'1,'.repeat(300)}\n${'2,'.repeat(300)}\n`
    }),
  },
  {
    name: 'every-text-another.csv',
    write: generatedFile(function* () {
      yield 'key,text\n'
      yield* series(1_200_000, (index) => `k${index},${((index * 2_654_435_761) % 2 ** 32).toString(36)}-${index}\n`)
    }),
  },
  {
    name: 'ten-thousand-columns.csv',
    write: generatedFile(() => series(400, (row) => `${`${row},`.repeat(10_000)}\n`)),
  },
  {
    name: 'combining-marks.csv',
    write: repeatedFile('a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308', 30 * megabyte, 'a,b\n1,', '\n'),
  },
  { name: 'comments.csv', write: repeatedFile('# note, with, commas; and\tmore\n', 40 * megabyte) },
  { name: 'delimiters-in-turn.csv', write: repeatedFile('a,b;c\td|e\n1;2,3|4\t5\n', 30 * megabyte) },
  { name: 'one-column-of-spaces.csv', write: repeatedFile(`${' '.repeat(500)}\n`, 45 * megabyte, 'a\n') },
  { name: 'tabs.tsv', write: repeatedFile('\t', 45 * megabyte) },
  {
    name: 'wide-numbers.csv',
    write: repeatedFile('1.234.567,89;-0,00000000000000000000001;(12)\n', 30 * megabyte, 'a;b;c\n'),
  },
  { name: 'almost-numbers.csv', write: generatedFile(() => series(40, () => `${'1,234'.repeat(200_000)}x;2\n`)) },
  {
    name: 'parentheses.csv',
    write: generatedFile(() => series(30, () => `${'('.repeat(megabyte)};${' '.repeat(1000)}2\n`)),
  },
  {
    name: 'fixed-width-long-lines.txt',
    write: generatedFile(() => series(60, (row) => `${`${row}   `.padEnd(20).repeat(30_000)}\n`)),
  },
  { name: 'fixed-width-many-gutters.prn', write: repeatedFile(`${'a '.repeat(2000)}\n`, 40 * megabyte) },
  {
    name: 'rulers.txt',
    write: repeatedFile(`${'-'.repeat(8)}  ${'-'.repeat(8)}\n`, 40 * megabyte, 'aaaaaaaa  bbbbbbbb\n'),
  },
  {
    name: 'a-billion-promised.dif',
    write: (file) => generatedFile(() => [dif(1e9, 1e9, '-1,0\nBOT\n0,1\nV\n-1,0\nEOD\n')])(file),
  },
  { name: 'rows-without-cells.dif', write: repeatedFile('-1,0\nBOT\n', 40 * megabyte, dif(1, 1, ''), '-1,0\nEOD\n') },
  {
    name: 'one-row-of-cells.dif',
    write: repeatedFile('0,1\nV\n', 40 * megabyte, dif(1, 1, '-1,0\nBOT\n'), '-1,0\nEOD\n'),
  },
  { name: 'header-without-end.dif', write: repeatedFile('LABEL\n0,1\n"x"\n', 30 * megabyte, 'TABLE\n0,1\n"x"\n') },
  { name: 'text-without-end.dif', write: repeatedFile('x', 40 * megabyte, dif(1, 1, '-1,0\nBOT\n1,0\n"')) },
  {
    name: 'far-cell.slk',
    write: (file) => generatedFile(() => ['ID;PX\nC;X1;Y1;K"a"\nC;X999999999;Y999999999;K1\nE\n'])(file),
  },
  {
    name: 'far-cells.slk',
    write: generatedFile(function* () {
      yield 'ID;PX\n'
      yield* series(300_000, (index) => `C;Y${(index * 7919) % 1_000_000};X${(index * 104_729) % 16_000};K${index}\n`)
      yield 'E\n'
    }),
  },
  { name: 'semicolons.slk', write: repeatedFile(';', 40 * megabyte, 'ID;PX\nC;X1;Y1;K"') },
  {
    name: 'formats.slk',
    write: repeatedFile(`P;P${'[Red]0.00_);'.repeat(8)}\n`, 30 * megabyte, 'ID;PX\n', 'C;X1;Y1;K1\nE\n'),
  },
  {
    name: 'bounds.slk',
    write: (file) => generatedFile(() => ['ID;PX\nB;Y99999999;X99999999\nC;X1;Y1;K1\nC;Y2;K2\nE\n'])(file),
  },
]
