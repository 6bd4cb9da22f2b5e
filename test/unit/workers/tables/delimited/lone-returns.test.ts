/** Whether a return on its own ends rows. */
import { expect, it } from 'vitest'
import { usesLoneReturn } from '../../../../../src/workers/tables/delimited/lone-returns.ts'

it.each([
  ['nothing', '', false],
  ['no returns', 'a,b\n1,2\n', false],
  ['returns before line feeds alone', 'a,b\r\n1,2\r\n', false],
  ['half a line end where the sample is cut', 'a,b\r\n1,2\r', false],
  ['nothing but returns', 'a,b\r1,2\r3,4', true],
  ['one return, and nothing behind it', 'a\r', false],
  ['one return between two lines', 'a\rb', true],
  ['two returns, one of them at the end', 'a\rb\r', true],
  ['returns within quotes beside line feeds', 'a,b\n"x\ry",2\n"z ""w""\rv",4\n', false],
  ['returns between rows of one width, by commas', 'a,b\n1,2\r3,4\n', true],
  ['by semicolons', 'a;b\n1;2\r3;4\n', true],
  ['by tabs', 'a\tb\n1\t2\r3\t4\n', true],
  ['by bars', 'a|b\n1|2\r3|4\n', true],
  ['rows of two widths', 'a,b\n1,2\r3\n', true],
  ['rows of three widths', 'a,b\n1\r3,4,5\n', false],
  ['rows of two widths and blank lines', 'a,b\n1,2\r3,4,5\n\n \n', true],
  ['words of one length', 'ab\ncd\ref\n', false],
  ['more returns than line feeds', 'a\rbc\rdef\n', true],
  ['as many returns as line feeds', 'a\rbc\rdef\nghij\n', false],
])('in a text with %s', (_, text, expected) => {
  expect(usesLoneReturn(text)).toBe(expected)
})
