/** Short messages that come and go at the edge of the window. Screens and stores say; one component shows. */
import { create } from 'zustand'
import type { Failure } from '../../shared/failure/failure.ts'

export interface Notice {
  readonly id: string
  readonly kind: 'plain' | 'good' | 'failed'
  readonly title: string
  readonly text?: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** How long it stays, in milliseconds; errors stay until they are closed. */
  readonly stayMs: number | false
}

export const useNotices = create<{ readonly notices: readonly Notice[] }>()(() => ({ notices: [] }))

let counter = 0

export function notify(notice: Omit<Notice, 'id' | 'stayMs'> & { readonly stayMs?: number | false }): string {
  counter += 1
  const id = `notice-${counter}`
  const stayMs = notice.stayMs ?? (notice.kind === 'failed' ? false : 6000)
  useNotices.setState((state) => ({ notices: [...state.notices, { ...notice, id, stayMs }] }))
  return id
}

export function notifyOfFailure(failure: Failure): string {
  return notify({ kind: 'failed', title: failure.message, text: failure.hint })
}

export function dismissNotice(id: string): void {
  useNotices.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }))
}
