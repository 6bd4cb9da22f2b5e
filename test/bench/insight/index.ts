/** `npm run bench:insight [-- NAME...]`: how much of what is there is said, and how truly. */
import { runParts } from '../run-parts.ts'

runParts({
  planted: {
    file: 'insight/planted-recall.ts',
    what: 'patterns planted in noise: found, direction, place, silence below the gate',
  },
  ava: {
    file: 'insight/ava.ts',
    what: 'the kinds that AVA 3.4.1 has, planted and in noise, told by both (installs it when first run)',
  },
  noise: {
    file: 'noise.ts',
    what: 'tables of pure noise, and shuffled real ones, with a finding (aim: at most 5 of 100)',
  },
  change: {
    file: 'change-points.ts',
    what: 'change points beside those that people marked (aim: F1 .74, covering .71)',
  },
})
