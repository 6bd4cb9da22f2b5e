/** What a person says of the file over what was decided, option by option; each may be taken back. */
import { Checkbox, NativeSelect } from '@mantine/core'
import type { ReadingChoice, ReadingOptions } from '../../../shared/story/reading.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './retelling.module.css'
import { TakenField } from './taken-field.tsx'

const encodings = [
  ...['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1251', 'macintosh'],
  ...['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'],
]
const mostHeaderRows = 5

interface ReadingFieldsProps {
  readonly reading: ReadingOptions
  /** What was decided: an option for what was not is of no use. */
  readonly choices: readonly ReadingChoice[]
  /** Whether rows were set aside that are totals, or may be. */
  readonly hasTotals: boolean
  readonly onSay: (options: { [Key in keyof ReadingOptions]: ReadingOptions[Key] }) => void
}

export function ReadingFields({ reading, choices, hasTotals, onSay }: ReadingFieldsProps) {
  const texts = useTexts()
  const words = texts.retell.file
  const decided = new Set(choices.map(({ what }) => what))
  const judged = { value: '', label: texts.retell.columns.asJudged }
  return (
    <fieldset className={classes.fields}>
      <legend>{words.sayOtherwise}</legend>
      {decided.has('encoding') && (
        <NativeSelect
          label={words.decisions.encoding}
          value={reading.encoding ?? ''}
          data={[
            judged,
            ...[...new Set([...(reading.encoding === undefined ? [] : [reading.encoding]), ...encodings])],
          ]}
          onChange={({ currentTarget: { value } }) => onSay({ encoding: value === '' ? undefined : value })}
        />
      )}
      {decided.has('delimiter') && (
        <NativeSelect
          label={words.decisions.delimiter}
          value={reading.delimiter ?? ''}
          data={[judged, ...delimiterNames.map(([value, name]) => ({ value, label: words.delimiters[name] }))]}
          onChange={({ currentTarget: { value } }) => onSay({ delimiter: value === '' ? undefined : value })}
          data-testid="reading-delimiter"
        />
      )}
      {decided.has('skip') && <SkipField skip={reading.skip} onSkip={(skip) => onSay({ skip })} />}
      {decided.has('header-rows') && (
        <NativeSelect
          label={words.decisions['header-rows']}
          value={reading.headerRows === undefined ? '' : String(reading.headerRows)}
          data={[judged, ...Array.from({ length: mostHeaderRows + 1 }, (_, rows) => String(rows))]}
          onChange={({ currentTarget: { value } }) => onSay({ headerRows: value === '' ? undefined : Number(value) })}
          data-testid="reading-header-rows"
        />
      )}
      <NativeSelect
        label={words.dateOrder}
        value={reading.dateOrder ?? ''}
        data={[
          judged,
          { value: 'day-first', label: texts.explanation.types['day first'] },
          { value: 'month-first', label: texts.explanation.types['month first'] },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onSay({ dateOrder: value === 'day-first' || value === 'month-first' ? value : undefined })
        }
        data-testid="reading-date-order"
      />
      <NativeSelect
        label={words.decimal}
        value={reading.decimal ?? ''}
        data={[judged, { value: '.', label: words.point }, { value: ',', label: words.comma }]}
        onChange={({ currentTarget: { value } }) =>
          onSay({ decimal: value === '.' || value === ',' ? value : undefined })
        }
      />
      {(hasTotals || reading.keepTotals === true) && (
        <Checkbox
          label={words.keepTotals}
          checked={reading.keepTotals === true}
          onChange={({ currentTarget: { checked } }) => onSay({ keepTotals: checked ? true : undefined })}
        />
      )}
    </fieldset>
  )
}

const delimiterNames = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
  [' ', 'blank'],
] as const

type DelimiterName = (typeof delimiterNames)[number][1]

/** As texts name it; null for one that has no name. */
export function delimiterName(delimiter: string): DelimiterName | null {
  return delimiterNames.find(([sign]) => sign === delimiter)?.[1] ?? null
}

interface SkipFieldProps {
  readonly skip: number | undefined
  readonly onSkip: (skip: number | undefined) => void
}

/** What is no number of rows stays in the field, which says so. */
function SkipField({ skip, onSkip }: SkipFieldProps) {
  const words = useTexts().retell
  return (
    <TakenField
      label={words.file.decisions.skip}
      inputMode="numeric"
      value={skip === undefined ? '' : String(skip)}
      placeholder={words.columns.asJudged}
      wrongIn={(text) => (/^\d{0,6}$/u.test(text) ? null : words.file.skipWrong)}
      onTake={(text) => onSkip(text === '' ? undefined : Number(text))}
      data-testid="reading-skip"
    />
  )
}
