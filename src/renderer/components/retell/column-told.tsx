/** One column: how it is read and used, what came second one click away, and what a choice changes. */
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { longestName, problemOfName, tidyName } from '../../../shared/story/column-names.ts'
import { type Focus, unitSchema } from '../../../shared/story/focus.ts'
import type { ColumnReading } from '../../../shared/story/reading.ts'
import {
  type ColumnType,
  columnRoleSchema,
  columnTypeSchema,
  type ProfiledColumn,
} from '../../../shared/story/table.ts'
import { type ChangeTold, withIgnored, withSaid } from '../../../shared/story/told-edits.ts'
import { useTexts } from '../../stores/language.ts'
import { alternativesOf } from '../../words/column-alternatives.ts'
import { inSource } from '../../words/told-names.ts'
import { ColumnOrder } from './column-order.tsx'
import classes from './retelling.module.css'
import { TakenField } from './taken-field.tsx'

interface ColumnToldProps {
  readonly column: ProfiledColumn
  /** Why it was read so; null where its format left nothing to decide. */
  readonly reading: ColumnReading | null
  readonly focus: Focus
  readonly onChange: ChangeTold
}

export function ColumnTold({ column, reading, focus, onChange }: ColumnToldProps) {
  const texts = useTexts()
  const words = texts.retell.columns
  const { types } = texts.tables
  const { name } = column
  const type = focus.types?.[name]
  const role = focus.roles?.[name]
  const ignored = focus.ignore?.includes(name) ?? false
  const judged = (said: unknown, now: string): string =>
    said === undefined ? words.asJudgedNow({ judged: now }) : words.asJudged
  const heading = `column-${name}`
  return (
    <li className={classes.column} data-ignored={ignored || undefined} data-testid="column-told" data-column={name}>
      <div className={classes.columnHead}>
        <h3 id={heading} className={classes.columnName}>
          {name}
        </h3>
        <p className={classes.quiet}>
          {[
            ...(column.sourceName === undefined ? [] : [words.inTheFile({ column: column.sourceName })]),
            types[column.type],
            words.different({ count: column.distinct }),
            words.missing({ count: column.nulls }),
            ...(reading === null ? [] : [reading.why]),
          ].join(' · ')}
        </p>
      </div>
      <div className={classes.columnFields}>
        <NameField column={column} focus={focus} onChange={onChange} />
        <NativeSelect
          label={words.type}
          aria-label={words.typeOf({ column: name })}
          value={type ?? ''}
          data={[
            { value: '', label: judged(type, types[column.type]) },
            ...columnTypeSchema.options.map((value) => ({ value, label: types[value] })),
          ]}
          onChange={(event) => {
            const chosen = columnTypeSchema.safeParse(event.currentTarget.value)
            onChange((told) => withSaid(told, 'types', name, chosen.success ? chosen.data : null))
          }}
          data-testid="column-type"
        />
        <NativeSelect
          label={words.role}
          aria-label={words.roleOf({ column: name })}
          value={role ?? ''}
          data={[
            { value: '', label: judged(role, words.roles[column.role]) },
            ...columnRoleSchema.options.map((value) => ({ value, label: words.roles[value] })),
          ]}
          onChange={(event) => {
            const chosen = columnRoleSchema.safeParse(event.currentTarget.value)
            onChange((told) => withSaid(told, 'roles', name, chosen.success ? chosen.data : null))
          }}
          data-testid="column-role"
        />
        {holdsNumbers(column, type) && <UnitField column={column} focus={focus} onChange={onChange} />}
        <MissingField column={column} focus={focus} onChange={onChange} />
        <Checkbox
          className={classes.leaveOut ?? ''}
          label={words.leaveOut}
          aria-label={words.leaveOutNamed({ column: name })}
          checked={ignored}
          onChange={(event) => {
            const { checked } = event.currentTarget
            onChange((told) => withIgnored(told, name, checked))
          }}
        />
      </div>
      <ColumnOrder column={column} type={type} order={focus.orders?.[name] ?? null} onChange={onChange} />
      {type !== undefined && <p className={classes.consequence}>{words.changes[type]}</p>}
      {type === undefined && !ignored && (
        <div className={classes.alternatives}>
          {alternativesOf(column, reading).map((other) => (
            <Button
              key={other}
              variant="subtle"
              size="compact-sm"
              title={words.changes[other]}
              aria-describedby={heading}
              onClick={() => onChange((told) => withSaid(told, 'types', name, other))}
              data-testid={`read-as-${other}`}
            >
              {words.readInstead({ type: types[other] })}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

/** As it will be read: only numbers have a unit. */
function holdsNumbers({ storage }: ProfiledColumn, type: ColumnType | undefined): boolean {
  if (type !== undefined) return type === 'number' || type === 'integer'
  return storage === 'DOUBLE' || storage === 'BIGINT'
}

interface FieldProps {
  readonly column: ProfiledColumn
  readonly focus: Focus
  readonly onChange: ChangeTold
}

/** Nothing in it is the name that the source has. */
function NameField({ column, focus, onChange }: FieldProps) {
  const words = useTexts().retell.columns
  const source = inSource(column)
  return (
    <TakenField
      label={words.called}
      aria-label={words.calledOf({ column: column.name })}
      placeholder={source}
      value={focus.names?.[source] ?? ''}
      wrongIn={(text) => (problemOfName(text, []) === 'long' ? words.nameLong({ most: longestName }) : null)}
      onTake={(text) => {
        const name = tidyName(text)
        onChange((told) => withSaid(told, 'names', source, name === '' || name === source ? null : name))
      }}
      data-testid="column-name"
    />
  )
}

/** What is no unit stays in the field, which says so. */
function UnitField({ column: { name, format }, focus, onChange }: FieldProps) {
  const words = useTexts().retell.columns
  return (
    <TakenField
      label={words.unit}
      aria-label={words.unitOf({ column: name })}
      value={focus.units?.[name] ?? ''}
      placeholder={format?.replace(/^(?:unit|currency):/u, '') ?? ''}
      wrongIn={(text) => (text === '' || unitSchema.safeParse(text).success ? null : words.unitWrong)}
      onTake={(unit) => onChange((told) => withSaid(told, 'units', name, unit === '' ? null : unit))}
      data-testid="column-unit"
    />
  )
}

function MissingField({ column: { name }, focus, onChange }: FieldProps) {
  const words = useTexts().retell.columns
  return (
    <TakenField
      label={words.missingValues}
      aria-label={words.missingOf({ column: name })}
      placeholder={words.missingHint}
      value={(focus.missing?.[name] ?? []).join(', ')}
      onTake={(text) => {
        const values = [...new Set(text.split(',').map((value) => value.trim()))].filter((value) => value !== '')
        onChange((told) => withSaid(told, 'missing', name, values.length === 0 ? null : values))
      }}
      data-testid="column-missing"
    />
  )
}
