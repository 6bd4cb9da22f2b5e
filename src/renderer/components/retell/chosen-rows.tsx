/** Which rows are told: filters as a sentence and as chips, and the form that adds one. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { type Condition, conditionText } from '../../../shared/story/condition.ts'
import { allOf, partsOfCondition } from '../../../shared/story/condition-parts.ts'
import { ConditionError, parseCondition } from '../../../shared/story/parse-condition.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../shared/story/table.ts'
import { type ChangeTold, withConditions, withTotals } from '../../../shared/story/told-edits.ts'
import type { ToldOptions } from '../../../shared/story/version.ts'
import { useTexts } from '../../stores/language.ts'
import {
  conditionOf,
  type FilterForm,
  type FilterTest,
  needsValue,
  testsOf,
  withPart,
} from '../../words/filter-form.ts'
import classes from './retelling.module.css'

interface ChosenRowsProps {
  readonly tables: readonly ProfiledTable[]
  readonly told: ToldOptions
  readonly onChange: ChangeTold
}

export function ChosenRows({ tables, told, onChange }: ChosenRowsProps) {
  const texts = useTexts()
  const columns = tables.flatMap((table) => table.columns)
  const parts = partsOf(told.focus?.where, columns)
  const totals = partsOf(told.focus?.totals, columns)
  const condition = allOf(parts)
  const rows = tables.reduce((sum, table) => sum + (table.view?.rowsStored ?? table.rows), 0)
  const set = (next: readonly Condition[]): void => onChange((before) => withConditions(before, next))
  return (
    <section className={classes.part} aria-labelledby="retell-rows">
      <h2 id="retell-rows" className={classes.heading}>
        {texts.retell.rows.title}
      </h2>
      <p className={classes.sentence} data-testid="rows-sentence" aria-live="polite">
        {condition === null
          ? texts.retell.rows.all({ rows })
          : texts.retell.rows.only({ condition: conditionText(texts, condition) })}
      </p>
      {parts.length > 0 && (
        <ul className={classes.chips}>
          {parts.map((part, index) => {
            const words = conditionText(texts, part)
            return (
              <li key={words} className={classes.chip}>
                <span>{words}</span>
                <button
                  type="button"
                  aria-label={texts.retell.rows.remove({ condition: words })}
                  onClick={() => set(parts.toSpliced(index, 1))}
                >
                  <IconX size={15} aria-hidden />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {totals.length > 0 && (
        <div className={classes.chip}>
          <span>
            {texts.retell.rows.totals({ condition: totals.map((part) => conditionText(texts, part)).join(', ') })}
          </span>
          <button
            type="button"
            aria-label={texts.retell.rows.removeTotals}
            onClick={() => onChange((before) => withTotals(before, null))}
          >
            <IconX size={15} aria-hidden />
          </button>
        </div>
      )}
      <FilterFields
        columns={columns}
        onAdd={(part) => set(withPart(parts, part))}
        onTotals={(part) => onChange((before) => withTotals(before, part))}
      />
    </section>
  )
}

/** What was written on the command line may name no column of today: it is then told as it stands, and not shown. */
function partsOf(where: string | undefined, columns: readonly ProfiledColumn[]): readonly Condition[] {
  if (where === undefined) return []
  try {
    return partsOfCondition(
      parseCondition(
        where,
        columns.map(({ name }) => name),
      ),
    )
  } catch (error) {
    if (error instanceof ConditionError) return []
    throw error
  }
}

interface FilterFieldsProps {
  readonly columns: readonly ProfiledColumn[]
  readonly onAdd: (part: Condition) => void
  /** Its rows are totals of others. */
  readonly onTotals: (part: Condition) => void
}

function FilterFields({ columns, onAdd, onTotals }: FilterFieldsProps) {
  const texts = useTexts()
  const { rows } = texts.retell
  const suggestions = useId()
  const first = columns.find(({ type }) => type === 'category') ?? columns[0]
  const [form, setForm] = useState<FilterForm>({ column: first?.name ?? '', test: 'is', value: '', second: '' })
  const [problem, setProblem] = useState<string | null>(null)
  const column = columns.find(({ name }) => name === form.column) ?? first
  if (column === undefined) return null
  const tests = testsOf(column)
  const test = tests.includes(form.test) ? form.test : 'is'
  const change = (changes: Partial<FilterForm>): void => {
    setForm((before) => ({ ...before, ...changes }))
    setProblem(null)
  }
  const add = (take: (part: Condition) => void): void => {
    const made = conditionOf({ ...form, column: column.name, test }, column, texts)
    if ('problem' in made) {
      setProblem(made.problem)
      return
    }
    take(made.condition)
    change({ value: '', second: '' })
  }
  const isTime = column.storage === 'DATE' || column.storage === 'TIMESTAMP'
  const hint = isTime ? rows.dateHint : rows.valueHint
  return (
    <form
      className={classes.filter}
      onSubmit={(event) => {
        event.preventDefault()
        add(onAdd)
      }}
    >
      <NativeSelect
        label={rows.column}
        value={column.name}
        data={[...new Set(columns.map(({ name }) => name))]}
        onChange={(event) => change({ column: event.currentTarget.value, value: '', second: '' })}
        data-testid="filter-column"
      />
      <NativeSelect
        label={rows.test}
        value={test}
        data={tests.map((value) => ({ value, label: rows.tests[value] }))}
        onChange={(event) => change({ test: event.currentTarget.value as FilterTest })}
        data-testid="filter-test"
      />
      {needsValue(test) && (
        <TextInput
          label={rows.value}
          description={hint}
          value={form.value}
          error={problem}
          list={suggestions}
          autoComplete="off"
          onChange={(event) => change({ value: event.currentTarget.value })}
          data-testid="filter-value"
        />
      )}
      {test === 'between' && (
        <TextInput
          label={rows.secondValue}
          description={hint}
          value={form.second}
          autoComplete="off"
          onChange={(event) => change({ second: event.currentTarget.value })}
        />
      )}
      <datalist id={suggestions}>
        {(column.stats.top ?? []).map(({ value }) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} />} data-testid="filter-add">
        {rows.add}
      </Button>
      <Button variant="subtle" onClick={() => add(onTotals)} data-testid="filter-totals">
        {rows.setAside}
      </Button>
    </form>
  )
}
