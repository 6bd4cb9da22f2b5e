import { expect, it } from 'vitest'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'

it.each(["it's", 'R\0\0me', '\0', "'\0'"])('a text stands in a query as what it is: %j', async (text) => {
  const row = await withDatabase(detachedContext(), {}, (database) =>
    database.row<{ text: string; at: number }>(
      `SELECT ${quoteText(text)} AS text, list_position(['a', ${quoteText(text)}], ${quoteText(text)})::INTEGER AS at`,
    ),
  )
  expect(row).toEqual({ text, at: 2 })
})
