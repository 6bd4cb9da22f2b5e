/** Notices on the library: their words, and where they stay until the person has seen them. */
import { z } from 'zod'
import type { EngineEvent } from '../../../shared/contract/events.ts'
import { type LibraryNotice, noticeSchema } from '../../../shared/library/notice.ts'
import type { Library } from '../../store/library.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'

export interface Loss {
  readonly jobs: number
  readonly stories: number
  readonly documents: number
  readonly names: string[]
  readonly complete: boolean
}

const boardKey = 'library.notices'

function notice(now: number, given: Omit<LibraryNotice, 'id' | 'at'>): LibraryNotice {
  return { id: `${given.kind}-${now}`, at: new Date(now).toISOString(), ...given }
}

function lossOf({ jobs, stories, documents, names, complete }: Loss): LibraryNotice['lost'] {
  const isNothing = jobs === 0 && stories === 0 && documents === 0
  return isNothing && complete ? null : { jobs, stories, documents, names, complete }
}

function lossInWords(loss: Loss): string {
  if (loss.jobs === 0 && loss.stories === 0 && loss.documents === 0)
    return loss.complete ? 'Nothing is missing.' : 'What is missing is not known.'
  const atLeast = loss.complete ? '' : ' at least'
  const documents = loss.documents === 0 ? '' : `${amount(loss.documents, 'document', 'documents')}, `
  const stories = amount(loss.stories, 'story', 'stories')
  return `Missing are${atLeast} ${documents}${stories} and ${amount(loss.jobs, 'job', 'jobs')}.`
}

function amount(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

const dropAgain = 'Your own files were not touched: drop them again to have their stories told again.'

function keptText(keptAs: string | null): string {
  return keptAs === null ? '' : ` The damaged library is kept as ${keptAs}.`
}

export function restored(now: number, keptAs: string | null, backupAt: number, loss: Loss): LibraryNotice {
  const what = keptAs === null ? 'The library was gone' : 'The library was damaged'
  const since = new Date(backupAt).toISOString()
  return notice(now, {
    kind: 'library_restored',
    message: `${what}. Its copy of ${since.slice(0, 16).replace('T', ' ')} UTC is in use now. ${lossInWords(loss)}`,
    hint: `${dropAgain}${keptText(keptAs)}`,
    keptAs,
    restoredFrom: since,
    lost: lossOf(loss),
  })
}

export function beganAnew(now: number, keptAs: string | null, loss: Loss): LibraryNotice {
  return notice(now, {
    kind: 'library_begun_anew',
    message: `The library was damaged and there was no copy of it yet, so an empty one was begun. ${lossInWords(loss)}`,
    hint: `${dropAgain}${keptText(keptAs)}`,
    keptAs,
    restoredFrom: null,
    lost: lossOf(loss),
  })
}

export function changesUnreadable(now: number, keptAs: string): LibraryNotice {
  return notice(now, {
    kind: 'changes_unreadable',
    message: 'The newest changes to the library could not be read; what was saved before them is there.',
    hint: `${dropAgain} The unreadable part is kept as ${keptAs}.`,
    keptAs,
    restoredFrom: null,
    lost: { jobs: 0, stories: 0, names: [], complete: false },
  })
}

export function suspect(now: number): LibraryNotice {
  return notice(now, {
    kind: 'library_suspect',
    message: 'A check found damage in the library.',
    hint: 'Close Storyglass and start it again: it keeps the damaged library aside and goes on from its last good copy.',
    keptAs: null,
    restoredFrom: null,
    lost: null,
  })
}

export class LibraryNotices {
  readonly #library: Library
  readonly #emit: (event: EngineEvent) => void

  constructor(library: Library, emit: (event: EngineEvent) => void) {
    this.#library = library
    this.#emit = emit
  }

  /** Those not yet dismissed, oldest first. */
  list(): LibraryNotice[] {
    return z.array(noticeSchema).catch([]).parse(readSetting(this.#library, boardKey))
  }

  /** Kept in the library, so that it outlives the window that was not looked at. */
  add(added: LibraryNotice): void {
    const others = this.list().filter(({ id, kind }) => id !== added.id && kind !== added.kind)
    writeSetting(this.#library, boardKey, [...others, added])
    this.#emit({ name: 'library/notice', payload: { notice: added } })
  }

  dismiss(id: string): void {
    writeSetting(
      this.#library,
      boardKey,
      this.list().filter((one) => one.id !== id),
    )
  }
}
