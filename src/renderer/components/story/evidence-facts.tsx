/** What a statement rests on, in plain words: what was looked at, on which rows, the effect, the test, what would belie it. */
import { useState } from 'react'
import { listIn } from '../../../shared/format/words.ts'
import { conditionText } from '../../../shared/story/condition.ts'
import {
  classWords,
  contraryWords,
  effectWords,
  lookedAtWords,
  testWords,
} from '../../../shared/story/evidence-words.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import { useTexts } from '../../stores/language.ts'
import { formatCount, formatExact } from '../../words/amounts.ts'
import { chanceWords, columnsOf, formatProbability, partOf } from '../../words/evidence.ts'
import classes from './evidence-panel.module.css'
import { EvidenceRows } from './evidence-rows.tsx'

export function EvidenceFacts({ storyId, insight }: { readonly storyId: string; readonly insight: Insight }) {
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
