/** A query as a component on screen holds it, without a screen. */
import {
  type QueryKey,
  QueryObserver,
  type QueryObserverOptions,
  type QueryObserverResult,
} from '@tanstack/react-query'
import { type AskFailed, queryClient } from '../../src/renderer/queries/client.ts'

export interface WatchedQuery<Value, Key extends QueryKey> {
  readonly result: () => QueryObserverResult<Value>
  /** All values it had, in order. */
  readonly seen: readonly Value[]
  /** As the component is drawn with other terms. */
  readonly show: (options: QueryObserverOptions<Value, AskFailed, Value, Value, Key>) => void
  /** As the component leaves the screen. */
  readonly stop: () => void
}

export function watchQuery<Value, Key extends QueryKey>(
  options: QueryObserverOptions<Value, AskFailed, Value, Value, Key>,
): WatchedQuery<Value, Key> {
  const observer = new QueryObserver(queryClient, options)
  const seen: Value[] = []
  const stop = observer.subscribe(({ data }) => {
    if (data !== undefined && data !== seen.at(-1)) seen.push(data)
  })
  return { result: () => observer.getCurrentResult(), seen, show: (next) => observer.setOptions(next), stop }
}
