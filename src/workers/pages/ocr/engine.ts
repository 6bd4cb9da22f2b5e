/**
 * The text recogniser this machine has, if any: `tesseract` on the PATH, installed by whoever wants it. Never a
 * dependency: without it a page that is a picture says what is missing.
 */
import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from './run-program.ts'

export interface OcrEngine {
  /** Absolute path of the program. */
  readonly program: string
  /** As it says itself: 5.3.0. */
  readonly version: string
  /** Tesseract's own codes: eng, deu, chi_sim. */
  readonly languages: readonly string[]
  /** Whether it can tell which way up a page is. */
  readonly detectsOrientation: boolean
}

/** Its own words for itself take milliseconds; one that takes longer is broken. */
const askingTimeMs = 10_000
const maxAnswerBytes = 256 * 1024

/** By PATH, so that a process asks once. */
const known = new Map<string, Promise<OcrEngine | null>>()

/** Null where there is none that works. */
export function findEngine(): Promise<OcrEngine | null> {
  const searched = process.env.PATH ?? process.env.Path ?? ''
  let engine = known.get(searched)
  if (engine === undefined) {
    engine = askEngine(searched)
    known.set(searched, engine)
  }
  return engine
}

async function askEngine(searched: string): Promise<OcrEngine | null> {
  const program = locate(searched)
  if (program === null) return null
  const ask = async (argument: string): Promise<string> => {
    const limits = { limitMs: askingTimeMs, maxBytes: maxAnswerBytes, signal: new AbortController().signal }
    const { output, errors } = await runProgram(program, [argument], Buffer.alloc(0), limits)
    // Older versions answer on standard error.
    return `${output.toString('utf8')}\n${errors}`
  }
  try {
    const version = /tesseract\s+v?(\d[\w.-]*)/iu.exec(await ask('--version'))?.[1]
    const listed = (await ask('--list-langs')).split(/\r?\n/u).map((line) => line.trim())
    const languages = listed.filter((line) => /^[a-z]{3}(?:_\w+)?$/u.test(line) && line !== 'osd' && line !== 'equ')
    if (version === undefined || languages.length === 0) return null
    return { program, version, languages, detectsOrientation: listed.includes('osd') }
  } catch {
    // A program that cannot even name its languages recognises nothing: as good as none.
    return null
  }
}

/** Only absolute folders of the PATH are searched: never the one a document lies in. */
function locate(searched: string): string | null {
  const name = process.platform === 'win32' ? 'tesseract.exe' : 'tesseract'
  for (const folder of searched.split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue
    const file = path.join(folder, name)
    try {
      accessSync(file, constants.X_OK)
      if (statSync(file).isFile()) return file
    } catch {
      // Not there, or not to be run: the next folder.
    }
  }
  return null
}
