/** What is tried for an interaction, from the schema alone. */
import { expect, it } from 'vitest'
import type { DetectorRun } from '../../../../../src/workers/insights/detector.ts'
import { candidatesOf } from '../../../../../src/workers/insights/kinds/interaction/candidates.ts'

const column = (name: string, distinct: number) => ({ column: { name, distinct } })

it('is nothing of a measure by the categories that it was cut into: the cut makes what it finds', async () => {
  const coded = (name: string) => ({ profile: column(name, 2), labels: ['low', 'normal'] })
  const sample = { dimensions: new Map([coded('birth'), coded('smoker')].map((one) => [one.profile.column.name, one])) }
  const run = {
    schema: {
      measures: [column('weight', 100), column('age', 20), column('visits', 5)],
      ranges: [{ dimension: 'birth', measure: 'weight', categories: ['low', 'normal'] }],
    },
    artefacts: { once: () => Promise.resolve(sample) },
  } as unknown as DetectorRun
  const { cells, slopes } = await candidatesOf(run)
  const ofBirth = slopes.filter(({ second }) => second.profile.column.name === 'birth')
  expect(ofBirth.map(({ x, measure }) => [x.column.name, measure.column.name])).toEqual([['age', 'visits']])
  expect(cells.map(({ measure }) => measure.column.name)).toEqual(['age', 'visits'])
  expect(slopes.filter(({ second }) => second.profile.column.name === 'smoker')).toHaveLength(3)
})
