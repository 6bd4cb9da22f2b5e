const gleich = '{equally, select, true {gleich} other {etwa gleich}} häufig'

export const de = {
  headline: `die Kategorien von {dimension} sind ${gleich}`,
  claim: `die {groups, plural, one {# Kategorie} other {# Kategorien}} von {dimension} sind ${gleich}: {shares} von {rows}`,
  each: 'jede hält {share}',
  range: 'von {least} ({rarest}) bis {largest} ({commonest})',
  picture: {
    equalShares: 'gleiche Anteile',
  },
} as const
