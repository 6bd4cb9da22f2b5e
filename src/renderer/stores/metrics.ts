/** How the queue has done over a period, asked for again when a job has ended; never while nothing happens. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { Metrics } from '../../shared/job/metrics.ts'
import { ask, type Loaded, loading } from './engine.ts'
import { type JobMove, onJobMoved } from './jobs.ts'

interface MetricsStore {
  readonly days: number
  readonly metrics: Loaded<Metrics>
  /** What is shown is of another period, or older than the last job that ended. */
  readonly refreshing: boolean
}

const metricsStore = create<MetricsStore>()(() => ({ days: 0, metrics: loading, refreshing: false }))

let request = 0

/** The old figures stay in view until the new ones are there; replies to an earlier request are dropped. */
export async function loadMetrics(days: number): Promise<void> {
  request += 1
  const mine = request
  metricsStore.setState({ refreshing: true })
  const result = await ask('metrics/get', { days })
  if (mine !== request) return
  metricsStore.setState({
    days,
    refreshing: false,
    metrics: result.ok ? { state: 'ready', value: result.output } : { state: 'failed', failure: result.failure },
  })
}

/** Jobs that end together are counted together. */
const settleMs = 600

/** Moves that change a figure: a job came, began or ended. */
function counts({ before, job }: JobMove): boolean {
  return job === null || before?.status !== job.status
}

/** The figures of the last `days` days, kept current while the component stands. */
export function useMetrics(days: number): MetricsStore {
  useEffect(() => {
    void loadMetrics(days)
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onJobMoved((move) => {
      if (!counts(move)) return
      timer ??= setTimeout(() => {
        timer = undefined
        void loadMetrics(days)
      }, settleMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
      request += 1
    }
  }, [days])
  return metricsStore()
}
