/** The task `kind`: what a file is, for those who read tables. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { decideKind } from '../formats/recognition/kind.ts'
import type { WorkContext } from '../runtime/context.ts'

/** Throws the reason where it is no table. */
export async function detectKind(
  input: TaskMap['kind']['input'],
  _context: WorkContext,
): Promise<TaskMap['kind']['output']> {
  const { kind } = await decideKind(input.source, 'story')
  return { kind }
}
