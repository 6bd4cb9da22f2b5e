/** Was eine Person für das Fenster selbst wählt. */
export const preferences = {
  schemes: {
    auto: 'Wie das System',
    light: 'Hell',
    dark: 'Dunkel',
  },
  preferences: 'Einstellungen',
  appearance: 'Aussehen',
  language: 'Sprache',
  whenAJobEnds: 'Am Ende eines Auftrags',
  notifyMeWhileTheWindow: 'Mitteilen, solange das Fenster verdeckt ist',
} as const
