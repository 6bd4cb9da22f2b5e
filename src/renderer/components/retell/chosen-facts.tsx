/** What a person declares of how the rows came about: it changes the tests and the words. */
import { NativeSelect } from '@mantine/core'
import type { DeclaredFacts } from '../../../shared/story/declared-facts.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import { type ChangeTold, withFact } from '../../../shared/story/told-edits.ts'
import type { ToldOptions } from '../../../shared/story/version.ts'
import { useTexts } from '../../stores/language.ts'
import { assignable, repeating } from '../../words/declarable.ts'
import classes from './retelling.module.css'

interface ChosenFactsProps {
  readonly tables: readonly ProfiledTable[]
  readonly told: ToldOptions
  readonly onChange: ChangeTold
}

/** Of a list in which every other choice is a column: no column's name begins so, since names are marked by a colon. */
const independent = 'independent'

export function ChosenFacts({ tables, told, onChange }: ChosenFactsProps) {
  const texts = useTexts()
  const words = texts.retell.facts
  const { rows, rowsOf, assigned } = told.focus?.facts ?? {}
  const change = <Key extends keyof DeclaredFacts>(key: Key, value: DeclaredFacts[Key] | undefined): void =>
    onChange((before) => withFact(before, key, value))
  return (
    <section className={classes.part} aria-labelledby="retell-facts">
      <h2 id="retell-facts" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.quiet}>{words.lead}</p>
      <div className={classes.filter}>
        <NativeSelect
          label={words.rows}
          description={words.rowsHint}
          value={rows ?? ''}
          data={[
            { value: '', label: words.rowsUnsaid },
            { value: 'population', label: words.population },
            { value: 'sample', label: words.sample },
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            change('rows', chosen === 'population' || chosen === 'sample' ? chosen : undefined)
          }}
          data-testid="facts-rows"
        />
        <NativeSelect
          label={words.rowsOf}
          description={words.rowsOfHint}
          value={rowsOf === undefined ? '' : rowsOf === null ? independent : `:${rowsOf}`}
          data={[
            { value: '', label: words.rowsOfUnsaid },
            { value: independent, label: words.independent },
            ...repeating(tables, rowsOf).map((name) => ({ value: `:${name}`, label: name })),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            change('rowsOf', chosen === '' ? undefined : chosen === independent ? null : chosen.slice(1))
          }}
          data-testid="facts-rows-of"
        />
        <NativeSelect
          label={words.assigned}
          description={words.assignedHint}
          value={assigned ?? ''}
          data={[
            { value: '', label: words.assignedUnsaid },
            ...assignable(tables, assigned).map((name) => ({ value: name, label: name })),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            change('assigned', chosen === '' ? undefined : chosen)
          }}
          data-testid="facts-assigned"
        />
      </div>
    </section>
  )
}
