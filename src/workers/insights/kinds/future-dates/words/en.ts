export const en = {
  lookedAt: 'dates that are still to come',
  headline: 'some dates of {column} are still to come',
  claim:
    '{rows} of {n, plural, one {# date} other {# dates}} of {column} ({share}) were still to come on {today}, the last of them {latest}',
  support: 'among so many that are past, the year may be wrong: a century guessed from two digits, a slip of the pen',
} as const
