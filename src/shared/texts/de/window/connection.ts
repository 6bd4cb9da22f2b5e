/** Vom Programm ist nichts zu hören. */
export const connection = {
  storyglassIsNotAnswering: 'Storyglass antwortet nicht.',
  thisWindowKeepsTryingNothing:
    'Dieses Fenster versucht es weiter. Nichts Vorhandenes ist verloren, und Aufträge gehen weiter, solange Storyglass läuft. Wurde es geschlossen: neu starten und die Adresse öffnen, die es ausgibt; sie ist jedes Mal eine neue.',
} as const
