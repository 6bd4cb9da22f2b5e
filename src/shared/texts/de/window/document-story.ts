/** Was ein Dokument in eigenen Worten sagt. */
export const documentStory = {
  more: '{count, number} weitere',
  goToPage: ', zu Seite {page} gehen',
  times: 'Mal',
  allPictures: 'Die Seiten sind Bilder ohne Text: Was dort steht, ist nicht Teil dieser Story.',
  somePictures:
    '{pages, plural, one {# Seite ist ein Bild} other {# Seiten sind Bilder}} ohne Text: Was dort steht, ist nicht Teil dieser Story.',
  quoted:
    'Nichts hier hat Storyglass geschrieben: Die Sätze sind wörtlich zitiert, ausgewählt aus {sentences, number} mit {method}{sampled, select, yes {, an einer Stichprobe} other {}}.',
  foundAgain:
    '{matched, number} von {statements, plural, one {# Aussage} other {# Aussagen}} {matched, plural, one {fand} other {fanden}} sich vor dem Speichern auf ihrer Seite wieder.',
  storyOfTheDocument: 'Story des Dokuments',
  whatItSays: 'Was darin steht',
  closeTheStory: 'Story schließen',
  story: 'Story',
  itsKeySentencesSectionsNames:
    'Wichtige Sätze, Abschnitte, Namen, Daten und Beträge erscheinen hier, sobald alle Seiten gelesen sind.',
  thereIsNoStoryThe: 'Es gibt keine Story: Das Dokument wurde nicht bis zum Ende gelesen.',
  thereIsNoStoryOf: 'Zu diesem Dokument gibt es keine Story.',
  thereIsNoTextIn: 'Es enthält keinen Text, der sich zitieren ließe.',
  thereIsTooLittleText:
    'Es enthält zu wenig Text: keinen Satz, keinen Namen, kein Datum und keinen Betrag, die sich zitieren ließen.',
  inItsOwnWords: 'Im Wortlaut',
  sectionBySection: 'Abschnitt für Abschnitt',
  keyTerms: 'Wichtige Begriffe',
  names: 'Namen',
  dates: 'Daten',
  amounts: 'Beträge und Mengen',
  figures: 'Abbildungen',
  tables: 'Tabellen',
  howHardItIsTo: 'Wie schwer es zu lesen ist',
  sectionScope: '{pages} · {words, plural, one {# Wort} other {# Wörter}}',
  keySentences: '{count, plural, one {# wichtiger Satz} other {# wichtige Sätze}}',
  ofSection: 'aus {heading}',
} as const
