export const de = {
  lookedAt: 'was kommen kann, wenn es weitergeht wie bisher',
  headline: 'was als Nächstes zu erwarten ist: {subject}',
  claim: 'geht es weiter wie bisher, liegt {subject} {when} bei etwa {next}{later}{size}',
  expected: '{value} ({interval} {low} bis {high})',
  later: ' und {when} bei {value}',
  support:
    'an {origins, plural, one {# früheren Zeitpunkt} other {# früheren Zeitpunkten}} erstellt, wichen solche Prognosen um {error} dessen ab, worum {season, select, true {die Wiederholung der letzten Saison} other {die Wiederholung des letzten Werts}} abgewichen wäre, und {coverage} des Eingetretenen lagen in einem ebenso breiten Intervall',
  cut: 'das Intervall endet bei null, denn kein Wert liegt darunter',
  picture: {
    expected: 'Zu erwarten',
    shows: 'Liniendiagramm: {subject}, mit dem, was bis {period} zu erwarten ist, und dem {interval}',
  },
} as const
