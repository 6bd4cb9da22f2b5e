import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CancelledError } from '../../../src/shared/failure/failure.ts'
import { findEngine } from '../../../src/workers/pages/ocr/engine.ts'
import { languagesFor } from '../../../src/workers/pages/ocr/languages.ts'
import { rangesOf } from '../../../src/workers/pages/ocr/missing.ts'
import { recogniseImage } from '../../../src/workers/pages/ocr/recogniser.ts'
import { runProgram } from '../../../src/workers/pages/ocr/run-program.ts'
import { parseWords } from '../../../src/workers/pages/ocr/words.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { convertDocument } from '../../../src/workers/tasks/document.ts'
import { type FakeBehaviour, type FakeEngine, withPath, writeFakeTesseract } from '../../support/fake-tesseract.ts'
import { pdfBytes, textAt } from '../../support/pdf-document.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const signal = new AbortController().signal
const word = (text: string, left: number, line = 1, confidence = 90) => ({
  text,
  left,
  top: 100,
  width: 80,
  height: 30,
  confidence,
  line,
})

async function withFake<Result>(
  behaviour: FakeBehaviour,
  work: (fake: FakeEngine) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const fake = writeFakeTesseract(folder, behaviour)
    return withPath(fake.folder, () => work(fake))
  })
}

async function engineOf(): Promise<NonNullable<Awaited<ReturnType<typeof findEngine>>>> {
  const engine = await findEngine()
  if (engine === null) throw new Error('no engine')
  return engine
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe.skipIf(process.platform === 'win32')('the recogniser of this machine', () => {
  it('is found on the PATH and says its version and languages, once', async () => {
    await withFake({}, async () => {
      const engine = await findEngine()
      expect(engine).toMatchObject({ version: '5.3.0', languages: ['deu', 'eng'], detectsOrientation: true })
      expect(await findEngine()).toBe(engine)
    })
  })

  it('is none where there is no such program, or one that says nothing', async () => {
    await withTemporaryFolder((folder) => withPath(folder, async () => expect(await findEngine()).toBeNull()))
    await withFake({ trouble: 'is mute' }, async () => expect(await findEngine()).toBeNull())
  })

  it('is not looked for in the folder the program happens to run in', async () => {
    await withPath('.', async () => expect(await findEngine()).toBeNull())
  })

  it('gets the picture through a pipe and the languages as arguments', async () => {
    await withFake({ words: [word('Deep', 10), word('lakes', 100)] }, async (fake) => {
      const { words, confidence } = await recogniseImage(await engineOf(), png, 300.4, ['deu', 'eng'], { signal })
      expect(words.map(({ text }) => text)).toEqual(['Deep', 'lakes'])
      expect(confidence).toBeCloseTo(0.9)
      const [asked] = fake.asked()
      expect(asked?.args).toEqual(['stdin', 'stdout', '-l', 'deu+eng', '--dpi', '300', '--psm', '1', 'tsv'])
      expect(Buffer.from(asked?.start ?? '', 'latin1')).toEqual(png.subarray(0, 8))
      expect(asked?.bytes).toBe(png.length)
    })
  })

  it('costs only the page when it fails, with the cause it gave', async () => {
    await withFake({ trouble: 'fails' }, async () => {
      const work = recogniseImage(await engineOf(), png, 300, ['eng'], { signal })
      await expect(work).rejects.toThrow('it ended with 1: Error in pixReadMem: size is too small')
    })
  })

  it('is stopped when it answers without end', async () => {
    await withFake({ trouble: 'floods' }, async (fake) => {
      await expect(recogniseImage(await engineOf(), png, 300, ['eng'], { signal })).rejects.toThrow(
        'answered with more than',
      )
      expect(isAlive(fake.asked()[0]?.pid ?? 0)).toBe(false)
    })
  })

  it('is stopped when it takes too long', async () => {
    await withFake({ trouble: 'hangs' }, async (fake) => {
      const { program } = await engineOf()
      // Long enough for it to have begun on a busy machine.
      const work = runProgram(program, ['stdin'], png, { limitMs: 3000, maxBytes: 1000, signal })
      await expect(work).rejects.toThrow('it took longer than 3 s')
      expect(fake.asked().map(({ pid }) => isAlive(pid))).toEqual(fake.asked().map(() => false))
    })
  })

  it('is stopped at once by a cancel', async () => {
    await withFake({ trouble: 'hangs' }, async (fake) => {
      const abort = new AbortController()
      const work = recogniseImage(await engineOf(), png, 300, ['eng'], { signal: abort.signal })
      const settled = work.catch((error: unknown) => error)
      while (fake.asked().length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      abort.abort()
      expect(await settled).toBeInstanceOf(CancelledError)
      expect(isAlive(fake.asked()[0]?.pid ?? 0)).toBe(false)
    })
  })

  it('is not started for work that was cancelled before', async () => {
    await withFake({}, async (fake) => {
      const work = recogniseImage(await engineOf(), png, 300, ['eng'], { signal: AbortSignal.abort() })
      await expect(work).rejects.toBeInstanceOf(CancelledError)
      expect(fake.asked()).toEqual([])
    })
  })
})

describe('the words it finds', () => {
  const row = (...cells: (string | number)[]): string => cells.join('\t')

  it('are those with a place, a text and some confidence; the line they are on is known', () => {
    const { words, confidence } = parseWords(
      [
        row(
          'level',
          'page_num',
          'block_num',
          'par_num',
          'line_num',
          'word_num',
          'left',
          'top',
          'width',
          'height',
          'conf',
          'text',
        ),
        row(1, 1, 0, 0, 0, 0, 0, 0, 2550, 3300, -1, ''),
        row(5, 1, 1, 1, 1, 1, 10, 20, 30, 40, '96.5', 'Deep'),
        row(5, 1, 1, 1, 1, 2, 50, 20, 30, 40, '95.5', 'lakes'),
        row(5, 1, 2, 1, 1, 1, 50, 90, 30, 40, '90', 'שלום'),
        row(5, 1, 2, 1, 1, 2, 50, 90, 30, 40, '3', '~|'),
        row(5, 1, 2, 1, 1, 3, 50, 90, 30, 40, '95', ' '),
        row(5, 1, 2, 1, 1, 3, 50, 90, 'x', 40, '95', 'nowhere'),
        'not a row',
      ].join('\r\n'),
    )
    expect(words).toEqual([
      { text: 'Deep', box: [10, 20, 40, 60], line: '1.1.1.1', rightToLeft: false },
      { text: 'lakes', box: [50, 20, 80, 60], line: '1.1.1.1', rightToLeft: false },
      { text: 'שלום', box: [50, 90, 80, 130], line: '1.2.1.1', rightToLeft: true },
    ])
    expect(confidence).toBeCloseTo(0.94)
  })
})

describe('the languages a page is read in', () => {
  const installed = ['chi_sim', 'chi_tra', 'deu', 'eng', 'fra']

  it('is the one the document declares, where it is installed', () => {
    expect(languagesFor('de-CH', 'fr-FR', installed)).toEqual(['deu'])
    expect(languagesFor('zh-Hant-TW', null, installed)).toEqual(['chi_tra'])
    expect(languagesFor('zh', null, installed)).toEqual(['chi_sim'])
  })

  it('are else that of the machine and English, and whatever there is last', () => {
    expect(languagesFor(null, 'fr-FR', installed)).toEqual(['fra', 'eng'])
    expect(languagesFor('it', 'en-US', installed)).toEqual(['eng'])
    expect(languagesFor(null, 'en-US', ['hin'])).toEqual(['hin'])
    expect(languagesFor(null, null, [])).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('a PDF with pages that are pictures', () => {
  /** Half a grey square over the whole page. */
  const scan = { content: 'q 612 0 0 792 0 0 cm BI /W 2 /H 1 /BPC 8 /CS /G ID \u0010\u00f0 EI Q' }
  const typed = { content: textAt('Typed.', 72, 700) }

  async function convert(folder: string, pages: readonly { readonly content: string }[], language?: string) {
    const file = path.join(folder, 'scan.pdf')
    writeFileSync(file, pdfBytes({ pages, ...(language === undefined ? {} : { language }) }))
    const source = { path: file, name: 'scan.pdf', bytes: statSync(file).size }
    const { content } = await convertDocument({ source, outputDir: null, password: null }, detachedContext())
    return content
  }

  it('has the text the recogniser finds on them, in their place, and says it is recognised', async () => {
    await withTemporaryFolder(async (folder) => {
      const words = [word('Lakes', 100, 1), word('are', 300, 1), { ...word('Deep.', 100, 2), top: 160 }]
      const fake = writeFakeTesseract(folder, { words })
      const content = await withPath(fake.folder, () => convert(folder, [typed, scan], 'de-DE'))
      expect(content.pages.map(({ text, ocr }) => [text, ocr])).toEqual([
        ['Typed.', false],
        ['Lakes are\nDeep.', true],
      ])
      expect(content.warnings).toEqual([])
      // Only the page that needs it, in the document's language, drawn near the resolution asked for.
      expect(fake.asked().map(({ args }) => args[3])).toEqual(['deu'])
      expect(Number(fake.asked()[0]?.args[5])).toBeGreaterThan(200)
      expect(fake.asked()[0]?.start.slice(1, 4)).toBe('PNG')
    })
  })

  it('says once, naming the pages, what is missing where there is no recogniser', async () => {
    await withTemporaryFolder(async (folder) => {
      const content = await withPath(folder, () => convert(folder, [scan, typed, scan, scan, scan]))
      const [advice, ...ofPages] = content.warnings
      expect(advice).toMatchObject({ code: 'recogniser_missing', page: null })
      expect(advice?.message).toMatch(/^Pages 1 and 3–5 are pictures without text\..*tesseract-ocr/u)
      expect(ofPages.map(({ code, page }) => [code, page])).toEqual(
        [1, 3, 4, 5].map((page) => ['page_without_text', page]),
      )
      expect(content.pages.every(({ ocr }) => !ocr)).toBe(true)
    })
  })

  it('goes on with the other pages where the recogniser fails', async () => {
    await withTemporaryFolder(async (folder) => {
      const fake = writeFakeTesseract(folder, { trouble: 'fails' })
      const content = await withPath(fake.folder, () => convert(folder, [scan, typed]))
      expect(content.pages.map(({ text }) => text)).toEqual(['', 'Typed.'])
      expect(content.warnings).toMatchObject([{ code: 'page_without_text', page: 1 }])
      expect(content.warnings[0]?.message).toContain('size is too small')
    })
  })
})

describe('pages named in a sentence', () => {
  it.each<[number[], string[]]>([
    [[4], ['4']],
    [
      [1, 2],
      ['1', '2'],
    ],
    [
      [3, 1, 4, 5],
      ['1', '3–5'],
    ],
    [
      [1, 2, 3, 7, 9, 10, 11, 12],
      ['1–3', '7', '9–12'],
    ],
  ])('%j', (pages, ranges) => {
    expect(rangesOf(pages)).toEqual(ranges)
  })
})
