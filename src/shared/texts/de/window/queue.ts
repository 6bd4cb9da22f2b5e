/** Die Warteschlange als Ganzes. */
export const queue = {
  retryAll: 'Alle {failed, number} fehlgeschlagenen noch einmal',
  retryTheFailedJob: 'Fehlgeschlagenen noch einmal',
  pauseQueue: 'Warteschlange anhalten',
  moreAboutTheQueue: 'Mehr zur Warteschlange',
  removeOldJobsAndSee: 'Alte Aufträge entfernen und die Größe auf der Festplatte sehen',
  untilResumed:
    '{running, select, yes {Was läuft, geht weiter; sonst beginnt nichts} other {Kein Auftrag beginnt}}, bis sie fortgesetzt wird{waiting, plural, =0 {} one {: # Auftrag wartet} other {: # Aufträge warten}}.',
  theQueueIsPaused: 'Die Warteschlange ist angehalten.',
  resume: 'Fortsetzen',
} as const
