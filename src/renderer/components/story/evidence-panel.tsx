/** Where a number comes from: its full value, what it was tested by, the query, and the rows the query gives. */
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { listIn } from '../../../shared/format/words.ts'
import { conditionText } from '../../../shared/story/condition.ts'
import {
  classWords,
  contraryWords,
  effectWords,
  lookedAtWords,
  scoreWords,
  testWords,
} from '../../../shared/story/evidence-words.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import { loadedOf } from '../../queries/client.ts'
import { evidenceQuery } from '../../queries/stories.ts'
import type { DataRoute } from '../../routes/route.ts'
import { useTexts } from '../../stores/language.ts'
import { formatCount, formatDecimals, formatExact } from '../../words/amounts.ts'
import { chanceWords, columnsOf, describeDerivation, formatProbability, partOf } from '../../words/evidence.ts'
import { formatSql } from '../../words/format-sql.ts'
import { queryOfValue } from '../../words/prose.ts'
import { DataTable } from '../data-table.tsx'
import { FailureNote } from '../failure-note.tsx'
import { Link } from '../link.tsx'
import { useSidePanel } from '../use-side-panel.ts'
import classes from './evidence-panel.module.css'
import { EvidenceRows } from './evidence-rows.tsx'
import { SqlText } from './sql-text.tsx'

export interface EvidenceQuestion {
  readonly insight: Insight
  /** Key in the insight's values, and the text it stands for; null when the statement as a whole was asked about. */
  readonly name: string | null
  readonly text: string | null
}

interface EvidencePanelProps {
  readonly storyId: string
  readonly question: EvidenceQuestion
  /** The rows it is about, where its table is there. */
  readonly rows?: DataRoute | null
  /** What was pressed for it: it stays in sight beside the panel. */
  readonly opener?: RefObject<Element | null>
  /** Explains what it is about, where that is a part of the rows. */
  readonly onExplain?: (() => void) | undefined
  readonly onClose: () => void
}

export function EvidencePanel({ storyId, question, rows = null, opener, onExplain, onClose }: EvidencePanelProps) {
  const texts = useTexts()
  const { insight, name, text } = question
  const asked = `${insight.id} ${name}`
  // The query is run only for those who look at it.
  const [showsQuery, setShowsQuery] = useState(false)
  const panel = useSidePanel(asked, onClose, opener)
  const value = name === null ? null : (insight.evidence.values[name] ?? null)
  return (
    <aside
      ref={panel}
      className={classes.panel}
      tabIndex={-1}
      aria-label={texts.evidence.whereNumber}
      data-testid="evidence-panel"
      data-print="hide"
    >
      <div className={classes.head}>
        <p className={classes.kicker}>{name === null ? texts.evidence.whereStatement : texts.evidence.whereNumber}</p>
        <button type="button" className={classes.close} aria-label={texts.evidence.closeTheEvidence} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </button>
      </div>
      {name !== null && (
        <div>
          <p className={classes.value} data-testid="evidence-value">
            {typeof value === 'number' ? formatExact(value) : String(value ?? '–')}
          </p>
          {text !== null && <p className={classes.stated}>{texts.evidence.statedAs({ text })}</p>}
        </div>
      )}
      <p className={classes.sentence}>{insight.sentence}</p>
      {rows !== null && (
        <p>
          <Link to={rows} data-testid="to-the-rows">
            {texts.grid.toTheRows}
          </Link>
        </p>
      )}
      {onExplain !== undefined && (
        <button type="button" className={classes.rowsButton} data-testid="explain-statement" onClick={onExplain}>
          {texts.asking.explain}
        </button>
      )}
      <Facts insight={insight} storyId={storyId} key={insight.id} />
      {insight.caveats.length > 0 && (
        <ul className={classes.caveats}>
          {insight.caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      )}
      <details
        className={classes.more}
        data-testid="evidence-query"
        onToggle={(event) => setShowsQuery(event.currentTarget.open)}
      >
        <summary>{texts.evidence.theQuery}</summary>
        {showsQuery && <Queries key={asked} storyId={storyId} insight={insight} name={name} />}
      </details>
      {Object.keys(insight.scoreParts).length > 0 && (
        <details className={classes.more}>
          <summary>{texts.evidence.whyThisIsInThe}</summary>
          <p className={classes.hint}>{texts.evidence.ranking({ score: formatDecimals(insight.score, 1) })}</p>
          <dl className={classes.facts}>
            {Object.entries(insight.scoreParts).map(([part, score]) => (
              <div key={part}>
                <dt>{scoreWords(texts, part)}</dt>
                <dd>{formatDecimals(score, 2)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </aside>
  )
}

function Facts({ storyId, insight }: { readonly storyId: string; readonly insight: Insight }) {
  const texts = useTexts()
  const [showsRows, setShowsRows] = useState(false)
  const { effect, test } = insight
  const words = classWords(texts, insight)
  const columns = columnsOf(insight)
  const part = partOf(insight)
  const tested = test === undefined ? null : testWords(texts, test.name)
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>{texts.evidence.lookedAt}</dt>
          <dd>
            {lookedAtWords(insight)}
            {columns.length > 0 && (
              <span className={classes.hint}>
                {texts.evidence.columns({ count: columns.length, columns: listIn(texts.locale, columns) })}
              </span>
            )}
            {part.length > 0 && (
              <span className={classes.hint}>
                {texts.evidence.onlyWhere({ condition: conditionText(texts, { kind: 'all', parts: part }) })}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{texts.evidence.kind}</dt>
          <dd>
            {words.name}
            <span className={classes.hint}>{words.means}</span>
          </dd>
        </div>
        <div>
          <dt>{texts.evidence.rowsItRestsOn}</dt>
          <dd>
            {formatCount(insight.n)}
            {insight.columns.length > 0 && (
              <button
                type="button"
                className={classes.rowsButton}
                aria-expanded={showsRows}
                data-testid="see-evidence-rows"
                onClick={() => setShowsRows(!showsRows)}
              >
                {showsRows ? texts.evidence.hideTheRows : texts.evidence.seeTheRows}
              </button>
            )}
          </dd>
        </div>
        <div>
          <dt>{effectWords(texts, effect.name)}</dt>
          <dd>
            {formatExact(effect.value)}
            {effect.low !== null && effect.high !== null && (
              <span className={classes.hint}>
                {texts.evidence.percentInterval({ low: formatExact(effect.low), high: formatExact(effect.high) })}
              </span>
            )}
          </dd>
        </div>
        {test !== undefined && tested !== null && (
          <>
            <div>
              <dt>{texts.evidence.test}</dt>
              <dd>
                {tested.name}
                {tested.assumes !== null && <span className={classes.hint}>{tested.assumes}</span>}
              </dd>
            </div>
            <div>
              <dt>{texts.evidence.howSure}</dt>
              <dd>
                {test.q === null
                  ? texts.evidence.probability({ p: formatProbability(test.p) })
                  : texts.evidence.corrected({ p: formatProbability(test.p), q: formatProbability(test.q) })}
              </dd>
            </div>
          </>
        )}
        {!(insight.class === 'finding' && test === undefined) && (
          <div>
            <dt>{texts.evidence.ifItWereWrong}</dt>
            <dd>
              {contraryWords(texts, insight)}
              {test !== undefined && <span className={classes.hint}>{chanceWords(texts, test.p)}</span>}
            </dd>
          </div>
        )}
      </dl>
      {showsRows && <EvidenceRows storyId={storyId} insight={insight} />}
    </>
  )
}

interface QueriesProps {
  readonly storyId: string
  readonly insight: Insight
  readonly name: string | null
}

function Queries({ storyId, insight, name }: QueriesProps) {
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
