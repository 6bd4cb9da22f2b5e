/** Alte Aufträge entfernen. */
export const cleaning = {
  ages: {
    '0': 'irgendwann',
    '7': 'vor mehr als einer Woche',
    '30': 'vor mehr als 30 Tagen',
    '90': 'vor mehr als 90 Tagen',
    '365': 'vor mehr als einem Jahr',
  },
  removed: '{jobs, plural, one {# Auftrag} other {# Aufträge}} entfernt',
  freed: '{size} frei geworden.',
  removeJobs: '{jobs, plural, one {# Auftrag} other {# Aufträge}} entfernen',
  preview: '{jobs, plural, one {# Auftrag würde} other {# Aufträge würden}} entfernt und {size} frei.',
  removeOldJobs: 'Alte Aufträge entfernen',
  close: 'Schließen',
  jobsLeaveTheListAnd:
    'Aufträge verschwinden aus der Liste, und was sie auf der Festplatte belegen, wird frei. Storys bleiben, ebenso alles, was sie brauchen.',
  completedAndCancelledEnded: 'Abgeschlossene und abgebrochene, beendet',
  failedEnded: 'Fehlgeschlagene, beendet',
  remove: 'Entfernen',
  lookingWhatThatWouldRemove: 'Es wird nachgesehen, was das entfernen würde.',
  noJobIsThatOld: 'So alt ist kein Auftrag. Es würde nichts entfernt.',
} as const
