const steigt = '{strength, select, plain {steigt} tends {steigt tendenziell} other {steigt möglicherweise}}'
const faellt = '{strength, select, plain {fällt} tends {fällt tendenziell} other {fällt möglicherweise}}'
const laeuft = `{up, select, true {${steigt}} other {${faellt}}}`
const wo = '{atPlace, select, true {etwa dort} other {in der Mitte}}'

export const de = {
  lookedAt: 'ob eine Größe einer anderen folgt, entlang irgendeiner Kurve',
  soughtFor: { none: 'keine Größen, die einer Kurve folgen', some: 'Größen, die einer Kurve folgen' },
  headline: `{second} {form, select,
    peak {${steigt} mit {first} und fällt wieder}
    valley {${faellt} mit {first} und steigt wieder}
    threshold {${laeuft} mit {first} erst von einem Punkt an}
    plateau {${laeuft} mit {first} nur bis zu einem Punkt}
    step {${laeuft} mit {first} in einem Sprung}
    levelling_off {${laeuft} mit {first} immer weniger}
    other {${laeuft} mit {first} immer stärker}}`,
  claim: `{second} {form, select,
    peak {${steigt} mit {first} bis {place} und fällt danach}
    valley {${faellt} mit {first} bis {place} und steigt danach}
    threshold {verändert sich mit {first} bis {place} kaum und ${laeuft} danach}
    plateau {${laeuft} mit {first} bis {place} und verändert sich danach kaum}
    step {${laeuft} in einem Sprung bei {first} von {place}}
    levelling_off {${laeuft} mit {first}, anfangs steil und dann immer weniger}
    other {${laeuft} mit {first}, anfangs wenig und dann immer stärker}}: durchschnittlich {tenths}{rows}`,
  place: 'etwa {place}',
  tenths: '{low} im niedrigsten Zehntel von {first} und {high} im höchsten',
  tenthsAndMiddle: `{low} im niedrigsten Zehntel von {first}, {middle} ${wo} und {high} im höchsten`,
  xi: 'Chatterjees ξ beträgt {xi}, wo eine gerade oder gebogene Linie eine Rangkorrelation bräuchte, und die beträgt {rho}',
  notWhy: 'dass sie zusammengehen, sagt nicht, warum',
  formless: {
    headline:
      '{first} {strength, select, may {verrät vielleicht} other {verrät}} {second}, wenn auch nicht entlang einer Linie',
    claim:
      '{first} {strength, select, may {verrät vielleicht} other {verrät}} {second}, wenn auch nicht entlang einer Linie: Rangkorrelation {rho}, Chatterjees ξ jedoch {xi}{rows}',
    support: 'sie gehen in einem Verlauf zusammen, der weder durchweg steigt noch fällt',
  },
} as const
