/** One measure follows from another along a curve: which form it has, and where it turns. */
import { nothing, type Phrase, say } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayNonlinearDependence: Say<typeof names> = (voice) => {
  const [first, second] = [voice.column('first'), voice.column('second')]
  const course = courseOf(voice)
  const xi = say`Chatterjee's ξ is ${voice.number('xi')} where a straight or bent line would need a rank correlation, which is ${voice.number('rho')}`
  if (course === null) {
    const tell = { plain: 'tells', tends: 'tells', may: 'may tell' }[voice.strength]
    const headline = say`${first} ${tell} ${second}, though not along one line`
    return {
      headline,
      claim: say`${headline}: rank correlation ${voice.number('rho')}, yet Chatterjee's ξ is ${voice.number('xi')} (${voice.counted('n', 'row')})`,
      support: [say`they go together in a course that neither rises nor falls throughout`],
    }
  }
  return {
    headline: say`${second} ${course.short} ${first}`,
    claim: say`${second} ${course.full}: on average ${tenths(voice, course.middle)} (${voice.counted('n', 'row')})`,
    support: [xi, say`that they go together does not say why`],
  }
}

interface Course {
  readonly short: Phrase
  readonly full: Phrase
  /** Whether the middle says more than the ends do. */
  readonly middle: boolean
}

/** Null where no simple form holds, or where the means that would be printed do not show it. */
function courseOf(voice: Voice<typeof names>): Course | null {
  const form = voice.text('form')
  const first = voice.column('first')
  const [low, middle, high] = [voice.raw('low_mean'), voice.raw('middle_mean'), voice.raw('high_mean')]
  if (low === null || middle === null || high === null) return null
  const place = voice.raw('place') === null ? nothing : say`about ${voice.number('place', voice.form('first'))}`
  const up = high > low
  const [rises, falls] = {
    plain: ['rises', 'falls'],
    tends: ['tends to rise', 'tends to fall'],
    may: ['may rise', 'may fall'],
  }[voice.strength] as [string, string]
  const along = up ? rises : falls
  switch (form) {
    case 'peak':
      if (!(middle > low && middle > high)) return null
      return {
        short: say`${rises} and falls again with`,
        full: say`${rises} with ${first} up to ${place} and falls beyond`,
        middle: true,
      }
    case 'valley':
      if (!(middle < low && middle < high)) return null
      return {
        short: say`${falls} and rises again with`,
        full: say`${falls} with ${first} until ${place} and rises beyond`,
        middle: true,
      }
    case 'threshold':
      return {
        short: say`${along} only from a point on with`,
        full: say`hardly changes with ${first} up to ${place} and ${along} beyond`,
        middle: true,
      }
    case 'plateau':
      return {
        short: say`${along} only up to a point with`,
        full: say`${along} with ${first} up to ${place} and hardly changes beyond`,
        middle: true,
      }
    case 'step':
      return {
        short: say`${along} in one step with`,
        full: say`${along} in one step at a ${first} of ${place}`,
        middle: false,
      }
    case 'levelling off':
      return {
        short: say`${along} ever less with`,
        full: say`${along} with ${first}, steeply at first and ever less`,
        middle: true,
      }
    case 'accelerating':
      return {
        short: say`${along} ever more with`,
        full: say`${along} with ${first}, little at first and ever more`,
        middle: true,
      }
    default:
      return null
  }
}

function tenths(voice: Voice<typeof names>, withMiddle: boolean): Phrase {
  const form = voice.form('second')
  const first = voice.column('first')
  const where = voice.raw('place') === null ? 'in the middle' : 'about there'
  const middle = withMiddle ? say`${voice.number('middle_mean', form)} ${where} and ` : say`and `
  const comma = withMiddle ? ',' : ''
  return say`${voice.number('low_mean', form)} in the lowest tenth of ${first}${comma} ${middle}${voice.number('high_mean', form)} in the highest`
}
