export const de = {
  claim: [
    '{totalOf} beträgt {total} über {rows}: durchschnittlich {mean} {each}, mit einem Median von {median}',
    'zusammen ergibt {measure} {total} über {rows}: durchschnittlich {mean} {each}, mit einem Median von {median}',
  ],
} as const
