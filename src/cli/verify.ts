/** `storyglass verify`: every number of a story, recomputed from its evidence. */
import { existsSync } from 'node:fs'
import { resolveDataDir } from '../main/engine.ts'
import { failureReasons } from '../shared/failure/failure.ts'
import { sayNote } from '../shared/story/note.ts'
import type { Verification } from '../shared/story/story.ts'
import { exitStatus, statusOf } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import { print, printJson } from './output.ts'
import { withReading } from './session.ts'
import { isSupervised, verifyFile, verifySupervised } from './verify-file.ts'

export interface VerifyOptions {
  readonly format?: 'json' | 'text'
  readonly dataDir?: string
}

/** `target`: a story's id, or a file with its JSON, checked as it stands against the tables stored under its id. */
export async function verify(target: string, options: VerifyOptions): Promise<number> {
  if (isSupervised()) {
    await verifySupervised(target, resolveDataDir(options.dataDir))
    return exitStatus.done
  }
  if (existsSync(target)) return report(await verifyFile(target, options.dataDir), options)
  return withReading(options.dataDir, async (engine) =>
    report(await engine.handlers['stories/verify']({ id: target }), options),
  )
}

async function report(result: Verification, { format }: VerifyOptions): Promise<number> {
  const { numbers, matched, failed } = result
  if (format === 'json') await printJson(result)
  else {
    const texts = terminalTexts()
    const { numbersMatch, mismatch } = texts.terminal.replies
    await print(`${numbersMatch({ matched, numbers })}\n`)
    for (const { insight, name, stated, recomputed, ...one } of failed) {
      const why = one.noted === undefined ? one.why : sayNote(texts, one.noted)
      await print(`${mismatch({ insight, name, stated: String(stated), recomputed: String(recomputed), why })}\n`)
    }
  }
  const holds = failed.length === 0 && matched === numbers
  return holds ? exitStatus.done : statusOf(failureReasons.evidence_mismatch.code)
}
