/** Was sich von einer Fassung einer Datei zur anderen geändert hat: der Rahmen. Die Sätze sind die des Vergleichs. */
export const comparison = {
  title: 'Was sich geändert hat',
  of: 'Von {before} zu {after}',
  before: '(Zuvor: {sentence})',
  verdicts: {
    turned: 'Umgekehrt',
    vanished: 'Nicht mehr gefunden',
    weakened: 'Schwächer',
    moved: 'Gilt an anderer Stelle',
    strengthened: 'Stärker',
    appeared: 'Neu',
    held: 'Gilt weiter',
  },
} as const
