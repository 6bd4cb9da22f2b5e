/**
 * The names of the contract without its schemas: for the sandboxed preload, which must know what may be asked and has
 * no use for a validator. The compiler holds these lists to the maps, both ways.
 */
import type { CommandName } from './commands.ts'
import type { EventName } from './events.ts'

const commandNameList = {
  'app/info': true,
  'app/set-language': true,
  'samples/list': true,
  'sources/pick': true,
  'sources/join': true,
  'sources/paste': true,
  'jobs/create': true,
  'jobs/list': true,
  'jobs/get': true,
  'jobs/facts': true,
  'jobs/cancel': true,
  'jobs/retry': true,
  'jobs/unlock': true,
  'jobs/prioritize': true,
  'jobs/pause': true,
  'jobs/resume': true,
  'jobs/run-next': true,
  'jobs/retry-failed': true,
  'jobs/clean': true,
  'queue/get': true,
  'queue/set-paused': true,
  'metrics/get': true,
  'library/dismiss-notice': true,
  'watches/list': true,
  'watches/pick': true,
  'watches/remove': true,
  'storage/get': true,
  'stories/list': true,
  'stories/get': true,
  'stories/set-hand': true,
  'stories/delete': true,
  'stories/versions': true,
  'stories/source': true,
  'stories/retell': true,
  'stories/translate': true,
  'readings/list': true,
  'readings/forget': true,
  'stories/verify': true,
  'stories/compare': true,
  'ask/tables': true,
  'ask/answer': true,
  'ask/explain': true,
  'stories/compared': true,
  'stories/export': true,
  'library/list': true,
  'library/mark': true,
  'library/tags': true,
  'documents/get': true,
  'documents/page': true,
  'documents/search': true,
  'documents/delete': true,
  'documents/tell-table': true,
  'documents/export': true,
  'evidence/run': true,
  'tables/page': true,
  'grid/rows': true,
  'grid/column': true,
  'grid/selection': true,
  'grid/copy': true,
  'grid/export': true,
} as const satisfies Record<CommandName, true>

const eventNameList = {
  'job/changed': true,
  'job/facts': true,
  'job/removed': true,
  'queue/changed': true,
  'story/saved': true,
  'story/hand-changed': true,
  'story/deleted': true,
  'document/changed': true,
  'document/saved': true,
  'document/deleted': true,
  'watches/changed': true,
  'watch/told': true,
  'library/notice': true,
  'library/marked': true,
  'app/language': true,
  'job/opened': true,
} as const satisfies Record<EventName, true>

export const commandNames = Object.keys(commandNameList) as readonly CommandName[]
export const eventNames = Object.keys(eventNameList) as readonly EventName[]

export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commandNameList, name)
}

export function isEventName(name: unknown): name is EventName {
  return typeof name === 'string' && Object.hasOwn(eventNameList, name)
}
