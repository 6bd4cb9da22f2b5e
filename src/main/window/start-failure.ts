/** Why the application could not start, in words. */
import { failureOf } from '../../shared/contract/dispatch.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import type { Texts } from '../../shared/texts/texts.ts'

export function describeStartFailure(
  texts: Texts,
  error: unknown,
  dataDir: string,
): { readonly message: string; readonly hint: string } {
  const { message, hint, detail } = failureOf(texts, error, texts.failures.subjects.library)
  const title = error instanceof StoryglassError ? message : texts.shell.notStarted
  return { message: title, hint: [hint, detail, dataDir].filter((line) => line !== null).join('\n\n') }
}
