const haeufiger = '{higher, select, true {häufiger} other {seltener}}'
const amHaeufigsten = '{higher, select, true {am häufigsten} other {am seltensten}}'

export const de = {
  lookedAt: 'wie oft etwas vorkommt, nach Gruppen',
  soughtFor: { none: 'kein Unterschied zwischen Anteilen', some: 'Unterschied zwischen Anteilen' },
  claim: '{head}: {shares}{overall}',
  told: {
    pair: `„{verb}“ gilt nach {dimension} bei {best} ${haeufiger} als bei {worst}`,
    several: `„{verb}“ gilt nach {dimension} bei {best} ${amHaeufigsten}`,
  },
  common: {
    pair: `{strength, select,
      plain {{noun} ist bei {dimension} {best} ${haeufiger}}
      tends {{noun} ist bei {dimension} {best} tendenziell ${haeufiger}}
      other {{noun} könnte bei {dimension} {best} ${haeufiger} sein}}`,
    several: `{strength, select,
      plain {{noun} ist bei {dimension} {best} ${amHaeufigsten}}
      tends {{noun} ist bei {dimension} {best} tendenziell ${amHaeufigsten}}
      other {{noun} könnte bei {dimension} {best} ${amHaeufigsten} sein}}`,
  },
  shares: '{own} von {rows}, gegenüber {others} der übrigen {rest}',
  sharesOfPair: '{own} von {rows}, gegenüber {others} von {rest} bei {worst}',
  inAll: ' (insgesamt {n})',
  overall: ' (insgesamt {rate} von {n})',
  gap: 'der Unterschied beträgt {gap}{ends}',
  gapAndRatio: 'der Unterschied beträgt {gap}{ends}; der eine Anteil ist das {ratio}‑Fache des anderen',
  otherEnd: 'am anderen Ende steht {worst} mit {rate}',
  picture: {
    subject: 'Anteil mit {outcome}',
  },
} as const
