/** Tells that a worker hangs: it has begun and then says nothing for too long. */

export interface SilenceWatch {
  /** Aborted when nothing was heard for too long. */
  readonly signal: AbortSignal
  /** The worker has begun, or said something. Not called while it only waits for a thread. */
  heard(): void
  end(): void
}

export function watchSilence(silenceMs: number): SilenceWatch {
  const abort = new AbortController()
  let timer: NodeJS.Timeout | null = null
  let isOver = false
  return {
    signal: abort.signal,
    heard: () => {
      if (isOver || abort.signal.aborted) return
      if (timer === null) timer = setTimeout(() => abort.abort(), silenceMs)
      else timer.refresh()
    },
    end: () => {
      isOver = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
