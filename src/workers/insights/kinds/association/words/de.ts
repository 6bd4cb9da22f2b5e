const haeufiger = `{strength, select,
  plain {ist {more, select, true {häufiger} other {seltener}}}
  tends {ist tendenziell {more, select, true {häufiger} other {seltener}}}
  other {könnte {more, select, true {häufiger} other {seltener}} sein}}`
const anteile = '{share} von {rows}, gegenüber {overall} aller {n}'

export const de = {
  lookedAt: 'ob zwei Spalten mit Kategorien zusammenhängen',
  soughtFor: { none: 'keine Kategorien, die zusammengehen', some: 'Kategorien, die zusammengehen' },
  headline: `{second} {there} ${haeufiger} bei {first} {here}`,
  claim: [
    `{second} {there} ${haeufiger} bei {first} {here}: ${anteile}`,
    `bei {first} {here} ${haeufiger} {second} {there}: ${anteile}`,
  ],
  support:
    'beides zusammen haben {cell}; der Zusammenhang der beiden Spalten hat eine Stärke von {v} auf einer Skala von null bis eins (Cramérs V)',
  picture: {
    subject: 'Anteil der Zeilen mit {outcome} „{value}“',
  },
} as const
