/** Reads the text of pages that are pictures with the recogniser this machine has. */
import type { WorkContext } from '../../runtime/context.ts'
import { findEngine, type OcrEngine } from './engine.ts'
import { languagesFor } from './languages.ts'
import { fragmentsOf, type RecognisePage } from './recognition.ts'
import { runProgram } from './run-program.ts'
import { parseWords, type Recognition } from './words.ts'

/** Tesseract is trained on print at this resolution: letters of about 30 pixels. */
const dotsPerInch = 300
const pointsPerInch = 72
/** For one page. */
const pageTimeMs = 30_000
const maxTableBytes = 16 * 1024 * 1024

/**
 * What reads pages of a document in `language` (BCP 47, null where it names none), or null where nothing on this
 * machine does. A page is drawn anew at 300 dots an inch: its reading image has half of that.
 */
export async function findRecogniser(language: string | null): Promise<RecognisePage | null> {
  const engine = await findEngine()
  if (engine === null) return null
  const languages = languagesFor(language, systemLanguage(), engine.languages)
  return async (page, context) => {
    const { png, pixelsPerPoint } = await page.draw(dotsPerInch / pointsPerInch)
    const { words } = await recogniseImage(engine, png, pixelsPerPoint * pointsPerInch, languages, context)
    return fragmentsOf(words, pixelsPerPoint)
  }
}

/** `png` comes and the words go through pipes: no file, no shell. Throws as `runProgram` does. */
export async function recogniseImage(
  engine: OcrEngine,
  png: Buffer,
  resolution: number,
  languages: readonly string[],
  context: Pick<WorkContext, 'signal'>,
): Promise<Recognition> {
  // With the file that tells orientation, pages that lie on their side are turned first; columns are found either way.
  const segmentation = engine.detectsOrientation ? '1' : '3'
  const args = ['stdin', 'stdout', '-l', languages.join('+'), '--dpi', String(Math.round(resolution))]
  const { output } = await runProgram(engine.program, [...args, '--psm', segmentation, 'tsv'], png, {
    limitMs: pageTimeMs,
    maxBytes: maxTableBytes,
    signal: context.signal,
  })
  return parseWords(output.toString('utf8'))
}

function systemLanguage(): string | null {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions()
  return locale === '' ? null : locale
}
