/** Words that all statements about a time series share: what is measured, over which periods, on how many rows. */
import { formOfDifference, tellingApart } from '../../../shared/format/numbers.ts'
import type { TextsTag } from '../../../shared/texts/texts.ts'
import type { MeasureNames, SeriesNames, ValueName } from '../names.ts'
import { intervalLevel } from './level.ts'
import { nothing, type Phrase, phraseOf } from './phrase.ts'
import { sharedWords } from './shared/index.ts'
import type { Voice } from './voice.ts'

function wordsOf({ language }: { readonly language: TextsTag }) {
  return sharedWords.in(language).series
}

/** `average price`, `total sales`, `price`, `the number of rows`: goes with verbs in the past, whatever its number. */
export function subjectOf(voice: Voice<SeriesNames>): Phrase {
  return phraseOf([wholeSubjectOf(voice), voice.part])
}

/** `the number of rows`, for a series of counts. */
export function numberOfRows(voice: Pick<Voice<SeriesNames>, 'language' | 'rowPlural'>): Phrase {
  return wordsOf(voice).numberOfRows({ rows: voice.rowPlural })
}

function wholeSubjectOf(voice: Voice<SeriesNames>): Phrase {
  if (voice.detail('measure') === null) return numberOfRows(voice)
  const measure = voice.column('measure')
  // One row a period is neither added up nor averaged.
  if (voice.raw('n') === voice.raw('periods')) return measure
  return voice.detail('aggregate') === 'mean' ? averageOf(voice) : totalOf(voice)
}

/** `average price`; a measure that is called an average or a median already is not called so twice. */
export function averageOf(voice: Voice<MeasureNames>): Phrase {
  const measure = voice.column('measure')
  return /^(?:average|avg|mean|median|typical)\b/i.test(measure.text) ? measure : wordsOf(voice).average({ measure })
}

/** `total sales`, likewise. */
export function totalOf(voice: Voice<MeasureNames>): Phrase {
  const measure = voice.column('measure')
  return /^(?:total|sum|overall)\b/i.test(measure.text) ? measure : wordsOf(voice).total({ measure })
}

/** `from January 2019 to December 2022`. */
export function spanOf(voice: Voice<SeriesNames>): Phrase {
  return wordsOf(voice).span({ from: voice.period(voice.detail('from')), to: voice.period(voice.detail('to')) })
}

/** `Jan 2019 to Dec 2022, 48 months, 4,200 rows`: what a statement about a series rests on. */
export function baseOf(voice: Voice<SeriesNames>): Phrase {
  const [from, to] = [voice.shortPeriod(voice.detail('from')), voice.shortPeriod(voice.detail('to'))]
  return wordsOf(voice).base({ from, to, size: sizeOf(voice) })
}

/** `48 months, 4,200 rows`, for a statement that names its period itself. */
export function sizeOf(voice: Voice<SeriesNames>): Phrase {
  const periods = voice.periods('periods')
  return voice.raw('n') === voice.raw('periods')
    ? wordsOf(voice).sizeOfOneEach({ periods, row: voice.row })
    : wordsOf(voice).size({ periods, rows: voice.rows('n') })
}

/** How values of the series are written. Counted rows are counts, averages of counts are not. */
export function formOf(voice: Voice<SeriesNames>): ReturnType<Voice<SeriesNames>['form']> {
  return voice.form('measure')
}

/** The same for two values that must be told apart. */
export function formOfBoth<N extends SeriesNames>(voice: Voice<N>, first: ValueName<N>, second: ValueName<N>) {
  return tellingApart(voice.form('measure'), [voice.raw(first), voice.raw(second)])
}

/** How differences of two values of the series are written. */
export function differenceFormOf(voice: Voice<SeriesNames>): ReturnType<Voice<SeriesNames>['form']> {
  return formOfDifference(formOf(voice))
}

/** ` a month` for what adds up; an average is not an amount a month. */
export function aPeriod(voice: Voice<SeriesNames>): Phrase {
  if (voice.detail('aggregate') === 'mean') return nothing
  return wordsOf(voice).aPeriod({ grain: voice.ofGrain })
}

/** ` (95 % interval: 1.2 to 3.4)`; empty where nothing was inferred, so that there is no interval. */
export function endsOf(
  voice: { readonly language: TextsTag },
  ends: { readonly low: Phrase; readonly high: Phrase } | null,
): Phrase {
  return ends === null ? nothing : wordsOf(voice).ends({ interval: intervalOf(voice), ...ends })
}

/** The interval's level is a constant of the method, not a number of the data. */
export function intervalOf(voice: { readonly language: TextsTag }): Phrase {
  return wordsOf(voice).interval({ level: intervalLevel(voice.language) })
}
