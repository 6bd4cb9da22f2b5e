/** Rows that fall into clusters of several measures. */
import { clusterNumbers } from '../../../analysis/derive/shape.ts'
import { defineKind } from '../../kind.ts'
import { detectCluster } from './detect.ts'
import { drawCluster } from './draw.ts'
import { names } from './names.ts'
import { sayCluster } from './say.ts'
import { words } from './words/index.ts'

export const cluster = defineKind({
  type: 'cluster',
  names,
  detectors: [detectCluster],
  chapter: 'picture',
  words,
  contrary: 'shape',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: sayCluster,
  picture: { name: 'heaps', draw: drawCluster },
  derivations: { clusters: clusterNumbers },
  twins: null,
  inferred: ['p'],
  // Where clusters lie says in how many places the values of each measure gather.
  supersedes: (own, other) => {
    const { first, second, third } = own.statement.details
    return (
      own.class === 'finding' &&
      own.table === other.table &&
      other.statement.type === 'multimodal' &&
      [first, second, third].includes(other.statement.columns[0] ?? '')
    )
  },
})
