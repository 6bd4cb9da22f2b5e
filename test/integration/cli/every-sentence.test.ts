/**
 * Everything the command line writes of a table and of a document, in the pseudo-language. Names and values of both are
 * in Cyrillic, so that whatever is in plain letters is a sentence that stands in no catalogue, or a name programs use.
 */
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { runBuilt } from '../../support/built-command-line.ts'
import { plainLines } from '../../support/plain-words.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

afterEach(() => void vi.unstubAllEnvs())

/** A title above the table, a total below it, numbers that are none, dates of either order: much to say of reading it. */
function messyTable(): string {
  const rows = Array.from({ length: 240 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0')
    const day = String((index % 9) + 1).padStart(2, '0')
    const amount = index % 40 === 7 ? 'нет' : `${(index * 7) % 90},${index % 10}`
    return `${day}/${month}/${2018 + Math.floor(index / 60)};${['Запад', 'Восток'][index % 2]};${amount};${(index * 13) % 97}`
  })
  return ['Заказы склада', '', 'дата;край;цена;вес', ...rows, '', 'Источник: склад'].join('\n')
}

const page = 'Гавань росла каждый год. В ней было много кораблей и грузов из дальних стран. Город жил торговлей.\n\n'

/** Names by which programs know jobs, stages, kinds of file and of failures, the same in every language. */
const names = [
  ...'import convert analyze narrate visualize queued processing completed failed cancelled csv html md txt json'.split(
    ' ',
  ),
  ...'created claimed started stage_finished retried recovered stage finished SHA'.split(' '),
  ...'encoding delimiter quote skip header rows utf windows'.split(' '),
]

/** Ids, moments, check sums; and of a page its tags and queries. */
function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<style>.*?<\/style>|<pre>.*?<\/pre>|<table><tbody>.*?<\/tbody><\/table>/gsu, '')
    .replaceAll(/<[^>]*?(aria-label|alt|title)="([^"]*)"[^>]*>/gu, (tag, name, said) =>
      name === 'title' && tag.startsWith('<a') ? '' : said,
    )
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&[a-z]+;/gu, '')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|\b[0-9a-z]{16}\b/gu, '')
}

async function saidBy(folder: string, args: readonly string[]): Promise<string> {
  vi.stubEnv('STORYGLASS_LANGUAGE', 'en-XA')
  const { stdout, stderr } = await runBuilt(args, path.join(folder, 'library'))
  return withoutMarkup(`${stderr}\n${stdout}`)
}

function left(said: string): string[] {
  // `Intl` names a language in the locale that the pseudo-language borrows.
  return plainLines(said, [...names, 'Russian', 'LIX'])
}

describe('in the pseudo-language', { timeout: 300_000 }, () => {
  it('a table is read, told, exported and listed without a plain sentence', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'заказы.csv')
      writeFileSync(file, messyTable())
      const told = await saidBy(folder, ['tell', file])
      expect(told.match(/⟦/gu)?.length).toBeGreaterThan(20)
      expect(left(told)).toEqual([])
      const explained = await saidBy(folder, ['read', file, '--explain'])
      expect(explained.match(/⟦/gu)?.length).toBeGreaterThan(5)
      expect(left(explained)).toEqual([])
      const listed = await runBuilt(['stories', 'list', '--format', 'json'], path.join(folder, 'library'))
      const [{ id }] = JSON.parse(listed.stdout).stories
      const out = path.join(folder, 'story.html')
      await saidBy(folder, ['stories', 'export', id, '--format', 'html', '--out', out])
      expect(left(withoutMarkup(await readFile(out, 'utf8')))).toEqual([])
      for (const args of [['stories'], ['jobs'], ['metrics'], ['verify', id], ['jobs', 'clean'], ['documents']]) {
        expect(left(await saidBy(folder, args)), args.join(' ')).toEqual([])
      }
    })
  })

  it('so is a document', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'гавань.txt')
      writeFileSync(file, page.repeat(12))
      expect(left(await saidBy(folder, ['tell', file]))).toEqual([])
      expect(left(await saidBy(folder, ['documents']))).toEqual([])
    })
  })

  it('and what goes wrong', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'пусто.csv')
      writeFileSync(file, '')
      for (const args of [
        ['tell', file],
        ['tell', path.join(folder, 'нет.csv')],
        ['stories', 'show', 'я'],
        ['verify', 'я'],
      ]) {
        const said = await saidBy(folder, args)
        expect(said).toContain('⟦')
        expect(left(said), args.join(' ')).toEqual([])
      }
    })
  })
})
