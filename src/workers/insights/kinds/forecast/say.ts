/** What comes next, if it goes on as before. */
import { formatNumber, type NumberForm } from '../../../../shared/format/numbers.ts'
import { nothing, type Phrase, say } from '../../words/phrase.ts'
import { formOf, intervalName, sizeOf, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type ForecastVoice = Voice<typeof names>

export const sayForecast: Say<typeof names> = (voice) => {
  const subject = subjectOf(voice)
  const repeating = voice.detail('season') === null ? 'value' : 'season'
  const error = voice.number('relative_error', { kind: 'percent' })
  return {
    headline: say`what to expect next of ${subject}`,
    claim: say`if it goes on as before, ${subject} would be about ${expected(voice, 'next')} ${voice.when(voice.detail('next_period'))}${later(voice)} (${sizeOf(voice)})`,
    support: [
      say`made at ${voice.counted('origins', 'earlier moment')}, such forecasts erred by ${error} of what repeating the last ${repeating} would have, and ${voice.number('coverage', { kind: 'percent' })} of what came lay within an interval as wide`,
    ],
  }
}

/** `408 (95% interval 399 to 417)`. */
function expected(voice: ForecastVoice, name: 'next' | 'later'): Phrase {
  const form = formApart(voice, name)
  return say`${voice.number(name, form)} (${intervalName} ${voice.number(`${name}_low`, form)} to ${voice.number(`${name}_high`, form)})`
}

/** With as many figures as tell the forecast from the ends of its interval. */
function formApart(voice: ForecastVoice, name: 'next' | 'later'): NumberForm {
  const form = formOf(voice)
  const written = [name, `${name}_low`, `${name}_high`] as const
  const texts = new Set(written.map((one) => formatNumber(voice.raw(one), form)))
  return texts.size < written.length && form.kind === 'number' ? { kind: 'value' } : form
}

function later(voice: ForecastVoice): Phrase {
  if ((voice.raw('horizon') ?? 1) <= 1) return nothing
  const form = formOf(voice)
  const alike = formatNumber(voice.raw('next'), form) === formatNumber(voice.raw('later'), form)
  // A forecast that stays where it is need not be said twice, only how far it is known.
  if (alike) return nothing
  return say` and ${expected(voice, 'later')} ${voice.when(voice.detail('later_period'))}`
}
