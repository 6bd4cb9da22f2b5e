const steigt = `{rises, select,
  true {{strength, select, plain {steigt} tends {steigt tendenziell} other {steigt möglicherweise}}}
  other {{strength, select, plain {fällt} tends {fällt tendenziell} other {fällt möglicherweise}}}}`
const faellt = '{rises, select, true {fällt} other {steigt}}'
const gleich =
  '{binned, select, true {unter Zeilen mit ähnlichem Wert von {control}} other {bei gleichem Wert von {control}}}'
const stufen =
  '{all, select, true {{levels, plural, =2 {beiden} other {allen {levels}}}} other {{against} von {levels}}} {binned, select, true {Bereichen} other {Gruppen}}'
const ist = '{strength, select, plain {ist} tends {ist tendenziell} other {ist möglicherweise}}'

export const de = {
  lookedAt: 'ein Unterschied, der sich innerhalb von Gruppen umkehrt',
  soughtFor: {
    none: 'kein Unterschied, der sich innerhalb von Gruppen umkehrt',
    some: 'Unterschied, der sich innerhalb von Gruppen umkehrt',
  },
  allOthers: 'allen übrigen',
  ranks: {
    headline: `{second} ${steigt} mit {first} insgesamt und ${faellt} ${gleich}`,
    claim: `{overAll} ${steigt} {second} mit {first} (Rangkorrelation {overall}), doch ${gleich} ${faellt} der Wert ({within}; in ${stufen})`,
    support: 'das {interval} der Korrelation bei festgehaltenem Wert von {control} reicht von {low} bis {high}',
  },
  gap: {
    headline: `nach {first} kehrt sich der Unterschied bei {second} um, ${gleich}`,
    claim: `nach {first} ${ist} {subject} bei {group} {higher, select, true {höher} other {niedriger}} als bei {rest}, {overAll} ({own} gegenüber {other}), doch ${gleich} {higher, select, true {niedriger} other {höher}}: in ${stufen}{example}`,
    support: 'bei festgehaltenem Wert von {control} beträgt der Unterschied {within}{ends}, insgesamt {overall}',
    average: 'der Durchschnitt von {measure}',
    share: 'der Anteil mit {outcome}',
    example: ', etwa {own} gegenüber {other} in {level}',
  },
  picture: {
    ranks: 'Rangkorrelation von {first} und {second}',
    rates: 'Anteil von „{value}“ bei {second}: „{group}“ minus {rest}',
    means: 'Durchschnitt von {second}: „{group}“ minus {rest}',
    rest: '„{rest}“',
    subtitle: '{subject}, nach {control}; {base}',
    overall: 'über alle Zeilen: {value}',
    shows: 'Balkendiagramm: {subject}, für jeden Wert von {control}',
  },
} as const
