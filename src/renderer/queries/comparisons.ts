/** What changed between two stories, and the stories there are to choose from. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchOutput, queryClient } from './client.ts'

const keptMs = 300_000
/** As many as a person looks through before searching. */
const mostOffered = 40

/** Stories do not change: neither does what lies between two of them. */
export function comparisonQuery(before: string, after: string) {
  return queryOptions({
    queryKey: ['comparison', before, after],
    queryFn: async () => (await fetchOutput('stories/compare', { before, after })).comparison,
    gcTime: keptMs,
  })
}

/** With the story told before of the same file; null where there is none. */
export function comparedQuery(id: string) {
  return queryOptions({
    queryKey: ['comparison', 'earlier', id],
    queryFn: async () => (await fetchOutput('stories/compared', { id })).compared,
    gcTime: keptMs,
  })
}

/** What was compared with a story that is gone is compared with another, or with none. */
export function comparedStoryDeleted(): void {
  void queryClient.resetQueries({ queryKey: ['comparison'] })
}

export function offeredStoriesQuery(search: string) {
  return queryOptions({
    queryKey: ['library', 'offered', search],
    queryFn: async () => (await fetchOutput('stories/list', { search, limit: mostOffered })).stories,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}
