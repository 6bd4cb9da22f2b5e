/** A pattern that repeats with the calendar: when it is high, when low, how much of the movement it makes up. */
import { named, nothing, type Phrase } from '../../words/phrase.ts'
import { baseOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const saySeasonality: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const form = formOfBoth(voice, 'peak_mean', 'trough_mean')
  const cycle = voice.option('cycle')
  const hasName = cycle === 'day' || cycle === 'week' || cycle === 'year'
  const head = { subject: subjectOf(voice), strength: voice.strength, peak: phase(voice, 'peak'), cycle }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      rhythm: said.rhythm({ cycle, period: hasName ? nothing : voice.periods('period') }),
      high: voice.number('peak_mean', form),
      trough: phase(voice, 'trough'),
      low: voice.number('trough_mean', form),
      base: baseOf(voice),
    }),
    support: [said.strength({ share: voice.number('strength', { kind: 'percent' }), cycles: voice.count('cycles') })],
  }
}

const months = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

/** `in July`, `on Fridays`, `at 14:00`, `in month 3 of the cycle`. */
function phase(voice: Voice<typeof names>, which: 'peak' | 'trough'): Phrase {
  const said = words.in(voice.language).phase
  const name = voice.text(which)
  if (/day$/.test(name)) return said.weekday({ day: name })
  if (months.test(name)) return said.month({ month: name })
  if (/^\d{1,2}:\d{2}$/.test(name)) return said.time({ time: named(name) })
  if (/^\d+$/.test(name)) return said.place({ grain: voice.ofGrain, place: named(name) })
  return / /.test(name) ? said.nth({ name: named(name) }) : said.named({ name: named(name) })
}
