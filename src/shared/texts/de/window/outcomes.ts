/** Meldungen zu beendeten Aufträgen. */
export const outcomes = {
  kept: {
    story: '{count, plural, one {# Story} other {# Storys}}',
    document: '{count, plural, one {# Dokument} other {# Dokumente}}',
  },
  notRead: '{name} ließ sich nicht lesen.',
  andOthers: '{name} und {others, plural, one {# weitere} other {# weitere}}',
  ready: '{what} fertig',
  failed: '{count, number} Aufträge fehlgeschlagen',
  storyReady: 'Story fertig',
  readIt: 'Lesen',
  documentReady: 'Dokument fertig',
  openIt: 'Öffnen',
  enterThePassword: 'Passwort eingeben',
  seeWhatHappened: 'Was geschah',
  goToTheLibrary: 'Zur Bibliothek',
} as const
