/** What the window holds of the engine's: one cache of replies, kept current by events and never by asking again. */
import { CancelledError, hashKey, QueryClient, type QueryKey } from '@tanstack/react-query'
import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/commands.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import { ask, unreachable } from '../bridge/engine.ts'

/** A failure as a query carries it: queries tell errors, commands tell failures. */
export class AskFailed extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AskFailed
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What no event has told of has not changed.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // The engine is on this machine: whether there is a network says nothing of it, and a failure says what it is.
      networkMode: 'always',
      retry: false,
    },
  },
})

/** A command's output for a query function. Throws `AskFailed`. */
export async function fetchOutput<Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
): Promise<CommandOutput<Name>> {
  const result = await ask(name, input)
  if (!result.ok) throw new AskFailed(result.failure)
  return result.output
}

/** The failure of a query that was asked for outside of React. */
export function failureOf(error: unknown): Failure {
  return error instanceof AskFailed ? error.failure : unreachable(String(error))
}

/** Something asked of the engine, as a screen shows it. What was read once stays in view while asking again fails. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly failure: Failure }

export function loadedOf<Value>(query: {
  readonly data: Value | undefined
  readonly error: AskFailed | null
}): Loaded<Value> {
  if (query.data !== undefined) return { state: 'ready', value: query.data }
  return query.error === null ? { state: 'loading' } : { state: 'failed', failure: query.error.failure }
}

/** A value as an event tells it: the newest word, so a reply that is still on its way is dropped. */
export function applyEvent<Value>(key: QueryKey, value: Value): void {
  const query = queryClient.getQueryCache().get(hashKey(key))
  if (query?.state.fetchStatus === 'fetching') void query.cancel({ revert: true, silent: true })
  queryClient.setQueryData(key, value)
}

/** An event says that it is gone. Where it is in view it is asked for, so that the engine says why there is nothing. */
export function applyRemoval(key: QueryKey): void {
  const cache = queryClient.getQueryCache()
  const query = cache.get(hashKey(key))
  if (query === undefined) return
  if (query.getObserversCount() === 0) {
    cache.remove(query)
    return
  }
  query.reset()
  if (query.isActive()) query.fetch().catch(() => undefined)
}

/**
 * A value as a reply to something else tells it, asked for at `askedAt` (ms since the epoch). Events and replies travel
 * separately: where the value was told meanwhile, the reply would take it back in time.
 */
export function applyReply<Value>(key: QueryKey, value: Value, askedAt: number): void {
  const known = queryClient.getQueryState(key)
  if (known?.data !== undefined && known.dataUpdatedAt >= askedAt) return
  queryClient.setQueryData(key, value)
}

/** Asks again at once for what is in view under the key, also where a first reply is on its way; the rest when it is shown. */
export function refreshNow(key: QueryKey): void {
  void queryClient.cancelQueries(
    { queryKey: key, predicate: ({ state }) => state.data === undefined },
    { silent: true },
  )
  void queryClient.invalidateQueries({ queryKey: key })
}

interface Pause {
  /** Something was told while it lasted. */
  again: boolean
  readonly timer: ReturnType<typeof setTimeout>
}

const pauses = new Map<string, Pause>()

/**
 * The same for what may change in bursts: at once when nothing is under way, and once more when `everyMs` have passed and
 * the reply is there. So a slow reply is never given up for the next, and the last change of a burst is never missed.
 */
export function refreshSoon(key: QueryKey, everyMs: number): void {
  const hash = hashKey(key)
  const pause = pauses.get(hash)
  if (pause !== undefined) {
    pause.again = true
    return
  }
  const again = queryClient.isFetching({ queryKey: key }) > 0
  const timer = setTimeout(() => {
    const ended = pauses.get(hash)
    pauses.delete(hash)
    if (ended?.again === true) refreshSoon(key, everyMs)
  }, everyMs)
  pauses.set(hash, { again, timer })
  if (!again) void queryClient.invalidateQueries({ queryKey: key })
}

/** What a query gives outside of React. Asked for again where it was cancelled only because it had changed meanwhile. */
export async function untilSettled<Value>(fetch: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await fetch()
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error
    }
  }
}

/** As at the start of the window; for tests. */
export function forgetQueries(): void {
  for (const { timer } of pauses.values()) clearTimeout(timer)
  pauses.clear()
  queryClient.clear()
}
