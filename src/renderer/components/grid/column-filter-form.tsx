/** The filter of one column by what it holds: a range, a part of a text, values with their counts, missing or not. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GridFilter } from '../../../shared/contract/grid.ts'
import type { ConditionValue } from '../../../shared/story/condition.ts'
import { conditionValue } from '../../../shared/story/mark/cell-condition.ts'
import type { ProfiledColumn } from '../../../shared/story/table.ts'
import { gridColumnQuery } from '../../queries/grid.ts'
import { begunForms, useBegun } from '../../stores/begun.ts'
import { useTexts } from '../../stores/language.ts'
import { formatCount } from '../../words/amounts.ts'
import { cellText } from '../../words/grid-cells.ts'
import type { ColumnFilter } from '../../words/grid-filters.ts'
import classes from './column-panel.module.css'

/** Columns with more different values are no sets to choose from. */
const mostInSet = 5_000
const shownValues = 50
const settleMs = 200

const begunFilters = begunForms<ColumnFilter>()

interface ColumnFilterFormProps {
  readonly storyId: string
  readonly column: ProfiledColumn
  /** Of the other columns. */
  readonly filter: GridFilter
  readonly initial: ColumnFilter
  readonly onApply: (filter: ColumnFilter) => void
  readonly onClear: () => void
}

export function ColumnFilterForm({ storyId, column, filter, initial, onApply, onClear }: ColumnFilterFormProps) {
  const texts = useTexts()
  const [chosen, keep, isBegun] = useBegun(begunFilters, `${storyId} ${filter.table} ${column.name}`, initial)
  const change = (part: Partial<ColumnFilter>): void => keep({ ...chosen, ...part })
  const isRange = column.storage !== 'VARCHAR' && column.storage !== 'BOOLEAN'
  const isDay = column.storage === 'DATE' || column.storage === 'TIMESTAMP'
  const missing = { either: texts.grid.missingEither, only: texts.grid.missingOnly, none: texts.grid.missingNone }
  return (
    <form
      className={classes.part}
      aria-label={texts.grid.filter}
      data-testid="column-filter"
      onSubmit={(event) => {
        event.preventDefault()
        keep(null)
        onApply(chosen)
      }}
    >
      <h3>{texts.grid.filter}</h3>
      {isRange && (
        <div className={classes.range}>
          <TextInput
            size="xs"
            label={texts.grid.from}
            inputMode={isDay ? 'text' : 'decimal'}
            placeholder={isDay ? '2024-01-31' : ''}
            value={chosen.low}
            data-testid="filter-from"
            onChange={(event) => change({ low: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={texts.grid.to}
            inputMode={isDay ? 'text' : 'decimal'}
            placeholder={isDay ? '2024-12' : ''}
            value={chosen.high}
            data-testid="filter-to"
            onChange={(event) => change({ high: event.currentTarget.value })}
          />
        </div>
      )}
      {column.storage === 'VARCHAR' && (
        <TextInput
          size="xs"
          label={texts.grid.contains}
          value={chosen.contains}
          data-testid="filter-contains"
          onChange={(event) => change({ contains: event.currentTarget.value })}
        />
      )}
      {column.distinct <= mostInSet && !isDay && (
        <ValueSet storyId={storyId} column={column} filter={filter} chosen={chosen} onChange={change} />
      )}
      <NativeSelect
        size="xs"
        label={texts.grid.missingRows}
        data={(['either', 'only', 'none'] as const).map((value) => ({ value, label: missing[value] }))}
        value={chosen.missing}
        onChange={(event) => {
          const { value } = event.currentTarget
          change({ missing: value === 'only' || value === 'none' ? value : 'either' })
        }}
      />
      {isBegun && (
        <p className={classes.hint} data-testid="filter-begun">
          {texts.grid.notYetApplied}
        </p>
      )}
      <div className={classes.small}>
        <Button type="submit" size="xs" data-testid="apply-filter">
          {texts.grid.apply}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            keep(null)
            onClear()
          }}
        >
          {texts.grid.clear}
        </Button>
      </div>
    </form>
  )
}

interface ValueSetProps {
  readonly storyId: string
  readonly column: ProfiledColumn
  readonly filter: GridFilter
  readonly chosen: ColumnFilter
  readonly onChange: (part: Partial<ColumnFilter>) => void
}

function ValueSet({ storyId, column, filter, chosen, onChange }: ValueSetProps) {
  const texts = useTexts()
  const [looked, setLooked] = useState('')
  const [holding] = useDebouncedValue(looked.trim(), settleMs)
  const { data } = useQuery(gridColumnQuery(storyId, filter, { column: column.name, values: shownValues, holding }))
  const found = data?.common ?? []
  const foundValues = found.flatMap(({ value, count }) =>
    value === null
      ? []
      : [{ value: conditionValue(value, column.format), text: cellText(value, column, texts.locale), count }],
  )
  // What is chosen stays in sight, whatever is looked for.
  const further = chosen.values.filter((value) => !foundValues.some((one) => one.value === value))
  const entries = [...further.map((value) => ({ value, text: String(value), count: null })), ...foundValues]
  const choose = (value: ConditionValue, isChosen: boolean): void =>
    onChange({ values: isChosen ? [...chosen.values, value] : chosen.values.filter((one) => one !== value) })
  return (
    <fieldset className={classes.set}>
      <legend className="visually-hidden">{texts.grid.common}</legend>
      {column.distinct > 8 && (
        <TextInput
          size="xs"
          aria-label={texts.grid.findValue}
          placeholder={texts.grid.findValue}
          value={looked}
          onChange={(event) => setLooked(event.currentTarget.value)}
        />
      )}
      {data !== undefined && entries.length === 0 && (
        <p className={classes.hint}>{holding === '' ? texts.grid.noValue : texts.grid.noSuchValue}</p>
      )}
      <div className={classes.values}>
        {entries.map(({ value, text, count }) => (
          <Checkbox
            key={`${typeof value} ${value}`}
            size="xs"
            label={
              <span className={classes.choice}>
                <span>{text}</span>
                {count !== null && <span className={classes.count}>{formatCount(count)}</span>}
              </span>
            }
            checked={chosen.values.includes(value)}
            onChange={(event) => choose(value, event.currentTarget.checked)}
          />
        ))}
      </div>
      {chosen.values.length > 0 && (
        <Checkbox
          size="xs"
          label={texts.grid.leaveOut}
          checked={chosen.leavesOut}
          onChange={(event) => onChange({ leavesOut: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  )
}
