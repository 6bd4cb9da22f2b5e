/** Lists of any length: of each, the part around what is in view is asked for, and asked for again when it changed. */
import { hashKey, keepPreviousData, type QueryKey, queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Failure } from '../../shared/failure/failure.ts'

/**
 * Items asked for at once. The part moves by half of them: parts overlap, so that slow scrolling meets no gap. Of dense
 * rows more are in view.
 */
const usualSize = 200
/** Parts left behind are kept this long, ms: scrolling to and fro asks for nothing. */
const partKeptMs = 30_000

export interface ListPart<Item> {
  readonly items: readonly Item[]
  /** Items of the whole list. */
  readonly total: number
}

export interface LongList<Item> {
  /** Undefined where the place has not been loaded. */
  readonly itemAt: (place: number) => Item | undefined
  /** The items at hand, from the first on. */
  readonly items: readonly Item[]
  /** Null before the first reply. */
  readonly total: number | null
  readonly failure: Failure | null
  /** What is shown is still the answer to the terms before. */
  readonly stale: boolean
  /** Says which places are in view, so that they are loaded and kept current. */
  readonly showPlaces: (first: number, last: number) => void
  readonly reload: () => void
}

/** Where the part of `size` begins whose middle is nearest to the middle of `first` to `last`. */
export function partStart(first: number, last: number, size = usualSize): number {
  const step = size / 2
  const middle = Math.round((first + last) / 2 / step) * step
  return Math.max(0, middle - step)
}

type LoadPart<Item> = (range: { readonly offset: number; readonly limit: number }) => Promise<ListPart<Item>>

/** The part that begins at `start` of the list that `key` names with its terms. */
export function partQuery<Item>(key: QueryKey, start: number, load: LoadPart<Item>, size = usualSize) {
  const list = hashKey(key)
  return queryOptions({
    queryKey: [...key, start],
    queryFn: async () => ({ ...(await load({ offset: start, limit: size })), start, list }),
    placeholderData: keepPreviousData,
    gcTime: partKeptMs,
  })
}

export function useLongList<Item>(
  queryAt: (start: number) => ReturnType<typeof partQuery<Item>>,
  size = usualSize,
): LongList<Item> {
  const [start, setStart] = useState(0)
  const query = queryAt(start)
  const list = hashKey(query.queryKey.slice(0, -1))
  const { data, error, refetch } = useQuery(query)
  const showPlaces = useCallback((first: number, last: number) => setStart(partStart(first, last, size)), [size])
  return useMemo(
    () => ({
      itemAt: (place) => data?.items[place - data.start],
      items: data?.items ?? [],
      total: data?.total ?? null,
      failure: error?.failure ?? null,
      stale: data !== undefined && data.list !== list,
      showPlaces,
      reload: () => void refetch(),
    }),
    [data, error, list, showPlaces, refetch],
  )
}
