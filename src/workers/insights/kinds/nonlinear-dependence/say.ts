/** One measure follows from another along a curve: which form it has, and where it turns. */
import { behind } from '../../words/bases.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayNonlinearDependence: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const form = shownForm(voice)
  const figures = { xi: voice.number('xi'), rho: voice.number('rho') }
  const both = { first: voice.column('first'), second: voice.column('second'), strength: voice.strength }
  const rows = behind(voice.rows('n'))
  if (form === null) {
    return {
      headline: said.formless.headline(both),
      claim: said.formless.claim({ ...both, ...figures, rows }),
      support: [said.formless.support],
    }
  }
  const head = { ...both, form, up: (voice.raw('high_mean') ?? 0) > (voice.raw('low_mean') ?? 0) }
  const hasPlace = voice.raw('place') !== null
  return {
    headline: said.headline(head),
    claim: said.claim({
      ...head,
      place: hasPlace ? said.place({ place: voice.number('place', voice.form('first')) }) : nothing,
      // Of a step, the ends say it all; of any other course, the middle says more.
      tenths: tenths(voice, form !== 'step'),
      rows,
    }),
    support: [said.xi(figures), said.notWhy],
  }
}

/** Null where no simple form holds, or where the means that would be printed do not show it. */
function shownForm(voice: Voice<typeof names>): string | null {
  const [low, middle, high] = [voice.raw('low_mean'), voice.raw('middle_mean'), voice.raw('high_mean')]
  if (low === null || middle === null || high === null) return null
  switch (voice.text('form')) {
    case 'peak':
      return middle > low && middle > high ? 'peak' : null
    case 'valley':
      return middle < low && middle < high ? 'valley' : null
    case 'threshold':
    case 'plateau':
    case 'step':
    case 'levelling off':
    case 'accelerating':
      return voice.option('form')
    default:
      return null
  }
}

function tenths(voice: Voice<typeof names>, withMiddle: boolean): Phrase {
  const said = words.in(voice.language)
  const form = voice.form('second')
  const ends = {
    first: voice.column('first'),
    low: voice.number('low_mean', form),
    high: voice.number('high_mean', form),
  }
  if (!withMiddle) return said.tenths(ends)
  return said.tenthsAndMiddle({
    ...ends,
    middle: voice.number('middle_mean', form),
    atPlace: voice.raw('place') !== null,
  })
}
