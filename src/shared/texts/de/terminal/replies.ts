/** Was Befehle antworten und was sie über Fehlgeschlagenes sagen. */
export const replies = {
  cancelled: '{name} wurde abgebrochen.',
  it: 'Der Auftrag',
  runAgain: 'Ein neuer Start ist jederzeit möglich.',
  goOnWith: 'Mit "storyglass jobs retry {id}" geht es weiter.',
  passwordHint:
    'Auf einem Terminal wird danach gefragt; ein Skript übergibt es mit: storyglass tell DATEI --password-stdin < DATEI_MIT_PASSWORT.',
  passwordOf: 'Passwort von {name}:',
  wrongPassword: 'Das ist nicht das Passwort.',
  details: 'Einzelheiten: storyglass jobs show {id}',
  outputFailed: 'Die Ausgabe ließ sich nicht schreiben: {why}',
  documentRead:
    '{name}: {pages, plural, one {# Seite} other {# Seiten}}, {words, plural, one {# Wort} other {# Wörter}}, in {folder}',
  numbersMatch: '{matched, number} von {numbers, number} Zahlen stimmen überein.',
  mismatch: '{insight} {name}: genannt {stated}, nachgerechnet {recomputed} ({why})',
} as const
