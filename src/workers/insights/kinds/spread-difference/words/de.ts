const streut = '{measure} {strength, select, plain {streut} tends {streut tendenziell} other {streut möglicherweise}}'
const zahlen = 'Standardabweichung {own}, gegenüber {rest}'

export const de = {
  lookedAt: 'wie weit Werte streuen, nach Gruppen',
  soughtFor: { none: 'kein Unterschied der Streuung', some: 'Unterschied der Streuung' },
  headline: `${streut} bei {dimension} {best} am stärksten`,
  claim: `${streut} bei {dimension} {best} am stärksten: ${zahlen} innerhalb der übrigen ({ownRows})`,
  pair: {
    headline: `${streut} bei {dimension} {best} stärker`,
    claim: `${streut} bei {dimension} {best} stärker: ${zahlen} bei {worst} ({ownRows})`,
  },
  ratio: 'im Mittel liegen die Werte dort {ratio}-mal so weit vom Median wie die der übrigen{ends}',
  otherEnd: 'am wenigsten streuen sie bei {dimension} {worst}, um {spread}',
  picture: {
    subject: 'Standardabweichung von {measure}',
  },
} as const
