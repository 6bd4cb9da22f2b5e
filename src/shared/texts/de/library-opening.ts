/** Was nötig war, um die Bibliothek zu öffnen; wird einmal gesagt. */
export const libraryOpening = {
  wasGone: 'Die Bibliothek war verschwunden.',
  wasDamaged: 'Die Bibliothek war beschädigt.',
  copyInUse: 'Jetzt ist ihre Kopie von {moment} UTC in Gebrauch.',
  begunAnew: 'Die Bibliothek war beschädigt, und es gab noch keine Kopie von ihr; deshalb wurde eine leere begonnen.',
  changesUnreadable:
    'Die neuesten Änderungen der Bibliothek ließen sich nicht lesen; was davor gespeichert war, ist vorhanden.',
  suspect: {
    message: 'Eine Prüfung hat in der Bibliothek Schäden gefunden.',
    hint: 'Bitte Storyglass schließen und neu starten: Die beschädigte Bibliothek wird beiseitegelegt, und es geht mit der letzten guten Kopie weiter.',
  },
  nothingMissing: 'Es fehlt nichts.',
  missingUnknown: 'Was fehlt, ist nicht bekannt.',
  missing:
    'Es fehlen {stories, plural, one {# Story} other {# Storys}} und {jobs, plural, one {# Auftrag} other {# Aufträge}}.',
  missingAtLeast:
    'Es fehlen mindestens {stories, plural, one {# Story} other {# Storys}} und {jobs, plural, one {# Auftrag} other {# Aufträge}}.',
  missingWithDocuments:
    'Es fehlen {documents, plural, one {# Dokument} other {# Dokumente}}, {stories, plural, one {# Story} other {# Storys}} und {jobs, plural, one {# Auftrag} other {# Aufträge}}.',
  missingAtLeastWithDocuments:
    'Es fehlen mindestens {documents, plural, one {# Dokument} other {# Dokumente}}, {stories, plural, one {# Story} other {# Storys}} und {jobs, plural, one {# Auftrag} other {# Aufträge}}.',
  dropAgain: 'Die eigenen Dateien blieben unberührt: Noch einmal abgelegt, werden sie wieder zu Storys.',
  libraryKept: 'Die beschädigte Bibliothek ist als {name} aufbewahrt.',
  changesKept: 'Der unlesbare Teil ist als {name} aufbewahrt.',
} as const
