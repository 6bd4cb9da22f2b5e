import { expect, it } from 'vitest'
import { pastedTable } from '../../../../src/renderer/words/pasted-table.ts'

// Markup needs a page: `test/e2e/paste.test.ts` pastes some.
it.each([
  ['cells of a spreadsheet', 'day\tsold\n1\t2\n', 'tsv'],
  ['cells of which some hold several lines', 'day\tremark\n1\t"two\nlines"\n2\tone', 'tsv'],
  ['lines of CSV', 'day,sold\n1,2\n', 'csv'],
  ['lines with semicolons and a comma in quotes', 'day;sold\n"1,5";2\n', 'csv'],
  ['JSON', '[{"day": 1}]', 'json'],
])('%s are a table', (_, plain, ending) => {
  expect(pastedTable({ plain, html: '' })).toMatchObject({ ending })
})

it.each([
  ['nothing', ''],
  ['a sentence, with a comma', 'Yes, it is.'],
  ['sentences', 'One, two, three.\nFour. And so on.'],
  ['an address', 'https://example.org/a,b'],
  ['a number in brackets', '[1'],
  ['code', '{ a: 1 }'],
])('%s is none', (_, plain) => {
  expect(pastedTable({ plain, html: `<p>${plain}</p>` })).toBeNull()
})
