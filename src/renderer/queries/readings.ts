/** What was told of sources and holds for others of the same shape. */
import { queryOptions } from '@tanstack/react-query'
import type { Failure } from '../../shared/failure/failure.ts'
import { ask } from '../bridge/engine.ts'
import { fetchOutput, refreshNow } from './client.ts'

export function readingsQuery() {
  return queryOptions({
    queryKey: ['readings'],
    queryFn: async () => (await fetchOutput('readings/list', {})).readings,
    // No event tells of them: they are asked for whenever they are looked at.
    staleTime: 0,
  })
}

/** Null when it is forgotten. */
export async function forgetReading(shape: string): Promise<Failure | null> {
  const result = await ask('readings/forget', { shape })
  refreshNow(['readings'])
  return result.ok ? null : result.failure
}
