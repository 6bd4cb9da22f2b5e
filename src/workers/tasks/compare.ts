/** Comparing two saved stories over the tables stored with them. */
import { access } from 'node:fs/promises'
import path from 'node:path'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { Story } from '../../shared/story/story.ts'
import { compareStories } from '../compare/compare.ts'
import type { WorkContext } from '../runtime/context.ts'
import { type StoredTables, withStoredSchemas } from '../source/duckdb/stored-tables.ts'

type Input = TaskMap['compare']['input']

/** By the two stories alone where a table of either is not there any more. */
export async function compare({ before, after }: Input, context: WorkContext): Promise<TaskMap['compare']['output']> {
  const versions = { before: before.story, after: after.story }
  const rest = { texts: context.texts, pause: () => context.yieldToEventLoop() }
  if (!(await isStored(before)) || !(await isStored(after))) {
    return compareStories(versions, { ...rest, asked: null })
  }
  const schemas = { before: storedOf(before), after: storedOf(after) }
  return withStoredSchemas(context, schemas, (source) =>
    compareStories(versions, {
      ...rest,
      asked: { dialect: source.dialect, columns: (sql) => source.columns(sql) },
    }),
  )
}

interface Kept {
  readonly story: Story
  readonly convertDir: string
}

async function isStored({ story, convertDir }: Kept): Promise<boolean> {
  const looks = story.tables.map(({ file }) =>
    access(path.join(convertDir, path.basename(file))).then(
      () => true,
      () => false,
    ),
  )
  return (await Promise.all(looks)).every((isThere) => isThere)
}

function storedOf({ story, convertDir }: Kept): StoredTables {
  return { convertDir, tables: story.tables.map(({ name, file, columns, view }) => ({ name, file, columns, view })) }
}
