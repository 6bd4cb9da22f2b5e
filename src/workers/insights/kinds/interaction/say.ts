/** Where a difference holds, and where it does not, turns round, or is larger; where a measure rises faster. */
import { formOfDifference } from '../../../../shared/format/numbers.ts'
import { besidesRows, partOfRows } from '../../words/bases.ts'
import { columnPhrase } from '../../words/categories.ts'
import { averageOf, endsOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

export const sayInteraction: Say<typeof names> = (voice) =>
  voice.detail('form') === 'slopes' ? saySlopes(voice) : sayMeans(voice)

function sayMeans(voice: Own) {
  const { means, allOthers } = words.in(voice.language)
  const form = voice.form('measure')
  const [here, elsewhere] = [gap(voice, 'own_here', 'other_here'), gap(voice, 'own_elsewhere', 'other_elsewhere')]
  // What is told first is the larger of the two; the other is what it is set against.
  const hereFirst = Math.abs(here) >= Math.abs(elsewhere)
  const [larger, smaller] = hereFirst ? [here, elsewhere] : [elsewhere, here]
  const claim = hereFirst ? means.here : means.elsewhere
  const named = { first: voice.column('first'), second: voice.column('second') }
  const given = {
    ...named,
    group: voice.category('group'),
    strength: voice.strength,
    higher: larger > 0,
    subject: averageOf(voice),
    rest: voice.detail('rest') === null ? allOthers : voice.category('rest'),
    level: voice.category('level'),
    how: howMuch(smaller, larger),
    here: means.values({ own: voice.number('own_here', form), other: voice.number('other_here', form) }),
    away: means.values({ own: voice.number('own_elsewhere', form), other: voice.number('other_elsewhere', form) }),
    rows: besidesRows(voice, voice.rows('n')),
  }
  return {
    headline: means.headline({ ...named, measure: voice.column('measure') }),
    claim:
      voice.detail('other_level') === null
        ? claim.elsewhere(given)
        : claim.otherLevel({ ...given, otherLevel: voice.category('other_level') }),
    support: [
      means.support({
        difference: voice.size('difference', formOfDifference(form)),
        explained: voice.number('explained', { kind: 'percent' }),
      }),
    ],
  }
}

/** A gap beside a larger one: the other way round, hardly there, or less. */
function howMuch(smaller: number, larger: number): 'turned' | 'hardly' | 'less' {
  const part = smaller / larger
  if (part < -0.25) return 'turned'
  return part < 0.25 ? 'hardly' : 'less'
}

function gap(voice: Own, own: 'own_here' | 'own_elsewhere', other: 'other_here' | 'other_elsewhere'): number {
  return (voice.raw(own) ?? 0) - (voice.raw(other) ?? 0)
}

function saySlopes(voice: Own) {
  const said = words.in(voice.language).slopes
  const [here, elsewhere] = [voice.raw('slope_here') ?? 0, voice.raw('slope_elsewhere') ?? 0]
  const head = {
    x: voice.column('first'),
    y: voice.column('measure'),
    second: voice.column('second'),
    level: voice.category('level'),
  }
  const away =
    voice.detail('other_level') === null
      ? said.elsewhere
      : said.otherLevel({ otherLevel: voice.category('other_level') })
  // A slope is written in the unit of what rises; what it rises by one of keeps its unit in its name.
  const own = voice.form('measure')
  const form = own.kind === 'unit' || own.kind === 'currency' ? own : undefined
  const turned = here * elsewhere < 0
  const than = { falls: elsewhere < 0, away, slope: voice.size('slope_elsewhere', form) }
  return {
    headline: said.headline(head),
    claim: said.claim({
      ...head,
      one: columnPhrase(voice.text('first'), voice.language),
      falls: here < 0,
      strength: voice.strength,
      how: turned ? 'turned' : Math.abs(here) > Math.abs(elsewhere) ? 'faster' : 'slower',
      slope: voice.size('slope_here', form),
      than: turned ? said.turned(than) : said.against(than),
      here: partOfRows(voice, voice.number('here_n', { kind: 'count' }), voice.rows('n')),
    }),
    support: [
      said.support({
        difference: voice.size('difference', form),
        ends: endsOf(
          voice,
          voice.raw('difference_low') === null || voice.raw('difference_high') === null
            ? null
            : { low: voice.number('difference_low', form), high: voice.number('difference_high', form) },
        ),
      }),
    ],
  }
}
