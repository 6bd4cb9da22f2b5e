/** What comes next, if it goes on as before. */
import { formatNumber, type NumberForm, tellingApart } from '../../../../shared/format/numbers.ts'
import { behind } from '../../words/bases.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { formOf, intervalOf, sizeOf, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type ForecastVoice = Voice<typeof names>

export const sayForecast: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const subject = subjectOf(voice)
  return {
    headline: said.headline({ subject }),
    claim: said.claim({
      subject,
      next: expected(voice, 'next'),
      when: voice.when(voice.detail('next_period')),
      later: later(voice),
      size: behind(sizeOf(voice)),
    }),
    support: [
      said.support({
        origins: voice.count('origins'),
        error: voice.number('relative_error', { kind: 'percent' }),
        season: voice.detail('season') !== null,
        coverage: voice.number('coverage', { kind: 'percent' }),
      }),
      ...(isSeenCut(voice) ? [said.cut] : []),
    ],
  }
}

/** Whether an interval that is told stops at zero, and not only one of a period between. */
function isSeenCut(voice: ForecastVoice): boolean {
  return voice.detail('cut') === true && (voice.raw('next_low') === 0 || voice.raw('later_low') === 0)
}

/** `408 (95% interval 399 to 417)`. */
function expected(voice: ForecastVoice, name: 'next' | 'later'): Phrase {
  const form = formApart(voice, name)
  return words.in(voice.language).expected({
    value: voice.number(name, form),
    interval: intervalOf(voice),
    low: voice.number(`${name}_low`, form),
    high: voice.number(`${name}_high`, form),
  })
}

/** With as many figures as tell the ends of the interval apart. */
function formApart(voice: ForecastVoice, name: 'next' | 'later'): NumberForm {
  return tellingApart(formOf(voice), [voice.raw(`${name}_low`), voice.raw(`${name}_high`)])
}

function later(voice: ForecastVoice): Phrase {
  if ((voice.raw('horizon') ?? 1) <= 1) return nothing
  const form = formOf(voice)
  const alike = formatNumber(voice.raw('next'), form) === formatNumber(voice.raw('later'), form)
  // A forecast that stays where it is need not be said twice, only how far it is known.
  if (alike) return nothing
  return words.in(voice.language).later({
    value: expected(voice, 'later'),
    when: voice.when(voice.detail('later_period')),
  })
}
