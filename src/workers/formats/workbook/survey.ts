/** What kinds of values stand in a column of a table: counted in one pass over its cells. */
import { isMissingAmongFigures, trimmed } from '../../tables/columns/missing.ts'
import type { CellStore } from './cell-store.ts'
import { looksLikeDate } from './cell-text.ts'

export interface ColumnSurvey {
  plain: number
  /** Of those, how many are shown with leading noughts or between marks, as codes are. */
  codes: number
  percent: number
  /** By currency; '' where the format leaves it to the reader's locale. */
  currencies: Map<string, number>
  dates: number
  /** Of those, how many are not at midnight. */
  withTime: number
  times: number
  durations: number
  booleans: number
  /** Whether every number but dates is whole and exact. */
  whole: boolean
  /** Present texts to how often they stand; at most `maxDistinct` of them. */
  texts: Map<string, number>
  textCount: number
  /** Cells with an Excel error other than `#N/A`, which means "no value". */
  errors: number
}

const maxDistinct = 20_000

/** Surveys the cells of `column` from `firstRow` to `lastRow`, both included. */
export function surveyColumn(store: CellStore, column: number, firstRow: number, lastRow: number): ColumnSurvey {
  const survey: ColumnSurvey = {
    ...{
      plain: 0,
      codes: 0,
      percent: 0,
      currencies: new Map(),
      dates: 0,
      withTime: 0,
      times: 0,
      durations: 0,
      booleans: 0,
    },
    ...{ whole: true, texts: new Map(), textCount: 0, errors: 0 },
  }
  const cursor = store.cursor(column, firstRow)
  for (; cursor !== null && cursor.row >= 0 && cursor.row <= lastRow; cursor.next()) {
    const text = store.textOf(cursor.tag, cursor.value)
    if (text !== null) {
      countText(survey, text)
      continue
    }
    const meaning = store.meaningOf(cursor.tag)
    if (meaning === null) {
      const cell = store.decode(cursor.tag, cursor.value)
      if (cell.kind === 'boolean') survey.booleans++
      else if (cell.kind === 'error' && cell.code !== '#N/A') survey.errors++
      continue
    }
    countNumber(survey, meaning.kind === 'currency' ? meaning.currency : null, meaning.kind, cursor.value)
  }
  return survey
}

function countNumber(survey: ColumnSurvey, currency: string | null, kind: string, value: number): void {
  if (kind === 'date' || kind === 'timestamp' || (kind === 'time' && looksLikeDate(value))) {
    survey.dates++
    if (!Number.isInteger(value)) survey.withTime++
    return
  }
  if (kind === 'time' && value >= 0 && value < 1) {
    survey.times++
    return
  }
  if (kind === 'time' || kind === 'duration') {
    survey.durations++
    return
  }
  if (kind === 'percent') survey.percent++
  else if (currency !== null) survey.currencies.set(currency, (survey.currencies.get(currency) ?? 0) + 1)
  else {
    survey.plain++
    if (kind === 'code') survey.codes++
  }
  if (!Number.isSafeInteger(value)) survey.whole = false
}

function countText(survey: ColumnSurvey, text: string): void {
  const known = survey.texts.get(text)
  if (known !== undefined) {
    survey.texts.set(text, known + 1)
    survey.textCount++
  } else if (!isMissingAmongFigures(text)) {
    survey.textCount++
    const word = trimmed(text)
    if (survey.texts.size < maxDistinct || survey.texts.has(word))
      survey.texts.set(word, (survey.texts.get(word) ?? 0) + 1)
  }
}

/** Values present: all but missing ones and errors. */
export function countPresent(survey: ColumnSurvey): number {
  return countNumbers(survey) + survey.dates + survey.times + survey.durations + survey.booleans + survey.textCount
}

export function countNumbers(survey: ColumnSurvey): number {
  let currencies = 0
  for (const count of survey.currencies.values()) currencies += count
  return survey.plain + survey.percent + currencies
}
