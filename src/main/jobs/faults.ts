/**
 * Named points at which a test may stop the process or make a step fail. The product passes nothing: a point is then a
 * call of an empty function, and no switch of a running program can arm one.
 */
import type { StageName } from '../../shared/job/stage.ts'

export type ChangeName =
  | 'create'
  | 'claim'
  | 'begin_stage'
  | 'finish_stage'
  | 'complete'
  | 'fail'
  | 'cancel'
  | 'retry'
  | 'recover'
  | 'yield'
  | 'edit'

export type FaultPoint =
  /** In the transaction, all its statements done, not committed; and right after the commit. */
  | `${ChangeName}:${'inside' | 'after'}`
  /** A stage's folder: result not yet on disk; on disk under its temporary name; renamed and not yet recorded. */
  | `${StageName}:${'before_write' | 'before_rename' | 'after_rename'}`
  /** A document being converted: its facts are kept; a page more is there; all pages are put together, not recorded. */
  | `document:${'opened' | 'page' | 'assembled'}`

export type AtFaultPoint = (point: FaultPoint) => void

export const noFaults: AtFaultPoint = () => undefined
