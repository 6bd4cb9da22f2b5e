/** Tables of the source that are told together: the keys that were found between them, to be taken up and let go. */
import { Checkbox } from '@mantine/core'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import { type ChangeTold, withReading } from '../../../shared/story/told-edits.ts'
import type { ToldOptions } from '../../../shared/story/version.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './retelling.module.css'

interface ChosenJoinsProps {
  readonly tables: readonly ProfiledTable[]
  readonly told: ToldOptions
  readonly onChange: ChangeTold
}

interface Offered {
  readonly join: string
  /** How well it matches; null of one that is told already. */
  readonly why: string | null
}

/** Nothing where no table of the source names rows of another. */
export function ChosenJoins({ tables, told, onChange }: ChosenJoinsProps) {
  const { joins: words } = useTexts().retell
  const taken = told.reading?.join ?? []
  const offered = offeredOf(tables, taken)
  if (offered.length === 0) return null
  const set = (join: string, isTaken: boolean): void => {
    const next = isTaken ? [...taken, join] : taken.filter((one) => one !== join)
    onChange((before) => withReading(before, 'join', next.length === 0 ? undefined : next))
  }
  return (
    <section className={classes.part} aria-labelledby="retell-joins">
      <h2 id="retell-joins" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.lead}>{words.lead}</p>
      {offered.map(({ join, why }) => (
        <Checkbox
          key={join}
          label={join}
          description={why}
          checked={taken.includes(join)}
          onChange={(event) => set(join, event.currentTarget.checked)}
          data-testid="join"
        />
      ))}
    </section>
  )
}

/** Those told first, then those that were found. */
function offeredOf(tables: readonly ProfiledTable[], taken: readonly string[]): readonly Offered[] {
  const found = tables.flatMap(({ notes, noted = [] }) =>
    noted.flatMap(({ code, given }, index): Offered[] =>
      code === 'tables.keyFound' && typeof given.join === 'string'
        ? [{ join: given.join, why: notes[index] ?? null }]
        : [],
    ),
  )
  const told = taken.filter((join) => !found.some((one) => one.join === join))
  return [...told.map((join) => ({ join, why: null })), ...found]
}
