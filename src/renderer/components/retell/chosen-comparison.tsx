/** Two groups of a column, or two periods of a time, that the story is to compare. */
import { NativeSelect, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { Condition } from '../../../shared/story/condition.ts'
import type { Focus } from '../../../shared/story/focus.ts'
import { ConditionError, parseCondition } from '../../../shared/story/parse-condition.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../shared/story/table.ts'
import { type ChangeTold, withCompared } from '../../../shared/story/told-edits.ts'
import type { ToldOptions } from '../../../shared/story/version.ts'
import { writeCondition } from '../../../shared/story/write-condition.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './retelling.module.css'

interface ChosenComparisonProps {
  readonly tables: readonly ProfiledTable[]
  readonly told: ToldOptions
  readonly onChange: ChangeTold
}

export function ChosenComparison({ tables, told, onChange }: ChosenComparisonProps) {
  const texts = useTexts()
  const { compared } = texts.retell
  const suggestions = useId()
  const columns = tables.flatMap((table) =>
    table.columns.filter((column) => column.name !== table.view?.grouped?.name && isComparable(column)),
  )
  const said = shownOf(told.focus?.compare, columns)
  // What is half written compares nothing yet.
  const [form, setForm] = useState(said)
  const shown = form.column === '' || told.focus?.compare === undefined ? form : said
  const column = columns.find(({ name }) => name === shown.column)
  const change = (changes: Partial<Shown>): void => {
    const next = { ...shown, ...changes }
    setForm(next)
    const chosen = columns.find(({ name }) => name === next.column)
    onChange((before) => withCompared(before, chosen === undefined ? null : comparedOf(chosen, next)))
  }
  const isPeriod = column?.role === 'time'
  const side = (key: 'first' | 'second') => (
    <TextInput
      label={compared[key]}
      description={isPeriod ? compared.period : undefined}
      value={shown[key]}
      list={suggestions}
      autoComplete="off"
      onChange={(event) => change({ [key]: event.currentTarget.value })}
      data-testid={`compare-${key}`}
    />
  )
  return (
    <section className={classes.part} aria-labelledby="retell-compared">
      <h2 id="retell-compared" className={classes.heading}>
        {compared.title}
      </h2>
      <div className={classes.filter}>
        <NativeSelect
          label={compared.column}
          description={compared.hint}
          value={shown.column}
          data={[
            { value: '', label: compared.none },
            ...[...new Set(columns.map(({ name }) => name))].map((name) => ({ value: name, label: name })),
          ]}
          onChange={(event) => change({ column: event.currentTarget.value, first: '', second: '' })}
          data-testid="compare-column"
        />
        {column !== undefined && side('first')}
        {column !== undefined && side('second')}
        <datalist id={suggestions}>
          {(column?.stats.top ?? []).map(({ value }) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      </div>
    </section>
  )
}

interface Shown {
  readonly column: string
  readonly first: string
  readonly second: string
}

const nothing: Shown = { column: '', first: '', second: '' }

function isComparable({ role, distinct }: ProfiledColumn): boolean {
  return distinct >= 2 && (role === 'dimension' || role === 'time')
}

function comparedOf({ name: column, role }: ProfiledColumn, { first, second }: Shown): Focus['compare'] | null {
  const [left, right] = [first.trim(), second.trim()]
  if (left === '' || right === '') return null
  if (role === 'time') return { by: 'periods', periods: [left, right], column }
  const equal = (value: string): string => writeCondition({ kind: 'compare', column, operator: '=', value })
  return { by: 'groups', groups: [equal(left), equal(right)] }
}

/** What the command line compared by other conditions is told as it stands, and not shown. */
function shownOf(compare: Focus['compare'], columns: readonly ProfiledColumn[]): Shown {
  if (compare === undefined) return nothing
  if (compare.by === 'periods') {
    const [first, second] = compare.periods
    const time = compare.column ?? columns.find(({ role }) => role === 'time')?.name ?? ''
    return { column: time, first, second }
  }
  const [left, right] = compare.groups.map((text) => valueOfColumn(text, columns))
  if (left == null || right == null || left.column !== right.column) return nothing
  return { column: left.column, first: String(left.value), second: String(right.value) }
}

function valueOfColumn(
  text: string,
  columns: readonly ProfiledColumn[],
): Extract<Condition, { kind: 'compare' }> | null {
  try {
    const condition = parseCondition(
      text,
      columns.map(({ name }) => name),
    )
    return condition.kind === 'compare' && condition.operator === '=' ? condition : null
  } catch (error) {
    if (error instanceof ConditionError) return null
    throw error
  }
}
