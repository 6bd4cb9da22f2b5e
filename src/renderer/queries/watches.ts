/** What is watched, as the engine last said it. */
import { queryOptions } from '@tanstack/react-query'
import type { Watch } from '../../shared/library/watch.ts'
import { fetchOutput, queryClient } from './client.ts'

const key = ['watches']

export function watchesQuery() {
  return queryOptions({ queryKey: key, queryFn: async () => (await fetchOutput('watches/list', {})).watches })
}

export function watchesChanged({ watches }: { readonly watches: readonly Watch[] }): void {
  void queryClient.cancelQueries({ queryKey: key })
  queryClient.setQueryData(key, watches)
}
