/** From a statement to its rows. */
import { expect, it } from 'vitest'
import { sampleStory } from '../../../../dev/gallery/sample-story.ts'
import { rowsOfInsight } from '../../../../src/renderer/words/rows-of-insight.ts'

const [table] = sampleStory.tables
if (table === undefined) throw new Error('no table')
const columns = table.columns.map((column) => ({
  ...column,
  storage: column.type === 'date' ? ('DATE' as const) : column.storage,
}))
const story = { id: 's', tables: [{ ...table, columns }] }
const name = (type: string): string => {
  const found = columns.find((column) => column.type === type)
  if (found === undefined) throw new Error(`no ${type}`)
  return found.name
}
const time = name('date')
const category = name('category')
const value = columns.find((column) => column.name === category)?.stats.top?.[0]?.value ?? ''
const stated = { table: table.name, columns: [category], details: {} }

it('leads to the rows it is limited to, with its own columns first', () => {
  const route = rowsOfInsight(story, { ...stated, subspace: { [category]: value } }, 'trends')
  expect(route).toMatchObject({ screen: 'data', id: 's', table: table.name, from: 'trends' })
  expect(route?.filter).toBe(`${category} = ${/^\w+$/u.test(value) ? value : `"${value}"`}`)
  expect(route?.columns[0]).toBe(category)
  expect(route?.columns).toHaveLength(columns.length)
})

it.each([
  ['year', '2024-01-01', '= "2024"'],
  ['quarter', '2024-04-01', 'between "2024-04" and "2024-06"'],
  ['month', '2024-03-01', '= "2024-03"'],
  ['week', '2024-02-26', 'between "2024-02-26" and "2024-03-03"'],
  ['day', '2024-03-05', '= "2024-03-05"'],
])('leads to the %s it holds in', (grain, location, written) => {
  const route = rowsOfInsight(story, { ...stated, columns: [time], location, details: { grain } }, '')
  expect(route?.filter).toBe(`${time} ${written}`)
})

it('leads to the category it holds of, and to all rows where it is a number', () => {
  expect(rowsOfInsight(story, { ...stated, location: value }, '')?.filter).not.toBe('')
  expect(rowsOfInsight(story, { ...stated, location: 12 }, '')?.filter).toBe('')
  expect(rowsOfInsight(story, { ...stated, location: 'no such value' }, '')?.filter).toBe('')
})

it('leads nowhere from a table that is gone', () => {
  expect(rowsOfInsight(story, { ...stated, table: 'gone' }, '')).toBeNull()
})
