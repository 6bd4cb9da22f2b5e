/** Words that all statements about a time series share: what is measured, over which periods, on how many rows. */
import { formatNumber, formOfDifference } from '../../../shared/format/numbers.ts'
import { formatPeriodShort } from '../../../shared/format/periods.ts'
import type { DetailName, DetectedType, ValueName } from '../../analysis/values.ts'
import { join, named, type Phrase, say } from '../phrase.ts'
import type { Voice } from '../voice.ts'

type SeriesType = Extract<DetectedType, 'trend' | 'seasonality' | 'time_outlier' | 'level_shift' | 'record'>

/** `average price`, `total sales`, `price`, `the number of rows`: goes with verbs in the past, whatever its number. */
export function subjectOf(voice: Voice<SeriesType>): Phrase {
  return say`${wholeSubjectOf(voice)}${voice.part}`
}

function wholeSubjectOf(voice: Voice<SeriesType>): Phrase {
  if (voice.detail('measure') === null) return say`the number of rows`
  const measure = voice.column('measure')
  // One row a period is neither added up nor averaged.
  if (voice.raw('n') === voice.raw('periods')) return measure
  return voice.detail('aggregate') === 'mean' ? averageOf(voice) : totalOf(voice)
}

type OfMeasure = Extract<DetectedType, SeriesType | 'group_difference' | 'total' | 'dominance' | 'concentration'>

/** `average price`; a measure that is called an average or a median already is not called so twice. */
export function averageOf(voice: Voice<OfMeasure>): Phrase {
  const measure = voice.column('measure')
  return /^(?:average|avg|mean|median|typical)\b/i.test(measure.text) ? measure : say`average ${measure}`
}

/** `total sales`, likewise. */
export function totalOf(voice: Voice<OfMeasure>): Phrase {
  const measure = voice.column('measure')
  return /^(?:total|sum|overall)\b/i.test(measure.text) ? measure : say`total ${measure}`
}

/** `from January 2019 to December 2022`. */
export function spanOf(voice: Voice<SeriesType>): Phrase {
  return say`from ${voice.period(voice.detail('from'))} to ${voice.period(voice.detail('to'))}`
}

/** `Jan 2019 to Dec 2022, 48 months, 4,200 rows`: what a statement about a series rests on. */
export function baseOf(voice: Voice<SeriesType>): Phrase {
  const ends = [voice.detail('from'), voice.detail('to')].map((iso) =>
    named(formatPeriodShort(String(iso ?? ''), voice.grain)),
  )
  return say`${join(ends, ' to ')}, ${sizeOf(voice)}`
}

/** `48 months, 4,200 rows`, for a statement that names its period itself. */
export function sizeOf(voice: Voice<SeriesType>): Phrase {
  const periods = voice.counted('periods', voice.grain)
  return voice.raw('n') === voice.raw('periods')
    ? say`${periods}, one row each`
    : say`${periods}, ${voice.counted('n', 'row')}`
}

/** How values of the series are written. Counted rows are counts, averages of counts are not. */
export function formOf(voice: Voice<SeriesType>): ReturnType<Voice<SeriesType>['form']> {
  return voice.form('measure')
}

/** The same for two values that must be told apart: six figures where three would write both alike. */
export function formOfBoth<Type extends SeriesType>(
  voice: Voice<Type>,
  first: ValueName<Type>,
  second: ValueName<Type>,
) {
  const form = voice.form('measure' as DetailName<Type>)
  const alike = formatNumber(voice.raw(first), form) === formatNumber(voice.raw(second), form)
  return alike && form.kind === 'number' ? ({ kind: 'value' } as const) : form
}

/** How differences of two values of the series are written. */
export function differenceFormOf(voice: Voice<SeriesType>): ReturnType<Voice<SeriesType>['form']> {
  return formOfDifference(formOf(voice))
}

/** ` a month` for what adds up; an average is not an amount a month. */
export function aPeriod(voice: Voice<SeriesType>): string {
  if (voice.detail('aggregate') === 'mean') return ''
  return voice.grain === 'hour' ? ' an hour' : ` a ${voice.grain}`
}

/** The interval's level: a constant of the method, not a number of the data. */
export const intervalName = named('95% interval')
