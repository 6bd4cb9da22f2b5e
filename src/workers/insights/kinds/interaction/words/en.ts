const has = '{strength, select, plain {has} tends {tends to have} other {may have}}'
const gap = `by {first}, {group} ${has} a {higher, select, true {higher} other {lower}} {subject} than {rest}`
const butHow =
  '{how, select, turned {but {higher, select, true {a lower} other {a higher}} one} hardly {but hardly} other {and less so}}'
const hereAndElsewhere = '{own} against {other}'
const rises = `{falls, select,
  true {{strength, select, plain {falls} tends {tends to fall} other {may fall}}}
  other {{strength, select, plain {rises} tends {tends to rise} other {may rise}}}}`

export const en = {
  lookedAt: 'a difference that depends on a second column',
  soughtFor: {
    none: 'no difference that depends on another column',
    some: 'difference that depends on another column',
  },
  allOthers: 'all others',
  means: {
    headline: 'the gap in {measure} by {first} depends on {second}',
    /** The larger gap first; `here` is where the condition named by `level` holds. */
    here: {
      elsewhere: `${gap} where {second} is {level} ({here}), ${butHow} elsewhere ({away}{rows})`,
      otherLevel: `${gap} where {second} is {level} ({here}), ${butHow} where it is {otherLevel} ({away}{rows})`,
    },
    elsewhere: {
      elsewhere: `${gap} ({away}), ${butHow} where {second} is {level} ({here}{rows})`,
      otherLevel: `${gap} where {second} is {otherLevel} ({away}), ${butHow} where it is {level} ({here}{rows})`,
    },
    values: hereAndElsewhere,
    support:
      'the two gaps differ by {difference}, and the interaction accounts for {explained} of the variance that is left by both alone',
  },
  slopes: {
    headline: '{y} changes with {x} at another rate where {second} is {level}',
    claim: `{y} ${rises} with {x}{how, select, turned {} faster { faster} other { more slowly}} where {second} is {level}: by {slope} for each one more of {one}, {than} ({here})`,
    elsewhere: 'elsewhere',
    otherLevel: 'where it is {otherLevel}',
    turned: 'but {falls, select, true {falls} other {rises}} {away}, by {slope}',
    against: 'against {slope} {away}',
    support: 'the two slopes differ by {difference}{ends}',
  },
  picture: {
    gapSubtitle: '{subject} by {by}; {base}',
    gapShows: 'Dot plot of {subject} by {by}: {group} beside {rest}{intervals}',
    pointsSubtitle: '{y} against {x} by {by}; {base}',
    pointsShows:
      'Scatter plot of {y} against {x}, {level} told apart, with a straight line for it and one for all others',
    line: 'Straight line',
  },
} as const
