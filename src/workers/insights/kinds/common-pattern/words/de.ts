const wo = `{all, select, true {bei allen {siblings}} other {bei {members} von {siblings}}}`
const verlauf = '{exception}, von {first} auf {last}'

export const de = {
  lookedAt: 'was die meisten von mehreren tun und wer davon abweicht',
  soughtFor: { none: 'kein Verlauf, den die meisten teilen', some: 'Verlauf, den die meisten teilen' },
  headline: `{strength, select,
    plain {{what} {up, select, true {stieg} other {fiel}} {all, select, true {überall} other {fast überall}} ({entity})}
    tends {{what} {up, select, true {stieg} other {fiel}} tendenziell {all, select, true {überall} other {fast überall}} ({entity})}
    other {{what} könnte {all, select, true {überall} other {fast überall}} {up, select, true {gestiegen} other {gefallen}} sein ({entity})}}`,
  claim: `{strength, select,
    plain {{what} {up, select, true {stieg} other {fiel}} ${wo}}
    tends {{what} {up, select, true {stieg} other {fiel}} tendenziell ${wo}}
    other {{what} könnte ${wo} {up, select, true {gestiegen} other {gefallen}} sein}} ({nouns}), {span}{exceptions} ({size})`,
  oneSeries: 'Reihe',
  severalSeries: 'Reihen',
  exception: `, {pattern, select, up {aber gestiegen: } down {aber gefallen: } other {aber nicht sicher: }}${verlauf}`,
  exceptions: '{main}; ebenfalls nicht so sicher: {rest}',
  someOthers: 'einige andere',
  support: 'in jeder einzelnen steckt ein eigener Trend, der mehr ist als Zufall',
  picture: {
    average: 'Durchschnitt',
    subtitle: '{subject} nach {entity}; {base}',
    shows: 'Liniendiagramm: {subject} nach {entity}',
  },
} as const
