/** What does not change while the engine runs: which it is, and the samples it brings. */
import { queryOptions } from '@tanstack/react-query'
import { fetchOutput } from './client.ts'

export function infoQuery() {
  return queryOptions({ queryKey: ['info'], queryFn: () => fetchOutput('app/info', {}) })
}

export function samplesQuery() {
  return queryOptions({
    queryKey: ['samples'],
    queryFn: async () => (await fetchOutput('samples/list', {})).samples,
  })
}
