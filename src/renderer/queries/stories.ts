/** Stories that are opened, and what is read of the tables they rest on. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Condition } from '../../shared/story/condition.ts'
import { emptyHand, type Hand } from '../../shared/story/hand/hand.ts'
import type { Story } from '../../shared/story/story.ts'
import { applyEvent, fetchOutput, queryClient, refreshNow } from './client.ts'

/** A story may hold megabytes of chart data: those left are kept for a way back, and no longer. */
const keptMs = 60_000

export function storyQuery(id: string) {
  return queryOptions({
    queryKey: ['story', id, 'told'],
    queryFn: () => fetchOutput('stories/get', { id }),
    gcTime: keptMs,
  })
}

/** The story and all others told of its source with other words on it. */
export function versionsQuery(id: string) {
  return queryOptions({
    queryKey: ['versions', id],
    queryFn: async () => (await fetchOutput('stories/versions', { id })).versions,
    gcTime: keptMs,
  })
}

/** Whether the file it was told from is still as it was: looked at when the story is opened, and no more. */
export function sourceStateQuery(id: string) {
  return queryOptions({
    queryKey: ['story', id, 'source'],
    queryFn: () => fetchOutput('stories/source', { id }),
    gcTime: 0,
  })
}

/** A version came or went: it may be one of any story in view. */
export function versionsChanged(): void {
  refreshNow(['versions'])
}

/** What the person did to the story, as it is shown. */
export function handShown(id: string): Hand {
  return queryClient.getQueryData(storyQuery(id).queryKey)?.hand ?? emptyHand
}

/** A story that is not open is asked for with its hand when it is. */
export function showHand(id: string, hand: Hand): void {
  const { queryKey } = storyQuery(id)
  const told = queryClient.getQueryData(queryKey)
  if (told !== undefined) applyEvent(queryKey, { ...told, hand })
}

/** Every number recomputed from the stored tables: only when a person asks for it. */
export function verificationQuery(id: string) {
  return queryOptions({
    queryKey: ['story', id, 'verification'],
    queryFn: () => fetchOutput('stories/verify', { id }),
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

export async function verifyStory(id: string): Promise<void> {
  await queryClient.prefetchQuery({ ...verificationQuery(id), staleTime: 0 })
}

export function evidenceQuery(storyId: string, insightId: string, query: number) {
  return queryOptions({
    queryKey: ['story', storyId, 'evidence', insightId, query],
    queryFn: () => fetchOutput('evidence/run', { storyId, insightId, query }),
    gcTime: keptMs,
  })
}

/** Rows that a statement rests on, a page at a time: as `rowsQuery`. */
export function rowsBehindQuery(
  storyId: string,
  {
    table,
    columns,
    where,
    offset,
    pageSize,
  }: {
    readonly table: string
    readonly columns: readonly string[]
    readonly where: Condition
    readonly offset: number
    readonly pageSize: number
  },
) {
  const view = { table, where, search: '', sort: [] }
  return queryOptions({
    queryKey: ['story', storyId, 'rows behind', table, columns, where, offset, pageSize],
    queryFn: () => fetchOutput('grid/rows', { storyId, view, columns: [...columns], offset, limit: pageSize }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** Rows of a stored table. Those before stay in view until the next are there: nothing jumps. */
export function rowsQuery(storyId: string, table: string, offset: number, limit: number) {
  return queryOptions({
    queryKey: ['story', storyId, 'rows', table, offset, limit],
    queryFn: async () => ({ ...(await fetchOutput('tables/page', { storyId, table, offset, limit })), offset }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** It was told anew in its place: what was opened of it is this one from here on, and to be verified again. */
export function storyTold(story: Story): void {
  queryClient.setQueryData(storyQuery(story.id).queryKey, (before) => before && { ...before, story })
  queryClient.removeQueries({ queryKey: verificationQuery(story.id).queryKey })
}

/** One that is open may be told anew by another window. */
export function storySaved(id: string): void {
  void queryClient.invalidateQueries({ queryKey: storyQuery(id).queryKey })
}

/** It is gone: what was opened of it must not be shown again. */
export function storyDeleted(id: string): void {
  queryClient.removeQueries({ queryKey: ['story', id] })
}
