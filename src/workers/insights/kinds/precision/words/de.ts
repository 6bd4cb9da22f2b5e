const anteil = '{share} von {n, plural, one {# Wert} other {# Werten}}'

export const de = {
  lookedAt: 'wie fein die Werte geschrieben sind',
  steps: {
    headline: '{measure} kommt in runden Schritten vor',
    claim: `${anteil} bei {measure} sind Vielfache von {step}: Kleinere Unterschiede stehen nicht in den Daten`,
  },
  headline: '{measure} ist von zweierlei Genauigkeit',
  claim: `{measure} ist von zweierlei Genauigkeit: ${anteil} ({rows}) sind {coarse}, die übrigen haben bis zu {fine}`,
  wholeNumbers: 'ganze Zahlen',
  givenTo: 'mit höchstens {decimals} angegeben',
  decimals: '{n, plural, one {# Nachkommastelle} other {# Nachkommastellen}}',
  support: 'vielleicht stammen sie aus zwei Quellen, oder ein Teil ist gerundet',
} as const
