const hoeher = `{strength, select,
  plain {{subject} ist {higher, select, true {höher} other {niedriger}}}
  tends {{subject} ist tendenziell {higher, select, true {höher} other {niedriger}}}
  other {{subject} ist möglicherweise {higher, select, true {höher} other {niedriger}}}}`
const haeufiger = `{strength, select,
  plain {{noun} ist {higher, select, true {häufiger} other {seltener}}}
  tends {{noun} ist tendenziell {higher, select, true {häufiger} other {seltener}}}
  other {{noun} ist möglicherweise {higher, select, true {häufiger} other {seltener}}}}`
const wo = 'wenn {first} und {second}'

export const de = {
  lookedAt: 'eine Gruppe, die zwei Bedingungen heraushebt',
  soughtFor: {
    none: 'keine Gruppe, die zwei Bedingungen herausheben',
    some: 'Gruppe, die zwei Bedingungen herausheben',
  },
  mean: {
    headline: `${hoeher}, {roughly}`,
    claim: `${hoeher}, ${wo}: {own}, gegenüber {rest} in allen anderen Zeilen ({ownRows})`,
  },
  rate: {
    headline: `${haeufiger}, {roughly}`,
    claim: `${haeufiger}, ${wo}: {own}, gegenüber {others}`,
    told: {
      headline: '„{verb}“ gilt {higher, select, true {häufiger} other {seltener}}, {roughly}',
      claim: `„{verb}“ gilt, ${wo}, bei {own}, gegenüber {others}`,
    },
    own: '{hits} von {rows}',
    others: '{hits} der übrigen {rest}{overall}',
    overall: ' (insgesamt {rate} von {n})',
    othersOfFew: '{hits} der übrigen {rest} (insgesamt {n})',
  },
  roughly: 'wenn {first} {firstLevel} ist und {second} {secondLevel}',
  level: '{level, select, low {niedrig} high {hoch} other {mittel}}',
  condition: {
    is: '{column} {value} ist',
    below: '{column} unter {below} liegt',
    from: '{column} mindestens {from} beträgt',
    between: '{column} zwischen {from} und {below} liegt',
  },
  either:
    '{alone, select, true {keine der Bedingungen sagt es allein: } other {}}{one}, wenn nur {first}, {other}, wenn nur {second}, und {neither}, wenn keine gilt',
  confirmedEnds: ' ({interval} des Unterschieds: {low} bis {high})',
  confirmed: 'gefunden an der einen Hälfte der Zeilen, bestätigt an der anderen: {own} gegenüber {rest}{ends}',
  picture: {
    shareOf: 'Anteil mit {outcome}',
    subtitle: '{subject}, je nachdem, welche Bedingungen gelten; {base}',
    rows: 'Zeilen',
    only: 'nur {condition}',
    neither: 'keine',
    shows: 'Punktdiagramm: {subject}{intervals}, wo beide Bedingungen gelten, eine oder keine',
  },
} as const
