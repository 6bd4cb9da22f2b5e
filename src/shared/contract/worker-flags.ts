/** What the thread that works and the one that may end it share. Apart, since it is read where nothing else is loaded. */

/** Shared with the worker: how many DuckDB queries it has under way. Its thread must not be terminated unless 0. */
export const busyFlagBytes = Int32Array.BYTES_PER_ELEMENT

/**
 * What the engine swaps a busy count of exactly 0 for before it terminates the thread. A worker that counts up from a
 * negative number must not begin its query: that closes the gap between looking at the count and terminating.
 */
export const condemnedFlag = -1_000_000
