/** What does not change while the engine runs: which it is, the samples it brings, and what it is made of. */
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

/** Written with each build beside the page, and by `config/third-party.mjs` alone. */
const noticesAddress = '/third-party-notices.txt'

/** Whose software this one contains and under which terms, as one text. */
export function thirdPartyNoticesQuery() {
  return queryOptions<string, Error>({
    queryKey: ['third-party-notices'],
    queryFn: async () => {
      const response = await fetch(noticesAddress)
      if (!response.ok) throw new Error(`${noticesAddress}: ${response.status}`)
      return response.text()
    },
  })
}
