/** Was dies ist, in welcher Version, und wessen Software darin ist. */
export const about = {
  about: 'Über Storyglass',
  close: 'Schließen',
  version: 'Version {version}',
  offline: 'Nichts verlässt diesen Rechner. Storyglass ist freie Software unter der MIT-Lizenz.',
  software: 'Enthaltene Software anderer',
  loading: 'Die Liste wird gelesen …',
  unreadable: 'Die Liste ließ sich nicht lesen. Sie liegt jeder Fassung als third-party-notices.txt bei.',
} as const
