/** Die Kennzahlen von `storyglass metrics`. */
export const metricsTable = {
  since: 'seit',
  completed: 'abgeschlossen',
  completedOf:
    '{completed, number} von {created, number}, {failed, number} fehlgeschlagen, {cancelled, number} abgebrochen',
  successRate: 'Erfolgsquote',
  percent: '{percent, number, ::.0} %',
  now: 'jetzt',
  queued: '{queued, number} in der Warteschlange, {running, number} in Arbeit',
  waiting: 'Wartezeit',
  running: 'Laufzeit',
  times: '{median}, 95. Perzentil {high}',
  mostWaiting: 'höchstens gleichzeitig wartend',
  triedAgain: 'noch einmal versucht',
  retries: '{automatic, number} von selbst, {manual, number} von Hand',
  putBack: 'nach einem Absturz zurückgelegt',
  count: '{count, number}',
  stages: { stage: 'Schritt', kind: 'Art', runs: 'Läufe', median: 'Median', high: '95.' },
  failures: { failure: 'Fehler', reason: 'Grund', kind: 'Art', times: 'Anzahl' },
} as const
