/** Findings by what became of them, each as the later version says it, with what the earlier one said. */

import type { ComparedStatement, Comparison, Verdict } from '../../../shared/comparison/comparison.ts'
import { statementsBy, verdictsShown } from '../../../shared/comparison/comparison-text.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './compared-statements.module.css'

export function ComparedStatements({ comparison }: { readonly comparison: Comparison }) {
  return (
    <div className={classes.fates}>
      {verdictsShown.map((verdict) => (
        <Fate key={verdict} verdict={verdict} statements={statementsBy(comparison, verdict)} />
      ))}
    </div>
  )
}

interface FateProps {
  readonly verdict: Verdict
  readonly statements: readonly ComparedStatement[]
}

function Fate({ verdict, statements }: FateProps) {
  const texts = useTexts()
  if (statements.length === 0) return null
  return (
    <section className={classes.fate} data-verdict={verdict} data-testid={`fate-${verdict}`}>
      <h3 className={classes.verdict}>{texts.comparison.verdicts[verdict]}</h3>
      <ul className={classes.statements}>
        {statements.map(({ before, after }) => (
          <li key={after?.id ?? before?.id}>
            <p>{(after ?? before)?.sentence}</p>
            {before !== null && after !== null && before.sentence !== after.sentence && (
              <p className={classes.earlier}>{texts.comparing.was({ sentence: before.sentence })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
