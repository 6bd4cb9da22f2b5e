/** What the story is to be about. */
import { NativeSelect } from '@mantine/core'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import { type ChangeTold, withTarget } from '../../../shared/story/told-edits.ts'
import type { ToldOptions } from '../../../shared/story/version.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './retelling.module.css'

interface ChosenSubjectProps {
  readonly tables: readonly ProfiledTable[]
  readonly told: ToldOptions
  readonly onChange: ChangeTold
}

export function ChosenSubject({ tables, told, onChange }: ChosenSubjectProps) {
  const texts = useTexts()
  const { subject } = texts.retell
  const names = [...new Set(tables.flatMap((table) => table.columns.map(({ name }) => name)))]
  return (
    <section className={classes.part} aria-labelledby="retell-subject">
      <h2 id="retell-subject" className={classes.heading}>
        {subject.title}
      </h2>
      <NativeSelect
        className={classes.field ?? ''}
        label={subject.target}
        description={subject.hint}
        value={told.focus?.target ?? ''}
        data={[{ value: '', label: subject.anything }, ...names.map((name) => ({ value: name, label: name }))]}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          onChange((before) => withTarget(before, chosen === '' ? null : chosen))
        }}
        data-testid="target"
      />
    </section>
  )
}
