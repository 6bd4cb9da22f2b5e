/** Questions about the tables of a story. */
import { queryOptions } from '@tanstack/react-query'
import type { CommandInput } from '../../shared/contract/commands.ts'
import { fetchOutput } from './client.ts'

/** As long as an answer may be come back to, ms. */
const keptMs = 60_000

/** The question as it was typed, or one that was understood and then changed. */
export type Asked = CommandInput<'ask/answer'>['asked']

export function askedTablesQuery(storyId: string) {
  return queryOptions({
    queryKey: ['story', storyId, 'asked-tables'],
    queryFn: async () => (await fetchOutput('ask/tables', { storyId })).tables,
    gcTime: keptMs,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Never asked again by itself: each question counts among those that were asked. */
export function answerQuery(storyId: string, asked: Asked) {
  return queryOptions({
    queryKey: ['story', storyId, 'answer', asked],
    queryFn: () => fetchOutput('ask/answer', { storyId, asked }),
    gcTime: keptMs,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

/** A mark of the chart of a statement; null for what the statement itself is about. */
export type AskedMark = CommandInput<'ask/explain'>['mark']

export function explainQuery(storyId: string, insightId: string, mark: AskedMark) {
  return queryOptions({
    queryKey: ['story', storyId, 'explained', insightId, mark],
    queryFn: async () => (await fetchOutput('ask/explain', { storyId, insightId, mark })).answer,
    gcTime: keptMs,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}
