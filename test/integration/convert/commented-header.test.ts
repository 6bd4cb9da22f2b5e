/** Programs that measure write the names of the columns as their last comment. */
import { expect, it } from 'vitest'
import { convertedSource } from '../../support/converted.ts'

it('the last comment names the columns where it has a name for each', async () => {
  const rows = Array.from({ length: 9 }, (_, index) => `${index}.5,${index * 2}.25,${20 - index}`)
  const { tables } = await convertedSource(
    ['#INSTRUMENT:,NETZSCH', '#RANGE:,1', '#SAMPLE:,A', '#MASS:,2', '##Temp./C,Time/min,tan d', ...rows, ''].join('\n'),
    'measured.csv',
  )
  expect(tables[0]?.columns.map(({ name }) => name)).toEqual(['Temp./C', 'Time/min', 'tan d'])
  expect(tables[0]?.rows).toBe(9)
})

it('a comment with less or more to say names none', async () => {
  const { tables } = await convertedSource(`# made by hand\n${'1.5,2,3.25\n4.5,5,6.75\n'.repeat(9)}`, 'plain.csv')
  expect(tables[0]?.columns.map(({ name }) => name)).toEqual(['column_1', 'column_2', 'column_3'])
})
