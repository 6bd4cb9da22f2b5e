/** Was an JSON falsch ist, an einer Stelle, die daneben genannt ist. */
export const json = {
  commaBetweenValues: 'zwischen zwei Werten fehlt ein Komma',
  commaBetweenRecords: 'zwischen zwei Datensätzen fehlt ein Komma',
  endsInValue: 'die Datei endet mitten in einem Wert',
  endsInRecord: 'die Datei endet mitten in einem Datensatz',
  endsInList: 'die Datei endet, bevor ihre Liste von Datensätzen geschlossen ist',
  nameMissing: 'ein Name in doppelten Anführungszeichen oder eine schließende Klammer fehlt',
  colonMissing: 'hinter einem Namen fehlt ein Doppelpunkt',
  valueMissing: 'ein Wert fehlt, oder ein Text steht ohne seine doppelten Anführungszeichen',
  bracketMismatch: 'eine Klammer schließt, was eine andere geöffnet hat',
  tooDeep: 'Listen und Objekte sind tiefer als {most, number} ineinander geschachtelt',
  tooManyNames: 'mehr als {most, number} verschiedene Namen sind verwendet',
} as const
