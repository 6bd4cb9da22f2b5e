/** What changed from one version of a file to another: its frame. The sentences are the comparison's own. */
export const comparison = {
  title: 'What changed',
  of: 'From {before} to {after}',
  before: '(Before: {sentence})',
  verdicts: {
    turned: 'Turned',
    vanished: 'Not found any more',
    weakened: 'Weaker',
    moved: 'Holds of another place',
    strengthened: 'Stronger',
    appeared: 'New',
    held: 'Holds',
  },
} as const
