import { expect, it } from 'vitest'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'

it.each([
  ['an apostrophe', "it's"],
  ['zero bytes', 'R\0\0me'],
  ['nothing but a zero byte', '\0'],
  ['zero bytes beside apostrophes', "'\0'"],
  ['more zero bytes than a chain of operators may be long', 'a\0'.repeat(2000)],
  ['a block of zero bytes', `O${'\0'.repeat(3000)}`],
])('a text with %s stands in a query as what it is', async (_, text) => {
  const row = await withDatabase(detachedContext(), {}, (database) =>
    database.row<{ text: string; at: number }>(
      `SELECT ${quoteText(text)} AS text, list_position(['a', ${quoteText(text)}], ${quoteText(text)})::INTEGER AS at`,
    ),
  )
  expect(row).toEqual({ text, at: 2 })
})
