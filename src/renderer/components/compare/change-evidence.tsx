/** Where a number of a comparison comes from: its full value, the query over both versions, all values beside it. */
import type { Change } from '../../../shared/comparison/comparison.ts'
import type { StatedNumber } from '../../../shared/story/story.ts'
import { useTexts } from '../../stores/language.ts'
import { formatExact } from '../../words/amounts.ts'
import { PanelBeside } from '../panel-beside.tsx'
import classes from '../story/evidence-panel.module.css'
import { SqlText } from '../story/sql-text.tsx'

interface ChangeEvidenceProps {
  readonly change: Change
  readonly number: StatedNumber
  readonly recomputed: boolean
  readonly onClose: () => void
}

export function ChangeEvidence({ change, number, recomputed, onClose }: ChangeEvidenceProps) {
  const texts = useTexts()
  const words = texts.comparing
  const [query] = change.evidence.sql
  const names: Readonly<Record<string, string>> = words.values
  return (
    <PanelBeside
      label={texts.evidence.whereNumber}
      title={texts.evidence.whereNumber}
      closeLabel={texts.evidence.closeTheEvidence}
      testId="evidence-panel"
      asked={`${change.id} ${number.name}`}
      onClose={onClose}
    >
      <div>
        <p className={classes.value} data-testid="evidence-value">
          {formatExact(number.value)}
        </p>
        <p className={classes.stated}>{texts.evidence.statedAs({ text: number.text })}</p>
      </div>
      <dl className={classes.facts}>
        {Object.entries(change.evidence.values).flatMap(([name, value]) =>
          typeof value !== 'number'
            ? []
            : [
                <div key={name} data-accent={name === number.name || undefined}>
                  <dt>{names[name] ?? name}</dt>
                  <dd>{formatExact(value)}</dd>
                </div>,
              ],
        )}
      </dl>
      <p className={classes.hint}>{recomputed ? words.recomputed : words.ofStories}</p>
      {query !== undefined && (
        <details className={classes.more}>
          <summary>{words.query}</summary>
          <SqlText sql={query} label={words.query} />
        </details>
      )}
    </PanelBeside>
  )
}
