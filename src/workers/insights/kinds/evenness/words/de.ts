const gleich = '{equally, select, true {gleich} other {etwa gleich}} häufig'

export const de = {
  lookedAt: 'wie gleichmäßig sich das Ganze verteilt',
  headline: `die Kategorien von {dimension} sind ${gleich}`,
  claim: `die {groups, plural, one {# Kategorie} other {# Kategorien}} von {dimension} sind ${gleich}: {shares}{rows}`,
  pair: `nach {dimension} sind {commonest} und {rarest} ${gleich}: {shares}{rows}`,
  each: 'jede hält {share}',
  eachOfPair: 'je {share}',
  both: '{largest} und {least}',
  range: 'von {least} ({rarest}) bis {largest} ({commonest})',
  picture: {
    equalShares: 'gleiche Anteile',
  },
} as const
