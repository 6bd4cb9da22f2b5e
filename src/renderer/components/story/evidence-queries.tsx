/** The queries behind a statement, what each gives, and all values that follow from them. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Insight } from '../../../shared/story/insight.ts'
import { loadedOf } from '../../queries/client.ts'
import { evidenceQuery } from '../../queries/stories.ts'
import { useTexts } from '../../stores/language.ts'
import { formatExact } from '../../words/amounts.ts'
import { describeDerivation } from '../../words/evidence.ts'
import { formatSql } from '../../words/format-sql.ts'
import { queryOfValue } from '../../words/prose.ts'
import { DataTable } from '../data-table.tsx'
import { FailureNote } from '../failure-note.tsx'
import classes from './evidence-panel.module.css'
import { SqlText } from './sql-text.tsx'

interface EvidenceQueriesProps {
  readonly storyId: string
  readonly insight: Insight
  readonly name: string | null
}

export function EvidenceQueries({ storyId, insight, name }: EvidenceQueriesProps) {
  const texts = useTexts()
  const { sql, derived } = insight.evidence
  const [query, setQuery] = useState(() => queryOfValue(insight.evidence, name))
  const text = sql[query]
  const rows = loadedOf(useQuery({ ...evidenceQuery(storyId, insight.id, query), enabled: text !== undefined }))
  if (text === undefined) return null
  const derivation = name === null ? undefined : derived[name]
  return (
    <section className={classes.queries} aria-label={texts.evidence.theQuery}>
      <div className={classes.queryHead}>
        {sql.length > 1 && (
          <fieldset className={classes.tabs}>
            <legend className="visually-hidden">{texts.evidence.whichQuery}</legend>
            {sql.map((_, index) => (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: a query is named by its place.
                key={index}
                type="button"
                aria-pressed={index === query}
                aria-label={texts.evidence.queryNumber({ number: index + 1 })}
                onClick={() => setQuery(index)}
              >
                {index + 1}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      <SqlText sql={formatSql(text)} label={texts.evidence.theQueryItself} />
      {derivation !== undefined && <p className={classes.derivation}>{describeDerivation(derivation)}</p>}
      <h3>{texts.evidence.whatItGives}</h3>
      {rows.state === 'failed' && <FailureNote failure={rows.failure} />}
      {rows.state === 'loading' && (
        <div className={classes.waiting} role="status" aria-label={texts.evidence.runningTheQuery} />
      )}
      {rows.state === 'ready' && (
        <>
          <DataTable
            label={texts.evidence.rowsOfTheQuery}
            columns={rows.value.columns.map((column) => ({ name: column }))}
            rows={rows.value.rows}
            accent={name ?? undefined}
            maxHeight={300}
          />
          {rows.value.truncated && (
            <p className={classes.hint}>{texts.evidence.firstRows({ rows: rows.value.rows.length })}</p>
          )}
        </>
      )}
      <h3>{texts.evidence.valuesOfTheQuery}</h3>
      <dl className={classes.facts}>
        {Object.entries(insight.evidence.values).map(([key, stored]) => (
          <div key={key} data-accent={key === name || undefined}>
            <dt>{key}</dt>
            <dd>{typeof stored === 'number' ? formatExact(stored) : String(stored ?? texts.evidence.empty)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
