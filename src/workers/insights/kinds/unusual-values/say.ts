/** A few values far from all others: unusual, which is not to say wrong. */
import type { NumberForm } from '../../../../shared/format/numbers.ts'
import { inBrackets, nothing, type Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

const inFull = { kind: 'value' } as const

export const sayUnusualValues: Say<typeof names> = (voice) => {
  const { one, few, support } = words.in(voice.language)
  const form = voice.form('measure')
  const measure = voice.column('measure')
  const given = {
    measure,
    extreme: voice.number('most_extreme', form.kind === 'number' ? inFull : form),
    ties: tiesOf(voice),
    outside: beyond(voice),
    n: voice.count('n'),
  }
  const isOne = voice.raw('count') === 1
  const count = voice.number('count', { kind: 'count' })
  return {
    headline: (isOne ? one : few).headline({ measure }),
    claim: isOne
      ? voice.oneOf('claim', one.claim, given)
      : voice.oneOf('claim', few.claim, { ...given, count, share: shareOf(voice) }),
    support: [support({ median: voice.number('median', form) })],
  }
}

/** Where several rows share the furthest value, that is said. */
function tiesOf(voice: Voice<typeof names>): Phrase {
  const [ties, count] = [voice.raw('ties') ?? 1, voice.raw('count') ?? 0]
  return ties > 1 && count > ties ? words.in(voice.language).ties({ rows: voice.rows('ties') }) : nothing
}

function shareOf(voice: Voice<typeof names>): Phrase {
  return (voice.raw('n') ?? 0) < 30 ? nothing : inBrackets(voice.number('share', { kind: 'percent' }))
}

/** Only the limits that some value passes are named: a lower limit under the least value would only puzzle. */
function beyond(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  const low = limit(voice, 'lowest_usual', 'nearest_below')
  const high = limit(voice, 'highest_usual', 'nearest_above')
  const [below, above] = [voice.raw('below') ?? 0, voice.raw('above') ?? 0]
  if (below === 0) return said.above({ high })
  if (above === 0) return said.below({ low })
  return said.outside({
    low,
    high,
    countBelow: voice.number('below', { kind: 'count' }),
    countAbove: voice.number('above', { kind: 'count' }),
  })
}

/** Short, unless rounding would put the limit beyond a value that passes it. */
function limit(
  voice: Voice<typeof names>,
  name: 'lowest_usual' | 'highest_usual',
  nearest: 'nearest_below' | 'nearest_above',
): Phrase {
  const form: NumberForm = voice.form('measure')
  const [at, passing] = [voice.raw(name), voice.raw(nearest)]
  if (at === null || passing === null || form.kind !== 'number') return voice.number(name, form)
  const figures = figuresOfLimit.find((many) => {
    const rounded = Number(at.toPrecision(many))
    return rounded !== passing && rounded < passing === at < passing
  })
  return voice.number(name, figures === undefined ? inFull : { ...form, figures })
}

/** As few as keep the limit on its side of the nearest value that passes it. */
const figuresOfLimit = [3, 4, 5, 6] as const
