const ungewoehnlich = `{subject} lag {when} {strength, select, may {vielleicht } other {}}ungewöhnlich {above, select, true {hoch} other {niedrig}}`
const seite = '{above, select, true {über} other {unter}}'

export const de = {
  lookedAt: 'ein Zeitraum, der aus der Reihe fällt',
  soughtFor: { none: 'kein Zeitraum, der aus der Reihe fällt', some: 'Zeitraum, der aus der Reihe fällt' },
  headline: ungewoehnlich,
  claim: [
    `${ungewoehnlich}: {value}, zu erwarten waren {expected}{base}`,
    `{when} lag {subject} bei {value}, ungewöhnlich weit ${seite} den zu erwartenden {expected}{base}`,
  ],
  support: `das sind {residual} ${seite} dem erwarteten Wert, das {z}‑Fache der üblichen Streuung; ungewöhnlich, nicht unbedingt falsch`,
} as const
