import { theGrain, theGrains } from '../../../words/shared/en-parts.ts'

const moved = '{strength, select, plain {moved} tends {tended to move} other {may have moved}}'
const together = '{positive, select, true {together} other {in opposite directions}}'
const followed = `{positive, select,
  true {{strength, select, plain {followed} tends {tended to follow} other {may have followed}}}
  other {{strength, select, plain {went} tends {tended to go} other {may have gone}} against}} {leader}`
const base = '(correlation {correlation} of what is new in each; {periods}, {rows})'
const compared =
  'the steps are compared with trend, season and the memory of each taken out first, so that two that merely rise or fall alike do not count'

export const en = {
  lookedAt: 'whether two series move together step by step',
  soughtFor: { none: 'no series that move together', some: 'series that move together' },
  measureOf: '{measure} of {category}',
  atOnce: {
    headline: `{leader} and {follower} ${moved} ${together}`,
    claim: `from one ${theGrain} to the next, {leader} and {follower} ${moved} ${together} ${base}`,
    support: compared,
  },
  later: {
    headline: `{follower} ${followed} some ${theGrains} later`,
    claim: `{follower} ${followed} {lag} later ${base}`,
    support: `${compared}; that one comes first does not show that the other comes of it`,
  },
} as const
