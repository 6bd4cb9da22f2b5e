/** How the file itself was read: each decision with its reason, what came second one click away, and what was set aside. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { namedIn } from '../../../shared/format/words.ts'
import type { ReadingChoice, ReadingOptions, TableReading } from '../../../shared/story/reading.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import { type ChangeTold, withReading } from '../../../shared/story/told-edits.ts'
import type { ToldOptions } from '../../../shared/story/version.ts'
import { loadedOf } from '../../queries/client.ts'
import { rowsQuery } from '../../queries/stories.ts'
import { useTexts } from '../../stores/language.ts'
import { dateOrderOf, optionOfChoice } from '../../words/reading-choices.ts'
import { DataTable, writeStored } from '../data-table.tsx'
import { delimiterName, ReadingFields } from './reading-fields.tsx'
import classes from './retelling.module.css'

/** First rows in view, and rows that were set aside. */
const mostRows = 8
const mostSetAside = 12

interface FileReadingProps {
  readonly storyId: string
  readonly tables: readonly ProfiledTable[]
  readonly told: ToldOptions
  readonly onChange: ChangeTold
}

/** Nothing for formats that leave nothing to decide. */
export function FileReading({ storyId, tables, told, onChange }: FileReadingProps) {
  const texts = useTexts()
  const words = texts.retell.file
  const [table] = tables.filter(({ reading }) => reading !== undefined)
  if (table?.reading === undefined) return null
  const { choices, setAside, columns } = table.reading
  const say = (options: ReadingOptions): void => onChange((before) => withAll(before, options))
  const order = columns.find((column) => dateOrderOf(column.order) !== null)
  return (
    <section className={classes.part} aria-labelledby="retell-file">
      <h2 id="retell-file" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.lead}>{words.lead}</p>
      <ul className={classes.columns}>
        {choices.map((choice) => (
          <Decision key={choice.what} choice={choice} onTake={say} />
        ))}
        {order !== undefined && <DateOrder reading={order} onTake={say} />}
      </ul>
      <ReadingFields
        reading={told.reading ?? {}}
        choices={choices}
        hasTotals={setAside.length > 0 || table.view?.without !== undefined}
        onSay={say}
      />
      {setAside.length > 0 && (
        <details>
          <summary>{words.setAside({ count: setAside.length })}</summary>
          <ul className={classes.asides}>
            {setAside.slice(0, mostSetAside).map(({ kind, row, text }) => (
              <li key={`${row} ${text}`}>
                {row === null ? '' : `${row}: `}
                {namedIn(texts.explanation.kinds, kind)} · {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <FirstRows storyId={storyId} table={table} />
    </section>
  )
}

function withAll(told: ToldOptions, options: ReadingOptions): ToldOptions {
  return (Object.keys(options) as (keyof ReadingOptions)[]).reduce(
    (before, key) => withReading(before, key, options[key]),
    told,
  )
}

interface DecisionProps {
  readonly choice: ReadingChoice
  readonly onTake: (options: ReadingOptions) => void
}

function Decision({ choice: { what, chosen, why, runnerUp }, onTake }: DecisionProps) {
  const texts = useTexts()
  const words = texts.retell.file
  const written = (value: string): string => {
    const name = what === 'delimiter' ? delimiterName(value) : null
    return name === null ? namedIn(texts.explanation.values, value) : words.delimiters[name]
  }
  const other = runnerUp === null ? null : optionOfChoice(what, runnerUp)
  return (
    <li className={classes.decision} data-testid="decision" data-decision={what}>
      <p>
        <strong>{words.decisions[what]}</strong> {written(chosen)} <span className={classes.quiet}>{why}</span>
      </p>
      {runnerUp !== null && other !== null && (
        <Button variant="subtle" size="compact-sm" onClick={() => onTake(other)} data-testid="take-second">
          {what === 'periods' ? words.keepWide : words.take({ value: written(runnerUp) })}
        </Button>
      )}
    </li>
  )
}

interface DateOrderProps {
  readonly reading: TableReading['columns'][number]
  readonly onTake: (options: ReadingOptions) => void
}

function DateOrder({ reading: { name, order, runnerUp }, onTake }: DateOrderProps) {
  const texts = useTexts()
  const words = texts.retell.file
  const other = dateOrderOf(runnerUp)
  return (
    <li className={classes.decision} data-testid="decision" data-decision="date-order">
      <p>
        <strong>{words.dateOrder}</strong> {namedIn(texts.explanation.types, order ?? '')}{' '}
        <span className={classes.quiet}>{words.dateOrderOf({ column: name })}</span>
      </p>
      {other !== null && other !== undefined && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onTake({ dateOrder: other })}
          data-testid="take-second"
        >
          {words.take({ value: namedIn(texts.explanation.types, runnerUp ?? '') })}
        </Button>
      )}
    </li>
  )
}

function FirstRows({ storyId, table }: { readonly storyId: string; readonly table: ProfiledTable }) {
  const texts = useTexts()
  const page = loadedOf(useQuery(rowsQuery(storyId, table.name, 0, mostRows)))
  if (page.state !== 'ready') return null
  return (
    <DataTable
      label={texts.retell.file.firstRows}
      columns={page.value.columns.slice(0, 40).map((name) => ({ name }))}
      rows={page.value.rows.map((row) => row.slice(0, 40))}
      write={writeStored}
      firstRow={1}
      maxHeight={300}
    />
  )
}
