/** One of a few views of a screen, each with an address of its own. */
import type { Route } from '../routes/route.ts'
import { useTexts } from '../stores/language.ts'
import classes from './choices.module.css'
import { Link } from './link.tsx'

interface ChoicesProps {
  readonly label: string
  readonly choices: readonly {
    readonly key: string
    readonly label: string
    readonly count?: number | null
    readonly to: Route
  }[]
  readonly chosen: string
}

export function Choices({ label, choices, chosen }: ChoicesProps) {
  const texts = useTexts()
  return (
    <nav className={classes.choices} aria-label={label}>
      {choices.map((choice) => (
        <Link
          key={choice.key}
          to={choice.to}
          className={classes.choice}
          aria-current={choice.key === chosen ? 'true' : undefined}
          data-testid={`choice-${choice.key}`}
        >
          {choice.label}
          {choice.count !== undefined && choice.count !== null && choice.count > 0 && (
            <span className={classes.count}>{choice.count.toLocaleString(texts.locale)}</span>
          )}
        </Link>
      ))}
    </nav>
  )
}
