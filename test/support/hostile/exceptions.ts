/** Bounds that are known not to hold, each with the reason. The list may only shrink: one that holds again fails the run. */
import type { Breach } from './judge.ts'

export interface KnownException {
  readonly breaches: readonly Breach[]
  readonly because: string
}

export const knownExceptions: Readonly<Record<string, KnownException>> = {
  'ragged-arrays.json': {
    breaches: ['slow'],
    because:
      'Eighteen million cells in rows of up to nine thousand: each is a column of a real table, and its work is seen to go on.',
  },
  'thousand-pages.pdf': {
    breaches: ['slow'],
    because:
      'A thousand pages that are pages: each is drawn at reading size and encoded, some 50 ms of an idle core, and can be read as soon as it is.',
  },
  'sentences.txt': {
    breaches: ['large'],
    because:
      'Refused in 3 s. Its 25 MB of text are in the engine, in the host and in its thread before 400,000 lines are read: the host is left the least a host is given, beside an engine of 230 MB.',
  },
  'ten-thousand-columns.csv': {
    breaches: ['slow', 'large'],
    because:
      'Ten thousand columns that are columns: each is profiled, described and written, and has 96 kB of memory of its own beyond the first thousand (decision 0019). That it is answered at all is not excused.',
  },
  'ragged-100-megabytes.csv': {
    breaches: ['slow'],
    because:
      'Fifty million cells in two and a half million rows of up to forty: a table of that size, read, typed and analysed. That it is answered at all is not excused.',
  },
}
