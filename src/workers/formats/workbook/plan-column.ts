/** Decides how a column of a workbook is stored, from what its cells are, and from its texts where they hide numbers. */

import { formatOfWords, wordsOfFormat } from '../../../shared/format/boolean-words.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import type { StorageType } from '../../../shared/story/table.ts'
import { decideColumn, textReading } from '../../tables/columns/decide.ts'
import { noHints, type WritingHints } from '../../tables/columns/decision.ts'
import { neededWeight } from '../../tables/columns/readable.ts'
import { type ColumnReading, formatOf, storageOf } from '../../tables/columns/reading.ts'
import { type ColumnSurvey, countNumbers, countPresent } from './survey.ts'

/** What the cells of a column are taken for; texts among them are read by `reading`, if it is of the same kind. */
export type Target = 'number' | 'time' | 'clock' | 'length' | 'boolean' | 'text'

export interface ColumnPlan {
  readonly target: Target
  readonly storage: StorageType
  readonly format: string | null
  readonly reading: ColumnReading
  readonly notes: readonly Note[]
  readonly evidence: Partial<WritingHints>
  readonly ambiguous: boolean
}

export function planColumn(name: string, survey: ColumnSurvey, hints: WritingHints = noHints): ColumnPlan {
  const decision = decideColumn({ name, values: survey.texts }, hints)
  // Identifiers that are text so as not to lose digits would lose them as numbers.
  const reading = holdsLongDigits(decision.reading, survey) ? textReading : decision.reading
  const present = countPresent(survey)
  const target = chooseTarget(survey, reading, present)
  const used = target === targetOf(reading) && survey.textCount > 0
  return {
    target,
    storage: storageFor(target, survey, reading, used),
    format: formatFor(target, survey, reading, used),
    reading,
    notes: [...(used ? decision.notes : []), ...notesFor(target, survey, used, present)],
    evidence: used ? decision.evidence : {},
    ambiguous: used && decision.ambiguous !== null,
  }
}

/** More digits than a number of a workbook keeps. */
function holdsLongDigits(reading: ColumnReading, { texts }: ColumnSurvey): boolean {
  return reading.kind === 'number' && [...texts.keys()].some((text) => /^[0-9]{16,}$/u.test(text))
}

function targetOf(reading: ColumnReading): Target {
  return reading.kind === 'compound' ? 'number' : reading.kind
}

/** A kind needs nearly all present values; where none has them the column is text, in which everything can stand. */
function chooseTarget(survey: ColumnSurvey, reading: ColumnReading, present: number): Target {
  if (present === 0) return 'text'
  const needed = neededWeight(present, [...survey.texts.keys()])
  const texts = (kind: ColumnReading['kind']): number => (reading.kind === kind ? survey.textCount : 0)
  if (survey.dates + texts('time') >= needed) return 'time'
  if (countNumbers(survey) + texts('number') + compounds(survey, reading) >= needed) {
    // Shown with leading noughts, a number is a code.
    return survey.codes > 0 && 2 * survey.codes >= countNumbers(survey) ? 'text' : 'number'
  }
  if (survey.booleans + texts('boolean') >= needed) return 'boolean'
  if (survey.times + (reading.kind === 'length' && reading.of === 'day' ? survey.textCount : 0) >= needed) {
    return survey.times === 0 ? 'length' : 'clock'
  }
  if (texts('length') >= needed) return 'length'
  // Durations below a day look like times of day; beside longer ones they are durations too.
  if (survey.durations > 0 && survey.durations + survey.times >= needed) return 'length'
  return 'text'
}

/** A plain number beside feet and inches is in neither. */
function compounds(survey: ColumnSurvey, reading: ColumnReading): number {
  if (reading.kind !== 'compound') return 0
  return reading.form === 'fraction' || countNumbers(survey) === 0 ? survey.textCount : 0
}

function storageFor(target: Target, survey: ColumnSurvey, reading: ColumnReading, used: boolean): StorageType {
  switch (target) {
    case 'number':
      if (survey.percent > 0 || !survey.whole) return 'DOUBLE'
      return used && storageOf(reading) !== 'BIGINT' ? 'DOUBLE' : 'BIGINT'
    case 'clock':
    case 'length':
      return 'DOUBLE'
    case 'time':
      return survey.withTime > 0 || (used && storageOf(reading) === 'TIMESTAMP') ? 'TIMESTAMP' : 'DATE'
    case 'boolean':
      return 'BOOLEAN'
    case 'text':
      return 'VARCHAR'
  }
}

/** As a workbook shows the cells that are booleans proper. */
const cellWords = { yes: 'TRUE', no: 'FALSE' } as const

function formatFor(target: Target, survey: ColumnSurvey, reading: ColumnReading, used: boolean): string | null {
  if (target === 'clock') return 'clock:seconds'
  if (target === 'length') return survey.durations === 0 && used ? formatOf(reading) : 'duration:seconds'
  if (target === 'boolean') return formatOfWords(survey.booleans === 0 ? wordsOfFormat(formatOf(reading)) : cellWords)
  if (target !== 'number') return used && survey.dates === 0 ? formatOf(reading) : null
  const numbers = countNumbers(survey)
  if (numbers === 0) return formatOf(reading)
  if (survey.percent > numbers / 2) return 'percent'
  const [currency] = [...survey.currencies].sort(([, a], [, b]) => b - a)
  if (currency === undefined || survey.currencies.size > 1 || currency[1] <= numbers / 2 || currency[0] === '')
    return null
  return `currency:${currency[0]}`
}

function notesFor(target: Target, survey: ColumnSurvey, used: boolean, present: number): Note[] {
  const notes: Note[] = []
  const typed = present - survey.textCount
  if (target === 'number' && used) notes.push(note('columns.storedAsText', { count: survey.textCount }))
  if (target === 'text' && typed > survey.codes) notes.push(note('columns.mixedKinds'))
  const currencies = [...survey.currencies.keys()].filter((currency) => currency !== '')
  if (target === 'number' && currencies.length > 1)
    notes.push(note('columns.currenciesOf', { currencies: currencies.join(', ') }))
  return notes
}
