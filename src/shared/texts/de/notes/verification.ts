/** Warum eine Zahl einer Story nicht stimmt. Der Satz folgt der Zahl, klein geschrieben und ohne Punkt. */
export const verification = {
  otherValue: 'aus den Daten ergibt sich ein anderer Wert',
  notOfEvidence: 'kein Wert des Belegs ist ihr gleich',
  noSuchQuery: 'eine Abfrage {query, number} gibt es nicht',
  notGiven: 'keine Abfrage des Belegs liefert sie in einer einzigen Zeile, und keine Funktion leitet sie ab',
  otherText: 'im Text steht „{written}“, wo „{recorded}“ festgehalten ist',
  noEvidence: 'der Text beruft sich auf einen Beleg, den es nicht gibt',
  otherCited: 'der Text nennt einen anderen Wert, als sein Beleg enthält',
  notRounded: '„{text}“ ist keine Rundung von {value}',
  sentenceNowhere: 'der Satz steht in keinem Absatz der Story, seine Zahlen lassen sich also nicht zurückverfolgen',
  uncovered: '„{run}“ steht ohne Beleg im Text: {beginning}',
  noStatement: 'das Diagramm gehört zu einer Aussage, die es nicht gibt',
  uncoveredOnChart: '„{token}“ steht ohne Beleg auf dem Diagramm',
  markAdrift: 'die Markierung steht, wo weder der Beleg noch die Daten des Diagramms einen Wert haben',
} as const
