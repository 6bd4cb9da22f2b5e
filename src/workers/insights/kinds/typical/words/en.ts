import { agreeing } from '../../../words/shared/en-parts.ts'

export const en = {
  lookedAt: 'what is usual',
  outcome: {
    headline: 'how often {noun} occurs',
    ofFew: '{count} of {rows}',
    of: '{share} of {rows}',
    did: '{part} {verb}{after}',
    were: '{part} were {state}{after}',
    applies: '{noun} applies to {part}{after}',
    is: `{dimension} ${agreeing('dimension', 'is', 'are')} {best} in {part}{after}`,
  },
  middle: {
    headline: 'the middle and the spread of {measure}',
    claim: [
      `{measure} ${agreeing('measure', 'is', 'are')} typically {middle}: half{rows} lie between {lower} and {upper}{ends}`,
      'the middle value of {measure} is {middle}, and half{rows} lie between {lower} and {upper}{ends}',
    ],
    same: `{measure} ${agreeing('measure', 'is', 'are')} typically {middle}: at least half{rows} hold exactly that{ends}`,
    ends: {
      both: '; {who} is highest ({value}) and {other} lowest ({least})',
      highest: '; {who} is highest ({value})',
      lowest: '; {who} is lowest ({value})',
    },
  },
  commonest: {
    headline: '{best} is the most common {dimension}',
    claim: '{best} is the most common {dimension}, in {part}',
    is: `{dimension} ${agreeing('dimension', 'is', 'are')} most often {best}, in {part}`,
    ofFew: '{count} of {rows}',
    of: '{share}{rows} ({count})',
    others: 'the others are {others}',
    categories: '{dimension} has {groups, plural, one {# category} other {# categories}} in all',
  },
  picture: {
    median: 'median {value}',
  },
} as const
