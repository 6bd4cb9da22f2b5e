export const de = {
  lookedAt: 'ein Wert, der für „fehlt“ steht',
  headline: '{column} enthält einen Wert, der wie ein Zeichen für „fehlt“ aussieht',
  claim:
    '{count} von {n, plural, one {# Wert} other {# Werten}} bei {column} sind {code}, weit entfernt vom nächsten, {nearest}: vermutlich ein Zeichen für „fehlt“ und sonst überall ausgelassen',
  support: 'Durchschnitte, Spannweiten und Zusammenhänge sind die der übrigen Werte',
} as const
