/** Was man über die Bibliothek wissen muss. */
export const libraryNotices = {
  copyMade: 'Die verwendete Kopie stammt von {moment}.',
  keptAs: 'Was vorher da war, ist als {name} aufbewahrt.',
  stories: '{stories, plural, one {# Story} other {# Storys}}',
  jobs: '{jobs, plural, one {# Auftrag} other {# Aufträge}}',
  moreMayBeGone: 'Vielleicht fehlt mehr: Die beschädigte Datei ließ sich nicht bis zum Ende lesen.',
  nothingLost: 'Von einem Verlust ist nichts bekannt.',
  others: '{others, number} weitere',
  lostNamed: 'Verloren: {counts}: {names}.',
  lost: 'Verloren: {counts}.',
  aboutYourLibrary: 'Zur Bibliothek',
  understood: 'Verstanden',
} as const
