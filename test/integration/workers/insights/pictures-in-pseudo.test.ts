/** Charts of a table with much to tell, in the pseudo-language: whatever is in plain letters is data. */
import { expect, it } from 'vitest'
import { pseudoLanguage } from '../../../../src/shared/texts/pseudo.ts'
import { textsIn } from '../../../../src/shared/texts/texts.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { analyze } from '../../../../src/workers/stages/analyze.ts'
import { narrate } from '../../../../src/workers/stages/narrate.ts'
import { visualize } from '../../../../src/workers/stages/visualize.ts'
import { withStoredTable } from '../../../support/stories/stored-table.ts'

/** Names and categories have letters that the pseudo-language never makes, and that stand in no English word. */
const sql = `SELECT DATE '2018-01-01' + CAST(i % 1826 AS INTEGER) AS "дата",
  CASE WHEN hash(i) % 10 < 6 THEN 'Запад' WHEN hash(i) % 10 < 8 THEN 'Восток' ELSE 'Север' END AS "край",
  CASE WHEN hash(i * 13) % 10 < CASE WHEN hash(i) % 10 < 6 THEN 2 ELSE 6 END THEN 'синий' ELSE 'белый' END AS "цвет",
  20 + 8 * sin(2 * pi() * month(DATE '2018-01-01' + CAST(i % 1826 AS INTEGER)) / 12) + (i % 1826) / 100.0
    + CASE WHEN hash(i) % 10 >= 8 THEN -12 ELSE 0 END + (hash(i * 7) % 1000) / 200.0
    + CASE WHEN i = 4000 THEN 500 ELSE 0 END AS "цена",
  CASE WHEN hash(i * 3) % 12 = 0 THEN NULL ELSE (i % 1826) / 50.0 + CAST(hash(i * 11) % 20 AS DOUBLE) END AS "вес",
  CASE WHEN hash(i * 5) % 9 = 0 THEN NULL ELSE CAST(hash(i * 19) % 100 AS DOUBLE) END AS "рост"
  FROM range(9130) t(i)`

/** Dates are written by the calendar, and numbers with their magnitudes. */
const notWords =
  /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b(?:million|points?|k)\b/g

it('has no plain word in a title, a note, an axis or an alternative text', async () => {
  const told = await withStoredTable('заказы', sql, async ({ convertDir, table }) => {
    const context = detachedContext({ texts: textsIn(pseudoLanguage) })
    const source = { path: '/nowhere/заказы.csv', name: 'заказы.csv', bytes: 1234 }
    const input = { source, convertDir, outputDir: convertDir, seed: 1 }
    const stage = { ...input, analysis: await analyze({ ...input, tables: [table], depth: 'standard' }, context) }
    const narrative = await narrate(stage, context)
    return { narrative, ...(await visualize({ ...stage, narrative }, context)) }
  })
  expect(new Set(told.charts.map(({ spec }) => spec.kind)).size).toBeGreaterThan(2)
  const texts = told.charts.flatMap(({ spec, alt }) => [
    spec.title,
    spec.subtitle,
    spec.x.label,
    spec.y.label,
    spec.interval?.label,
    spec.reference?.label,
    spec.overlay?.label,
    spec.annotation?.text,
    alt,
  ])
  const said = [...texts, ...told.narrative.insights.flatMap(({ sentence, caveats }) => [sentence, ...caveats])]
  const plain = said.filter((text) => /[A-Za-z]/.test((text ?? '').replace(notWords, '')))
  expect(plain).toEqual([])
})
