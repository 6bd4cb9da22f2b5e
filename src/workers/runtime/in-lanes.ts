/** Several pieces of work at a time, so that one computes while another waits for the database. */

/**
 * What `work` gives for each item, in the order of the items. Begun in that order, at most `lanes` at a time. The first
 * failure is thrown once all that was begun has ended; nothing is begun after it.
 */
export async function inLanes<Item, Result>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  let failed = false
  const lane = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++
      const item = items[index] as Item
      try {
        results[index] = await work(item, index)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  return results
}
