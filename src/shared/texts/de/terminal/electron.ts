/** Das von einem Terminal aus geöffnete Fenster, und warum es eines des Browsers ist. */
export const electron = {
  asRoot:
    'Läuft als root, für den Chromium keine Sandbox hat: Electron startet ohne sie. Besser ist ein eigenes Benutzerkonto.',
  downloading: 'Electron wird heruntergeladen (einmalig) …',
  inBrowser: 'Öffnet sich im Browser statt in einem eigenen Fenster: {why}.',
  address: 'Storyglass ist unter {address}',
  whyNot: {
    noDisplay: 'Dieser Rechner hat keine Anzeige für ein Fenster',
    overrideEmpty: 'ELECTRON_OVERRIDE_DIST_PATH enthält kein {program}',
    notInstalled: 'Electron ist hier nicht installiert',
    notDownloaded: 'Das Programm von Electron ist nicht heruntergeladen',
    downloadFailed: 'Das Programm von Electron ließ sich nicht herunterladen ({why})',
    notStarted: 'Electron ließ sich nicht starten: {why}',
  },
  endedAtOnce: 'es endete sofort ({status})',
  whyNoDownload: {
    tooSlow: 'es dauerte länger als {seconds, number} Sekunden',
    downloaderEnded: 'das Herunterladen endete mit {status}',
    nothingArrived: 'es kam nichts an',
  },
} as const
