/** The columns, each with how it is read and used, to be corrected. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { foldText } from '../../../shared/format/fold.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import type { ChangeTold } from '../../../shared/story/told-edits.ts'
import type { ToldOptions } from '../../../shared/story/version.ts'
import { useTexts } from '../../stores/language.ts'
import { inSource } from '../../words/told-names.ts'
import { ColumnTold } from './column-told.tsx'
import classes from './retelling.module.css'

/** As many as are drawn at once, and more each time they are asked for. */
const columnsAtOnce = 30

interface ColumnsToldProps {
  readonly tables: readonly ProfiledTable[]
  readonly told: ToldOptions
  readonly onChange: ChangeTold
}

export function ColumnsTold({ tables, told, onChange }: ColumnsToldProps) {
  const texts = useTexts()
  const words = texts.retell.columns
  const [tableName, setTableName] = useState(tables[0]?.name ?? '')
  const [sought, setSought] = useState('')
  const [shown, setShown] = useState(columnsAtOnce)
  const deferred = useDeferredValue(foldText(sought.trim()))
  const table = tables.find(({ name }) => name === tableName) ?? tables[0]
  const readings = new Map((table?.reading?.columns ?? []).map((one) => [one.name, one]))
  const found = (table?.columns ?? []).filter((column) =>
    [column.name, inSource(column)].some((name) => foldText(name).includes(deferred)),
  )
  const rest = found.length - shown
  return (
    <section className={classes.part} aria-labelledby="retell-columns">
      <h2 id="retell-columns" className={classes.heading}>
        {words.title}
      </h2>
      <div className={classes.tools}>
        {tables.length > 1 && (
          <NativeSelect
            label={words.table}
            value={table?.name ?? ''}
            data={tables.map(({ name }) => name)}
            onChange={(event) => setTableName(event.currentTarget.value)}
          />
        )}
        {(table?.columns.length ?? 0) > 8 && (
          <TextInput
            label={words.find}
            type="search"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        )}
      </div>
      {found.length === 0 && <p className={classes.quiet}>{words.none}</p>}
      <ul className={classes.columns}>
        {found.slice(0, shown).map((column) => (
          <ColumnTold
            key={column.name}
            column={column}
            reading={readings.get(inSource(column)) ?? null}
            focus={told.focus ?? {}}
            onChange={onChange}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="default" onClick={() => setShown((before) => before + columnsAtOnce)}>
          {words.more({ count: Math.min(rest, columnsAtOnce) })}
        </Button>
      )}
    </section>
  )
}
