/** Die Leiste oben im Fenster. */
export const header = {
  skipToContent: 'Zum Inhalt springen',
  storyglassHome: 'Storyglass, Startseite',
  storyglass: 'Storyglass',
  main: 'Hauptmenü',
  home: 'Start',
  library: 'Bibliothek',
  jobs: 'Aufträge',
  keyboardShortcuts: 'Tastenkürzel',
  inProgress: 'in Arbeit',
} as const
