const seite = '{side, select, above {über} other {unter}}'
const letzte =
  '{grain, select, year {das letzte Jahr} half_year {das letzte Halbjahr} quarter {das letzte Quartal} month {der letzte Monat} week {die letzte Woche} day {der letzte Tag} hour {die letzte Stunde} minute {die letzte Minute} other {die letzte Sekunde}}'
const naechste =
  '{grain, select, year {das nächste Jahr} half_year {das nächste Halbjahr} quarter {das nächste Quartal} month {der nächste Monat} week {die nächste Woche} day {der nächste Tag} hour {die nächste Stunde} minute {die nächste Minute} other {die nächste Sekunde}}'

export const de = {
  lookedAt: 'der letzte Zeitraum, verglichen mit dem Erwarteten',
  soughtFor: {
    none: 'kein letzter Wert außerhalb des zu Erwartenden',
    some: 'letzter Wert außerhalb des zu Erwartenden',
  },
  headline: `{subject} {strength, select, may {lag {when} vielleicht} other {lag {when}}} ${seite} der Erwartung`,
  claim: `${letzte} lag {strength, select, may {vielleicht } other {}}${seite} dem, was die vorigen erwarten ließen – {subject} {when}: {value}, zu erwarten {expected} ({interval} {low} bis {high}; {size})`,
  support: `das sind {residual} ${seite} der Prognose, das {z}‑Fache des üblichen Fehlers; ob es so bleibt, wird ${naechste} zeigen`,
  cut: 'das Intervall endet bei null, denn kein Wert liegt darunter',
  picture: {
    shows: 'Liniendiagramm: {subject}, hervorgehoben der letzte Wert, {period}',
  },
} as const
