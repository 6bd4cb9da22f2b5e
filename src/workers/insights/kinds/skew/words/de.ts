const hohe = '{upper, select, true {hohe} other {niedrige}}'
const ueber = '{upper, select, true {über} other {unter}}'
const unter = '{upper, select, true {unter} other {über}} dem Durchschnitt'

export const de = {
  lookedAt: 'Werte, die meist an einem Ende liegen',
  headline: '{measure} hat einen langen {upper, select, true {oberen} other {unteren}} Ausläufer',
  claim: [
    `{measure} hat einen langen Ausläufer: Einige ${hohe} Werte lassen den Durchschnitt, {mean}, weit ${ueber} dem Median liegen, {median}; {share}{rows} liegen ${unter}`,
    `einige ${hohe} Werte ziehen den Durchschnitt von {measure} auf {mean}, bei einem Median von {median}: {share}{rows} liegen ${unter}`,
  ],
  support: `{upper, select,
    true {das höchste Zehntel der Werte beginnt bei {from}}
    other {das niedrigste Zehntel der Werte endet bei {from}}}`,
} as const
