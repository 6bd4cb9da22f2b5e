const grundlage = '({n, plural, one {# Wert} other {# Werte}})'
const anzahl = '{count} von {n, plural, one {# Wert} other {# Werten}}{share} bei {measure}'

export const de = {
  lookedAt: 'Werte weit entfernt von den übrigen',
  one: {
    headline: 'ein Wert von {measure} liegt weit von den übrigen',
    claim: [
      `ein Wert von {measure}, {extreme}{ties}, liegt {outside} ${grundlage}`,
      `bei {measure} liegt ein Wert {outside}: {extreme}{ties} ${grundlage}`,
    ],
  },
  few: {
    headline: 'wenige Werte von {measure} liegen weit von den übrigen',
    claim: [
      `${anzahl} liegen {outside}; am weitesten entfernt ist {extreme}{ties}`,
      `${anzahl} liegen {outside}, am weitesten {extreme}{ties}`,
    ],
  },
  ties: ' (in {rows})',
  above: 'über der üblichen Grenze von {high}',
  below: 'unter der üblichen Grenze von {low}',
  outside: 'außerhalb des üblichen Bereichs von {low} bis {high} ({countBelow} darunter, {countAbove} darüber)',
  support: 'der Median ist {median}; ungewöhnliche Werte sind einen Blick wert, nicht unbedingt Fehler',
  picture: {
    shows: '{histogram}, hervorgehoben die Werte außerhalb des üblichen Bereichs',
  },
} as const
