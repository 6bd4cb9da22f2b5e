/** What changed between two files, told by the real engine: two months of a made-up shop, and a revised export. */
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { type Comparison, comparisonSchema } from '../../../src/shared/comparison/comparison.ts'
import { runBuilt } from '../../support/built-command-line.ts'
import { type Order, ordersCsv, ordersOf } from '../../support/shop-months.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const january = ordersOf(1, 150)
const february = ordersOf(2, 170, { factor: 2 })
const renamed = ['order_id', 'date', 'area', 'product', 'units', 'revenue']

/** January without two orders, six of them with other revenue, and February. */
function revised(): Order[] {
  const kept = january.slice(2).map((order, at) => (at % 25 === 0 ? { ...order, revenue: order.revenue + 10 } : order))
  return [...kept, ...february]
}

interface Files {
  readonly folder: string
  readonly compare: (before: string, after: string, format?: string) => ReturnType<typeof runBuilt>
}

async function withFiles(work: (files: Files) => Promise<void>): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    await writeFile(path.join(folder, 'shop-01.csv'), ordersCsv(january))
    await writeFile(path.join(folder, 'shop-02.csv'), ordersCsv(february))
    await writeFile(path.join(folder, 'shop-all.csv'), ordersCsv(revised(), renamed))
    const compare: Files['compare'] = (before, after, format = 'json') =>
      runBuilt(['compare', before, after, '--format', format, '--quiet'], path.join(folder, 'data'))
    await work({ folder, compare })
  })
}

function comparisonIn(stdout: string): Comparison {
  return comparisonSchema.parse(JSON.parse(stdout))
}

const cents = (orders: readonly Order[]): number =>
  orders.reduce((sum, { revenue }) => sum + Math.round(revenue * 100), 0)

it('says of a second version which rows came, went and were revised, and what each total is made of', () =>
  withFiles(async ({ folder, compare }) => {
    const file = (name: string): string => path.join(folder, name)
    const { status, stdout } = await compare(file('shop-01.csv'), file('shop-all.csv'))
    expect(status).toBe(0)
    const comparison = comparisonIn(stdout)
    const [table] = comparison.tables
    expect(table?.rows).toEqual({
      before: 150,
      after: 318,
      by: 'key',
      key: ['order_id'],
      kept: 148,
      added: 170,
      gone: 2,
      revised: 6,
    })
    expect(table?.revised).toMatchObject([{ column: 'revenue', rows: 6 }])
    expect(table?.revised[0]?.examples[0]).toEqual({
      key: [january[2]?.id],
      before: january[2]?.revenue,
      after: (january[2]?.revenue ?? 0) + 10,
    })
    expect(table?.columns).toMatchObject({ added: [], gone: [] })
    expect(table?.columns.kept.find(({ after }) => after === 'area')).toMatchObject({ before: 'region', by: 'values' })
    const total = table?.totals.find(({ column }) => column === 'revenue')
    expect(Math.round((total?.before ?? 0) * 100)).toBe(cents(january))
    expect(Math.round((total?.after ?? 0) * 100)).toBe(cents(revised()))
    expect(total?.accounts.map(({ by }) => by).sort()).toEqual(['category', 'category', 'period', 'rows'])
    for (const { parts } of total?.accounts ?? []) {
      const sum = parts.reduce((whole, { change }) => whole + Math.round(change * 100), 0)
      expect(sum).toBe(Math.round((total?.change ?? 0) * 100))
    }
    expect(comparison.headline.numbers.length).toBeGreaterThan(2)
    expect(comparison.verified.matched).toBe(comparison.verified.numbers)

    // Again, of what is in the library alone: the files are gone.
    await rm(file('shop-01.csv'))
    await rm(file('shop-all.csv'))
    const { before, after } = comparison
    const again = await compare(before.id, after.id, 'txt')
    expect(again.status).toBe(0)
    expect(again.stdout).toContain(comparison.headline.text)
    expect(again.stdout).toContain('6 of the 148 rows in both have other values than before, in revenue (6).')
    expect(again.stdout).toContain('Region is called area now')

    // And without the tables of the earlier one: by the two stories, which is said.
    const { stdout: jobs } = await runBuilt(['jobs', 'list', '--format', 'json'], path.join(folder, 'data'))
    const job = (JSON.parse(jobs).jobs as { id: string; storyId: string }[]).find(
      ({ storyId }) => storyId === before.id,
    )
    await rm(path.join(folder, 'data', 'jobs', job?.id ?? ''), { recursive: true })
    // The other way round, since what was compared is kept.
    const told = comparisonIn((await compare(after.id, before.id)).stdout)
    expect(told).toMatchObject({ basis: 'statistics', tables: [{ rows: { before: 318, after: 150, by: 'none' } }] })
    expect(told.sections.find(({ role }) => role === 'limits')?.paragraphs[0]?.text).toContain('not kept any more')
  }))

it('says of another month how each total changed, and names the part that did it', () =>
  withFiles(async ({ folder, compare }) => {
    const { status, stdout } = await compare(path.join(folder, 'shop-01.csv'), path.join(folder, 'shop-02.csv'), 'md')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^# What changed\n/)
    expect(stdout).toMatch(/Total units rose by [\d,]+ \([\d.]+%\), from [\d,]+ to [\d,]+; North alone rose by \d+/)
    expect(stdout).toContain('170 rows now, 150 before')
  }))

it('ends as other commands do for what is not there', () =>
  withFiles(async ({ folder, compare }) => {
    const { status, stdout } = await compare('nosuchstory', 'noother')
    expect(status).toBe(7)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'PROCESSING_ERROR' } })
    await writeFile(path.join(folder, 'empty.csv'), '')
    expect((await compare(path.join(folder, 'shop-01.csv'), path.join(folder, 'empty.csv'))).status).toBe(3)
  }))
