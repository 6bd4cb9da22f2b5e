/** Where a number comes from: its full value, what it was tested by, the query, and the rows the query gives. */
import { type RefObject, useState } from 'react'
import { scoreWords } from '../../../shared/story/evidence-words.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import type { DataRoute } from '../../routes/route.ts'
import { useTexts } from '../../stores/language.ts'
import { formatDecimals, formatExact } from '../../words/amounts.ts'
import { Link } from '../link.tsx'
import { PanelBeside } from '../panel-beside.tsx'
import { EvidenceFacts } from './evidence-facts.tsx'
import classes from './evidence-panel.module.css'
import { EvidenceQueries } from './evidence-queries.tsx'

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
  const value = name === null ? null : (insight.evidence.values[name] ?? null)
  return (
    <PanelBeside
      label={texts.evidence.whereNumber}
      title={name === null ? texts.evidence.whereStatement : texts.evidence.whereNumber}
      closeLabel={texts.evidence.closeTheEvidence}
      testId="evidence-panel"
      asked={asked}
      opener={opener}
      onClose={onClose}
    >
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
      <EvidenceFacts insight={insight} storyId={storyId} key={insight.id} />
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
        {showsQuery && <EvidenceQueries key={asked} storyId={storyId} insight={insight} name={name} />}
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
    </PanelBeside>
  )
}
