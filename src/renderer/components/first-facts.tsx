/** What is known of a job's tables while it works: something to read before the story is there. */
import { readableName } from '../../shared/format/words.ts'
import type { FirstFacts, FirstTableFacts } from '../../shared/story/first-facts.ts'
import { useTexts } from '../stores/language.ts'
import { factRows, namesWords, orderWords, sizeWords } from '../words/first-facts.ts'
import classes from './first-facts.module.css'
import { BoxPlot } from './story/column-shape.tsx'

export function FirstFactsPanel({ facts }: { readonly facts: FirstFacts }) {
  const texts = useTexts().firstFacts
  const several = facts.tables.length + facts.moreTables > 1
  const lookedAt = facts.tables.some(({ roles }) => roles !== null)
  return (
    <section className={classes.panel} aria-labelledby="first-facts" data-testid="first-facts">
      <h2 id="first-facts" className={classes.heading}>
        {texts.heading}
      </h2>
      {facts.tables.map((table) => (
        <TableFacts key={table.name} table={table} named={several} />
      ))}
      {facts.moreTables > 0 && <p className={classes.quiet}>{texts.more({ count: facts.moreTables })}</p>}
      {lookedAt && <p className={classes.quiet}>{texts.stillLooking}</p>}
    </section>
  )
}

function TableFacts({ table, named }: { readonly table: FirstTableFacts; readonly named: boolean }) {
  const rows = factRows(table)
  const [order, names] = [orderWords(table), namesWords(table)]
  return (
    <div className={classes.table}>
      {named && <h3 className={classes.name}>{table.name}</h3>}
      <p className={classes.size}>
        {sizeWords(table)}. {order}
      </p>
      {names !== null && <p className={classes.quiet}>{names}</p>}
      {rows.length > 0 && (
        <dl className={classes.rows}>
          {rows.map(({ column, words, measure }) => (
            <div key={column} className={classes.row}>
              <dt>{readableName(column)}</dt>
              <dd>
                <span>{words}</span>
                {measure !== null && <BoxPlot stats={measure} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
