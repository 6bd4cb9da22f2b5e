/** `storyglass watch`: files and folders whose new versions are told by themselves while a window is open. */
import path from 'node:path'
import { resolveDataDir, type WatchBeside, withWatchBeside } from '../main/engine.ts'
import { type FailureReason, StoryglassError } from '../shared/failure/failure.ts'
import { exitStatus } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import { print, printJson } from './output.ts'
import { withEngine, withReading } from './session.ts'
import { textTable, timeText } from './text-table.ts'

export interface WatchOptions {
  readonly format?: 'json' | 'text'
  readonly dataDir?: string
}

export async function addWatched(place: string, options: WatchOptions): Promise<number> {
  const { id } = await withWatches(options, (watches) => watches.add(place))
  const words = terminalTexts().terminal.watch
  if (options.format === 'json') await printJson({ id, path: path.resolve(place) })
  else await print(`${words.added({ place: path.resolve(place) })}\n`)
  return exitStatus.done
}

/** By its path, or by its id. */
export async function removeWatched(given: string, options: WatchOptions): Promise<number> {
  await withWatches(options, async (watches) => {
    try {
      watches.remove(given)
    } catch (error) {
      if (!isReason(error, 'no_such_source')) throw error
      watches.remove(path.resolve(given))
    }
  })
  if (options.format === 'json') await printJson({ removed: given })
  else await print(`${terminalTexts().terminal.watch.removed({ place: given })}\n`)
  return exitStatus.done
}

export function listWatched(options: WatchOptions): Promise<number> {
  return withReading(options.dataDir, async (library) => {
    const watches = library.watches.listWithPaths()
    const words = terminalTexts().terminal.watch
    if (options.format === 'json') await printJson({ watches })
    else if (watches.length === 0) await print(`${words.none}\n`)
    else {
      const rows = watches.map(({ id, path: place, state, last }) => [
        id,
        place,
        words.states[state],
        last === null ? '' : `${timeText(last.at)} ${last.sourceName}`,
      ])
      await print(textTable([words.headers.id, words.headers.place, words.headers.state, words.headers.last], rows))
    }
    return exitStatus.done
  })
}

/** Where a window has the library open, the row is written beside it. */
async function withWatches<Result>(
  { dataDir }: WatchOptions,
  work: (watches: WatchBeside) => Promise<Result>,
): Promise<Result> {
  try {
    return await withEngine(dataDir, ({ engine }) => work(engine.watches))
  } catch (error) {
    if (!isReason(error, 'library_in_use')) throw error
    return withWatchBeside(resolveDataDir(dataDir), work)
  }
}

function isReason(error: unknown, reason: FailureReason): boolean {
  return error instanceof StoryglassError && error.reason === reason
}
