/** Notices on the library: their words, and where they stay until the person has seen them. */
import { z } from 'zod'
import type { EngineEvent } from '../../../shared/contract/events.ts'
import { type LibraryNotice, noticeSchema } from '../../../shared/library/notice.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
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

type Words = Texts['libraryOpening']

function lossInWords({ jobs, stories, documents, complete }: Loss, words: Words): string {
  if (jobs === 0 && stories === 0 && documents === 0) return complete ? words.nothingMissing : words.missingUnknown
  if (documents === 0) return (complete ? words.missing : words.missingAtLeast)({ stories, jobs })
  return (complete ? words.missingWithDocuments : words.missingAtLeastWithDocuments)({ documents, stories, jobs })
}

function keptText(keptAs: string | null, { dropAgain, libraryKept }: Words): string {
  return keptAs === null ? dropAgain : `${dropAgain} ${libraryKept({ name: keptAs })}`
}

export function restored(
  now: number,
  keptAs: string | null,
  backupAt: number,
  loss: Loss,
  { libraryOpening: words }: Texts,
): LibraryNotice {
  const what = keptAs === null ? words.wasGone : words.wasDamaged
  const since = new Date(backupAt).toISOString()
  const copy = words.copyInUse({ moment: since.slice(0, 16).replace('T', ' ') })
  return notice(now, {
    kind: 'library_restored',
    message: `${what} ${copy} ${lossInWords(loss, words)}`,
    hint: keptText(keptAs, words),
    keptAs,
    restoredFrom: since,
    lost: lossOf(loss),
  })
}

export function beganAnew(
  now: number,
  keptAs: string | null,
  loss: Loss,
  { libraryOpening: words }: Texts,
): LibraryNotice {
  return notice(now, {
    kind: 'library_begun_anew',
    message: `${words.begunAnew} ${lossInWords(loss, words)}`,
    hint: keptText(keptAs, words),
    keptAs,
    restoredFrom: null,
    lost: lossOf(loss),
  })
}

export function changesUnreadable(now: number, keptAs: string, { libraryOpening: words }: Texts): LibraryNotice {
  return notice(now, {
    kind: 'changes_unreadable',
    message: words.changesUnreadable,
    hint: `${words.dropAgain} ${words.changesKept({ name: keptAs })}`,
    keptAs,
    restoredFrom: null,
    lost: { jobs: 0, stories: 0, names: [], complete: false },
  })
}

export function suspect(now: number, { libraryOpening: words }: Texts): LibraryNotice {
  return notice(now, { kind: 'library_suspect', ...words.suspect, keptAs: null, restoredFrom: null, lost: null })
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
