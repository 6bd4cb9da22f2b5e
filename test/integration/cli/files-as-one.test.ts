/** Several files, or the files of a folder, told as one table. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Story } from '../../../src/shared/story/story.ts'
import { runBuilt } from '../../support/built-command-line.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

async function told(
  files: Readonly<Record<string, string>>,
  given: (folder: string) => readonly string[],
): Promise<{ readonly status: number; readonly answer: Story & { error?: { message: string } } }> {
  return withTemporaryFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
      await writeFile(path.join(folder, name), content)
    }
    const args = ['tell', ...given(folder), '--as-one', '--format', 'json', '--quiet']
    const { status, stdout } = await runBuilt(args, path.join(folder, 'data'))
    return { status, answer: JSON.parse(stdout) }
  })
}

const month = (rows: readonly string[], header = 'day,shop,sold'): string => [header, ...rows, ''].join('\n')

describe('files told as one', () => {
  it('are one table whose first column names the file', async () => {
    const files = {
      'sales-01.csv': month(['2024-01-01,A,10', '2024-01-02,B,20']),
      'sales-02.csv': month(['2024-02-01,A,30', '2024-02-02,B,40', '2024-02-03,A,50']),
    }
    const { status, answer } = await told(files, (folder) => Object.keys(files).map((name) => path.join(folder, name)))
    expect(status).toBe(0)
    expect(answer.source.name).toBe('sales (2 files)')
    expect(answer.tables).toHaveLength(1)
    const [table] = answer.tables
    expect(table?.rows).toBe(5)
    expect(table?.columns.map(({ name }) => name)).toEqual(['file', 'day', 'shop', 'sold'])
    expect(table?.notes.join(' ')).toContain('2 tables of the same columns are told as one')
  })

  it('of a folder are those in it, by their columns in whatever order, also where one has a column more', async () => {
    const { status, answer } = await told(
      {
        'shops/9.csv': month(['2024-01-01,A,10', '2024-01-02,B,20']),
        'shops/10.csv': month(['5,2024-02-01,A', '7,2024-02-02,B'], 'sold,day,shop'),
        'shops/11.csv': month(['2024-03-01,A,1,x', '2024-03-02,B,2,y'], 'day,shop,sold,remark'),
        'shops/.hidden.csv': 'a,b\n1,2\n',
        'shops/read me.md': '# Shops\n\nWhat is in here, in words.\n',
        'shops/old/12.csv': month(['2020-01-01,A,10']),
      },
      (folder) => [path.join(folder, 'shops')],
    )
    expect(status).toBe(0)
    expect(answer.source.name).toBe('shops')
    const [table] = answer.tables
    expect(table?.rows).toBe(6)
    expect(table?.columns.map(({ name, type }) => `${name} ${type}`)).toEqual(
      expect.arrayContaining(['day date', 'sold integer']),
    )
    const notes = table?.notes.join(' ') ?? ''
    expect(notes).toContain('"remark" is in 1 of the 3 tables')
    expect(notes).toContain('read me.md')
  })

  it('read their dates in the one order that one of them proves', async () => {
    const files = {
      'a.csv': month(['13/01/2024,A,10', '14/02/2024,B,20']),
      'b.csv': month(['01/02/2024,A,10', '02/02/2024,B,20', '03/02/2024,B,20']),
      'c.csv': month(['04/05/2024,A,10', '04/06/2024,B,20', '04/07/2024,B,20']),
    }
    const { answer } = await told(files, (folder) => Object.keys(files).map((name) => path.join(folder, name)))
    const day = answer.tables[0]?.columns.find(({ name }) => name === 'day')
    expect(day).toMatchObject({ type: 'date', stats: { max: expect.stringContaining('2024-07-04') } })
  })

  it('keep a number a number where a file has no value of it', async () => {
    const files = {
      'a.csv': month(['2024-01-01,A,', '2024-01-02,B,']),
      'b.csv': month(['2024-02-01,A,30', '2024-02-02,B,40']),
    }
    const { answer } = await told(files, (folder) => Object.keys(files).map((name) => path.join(folder, name)))
    expect(answer.tables[0]?.columns.find(({ name }) => name === 'sold')).toMatchObject({ type: 'integer', nulls: 2 })
  })

  it('are refused where no two have the same columns, and where there is but one', async () => {
    const files = { 'a.csv': 'a,b\n1,2\n3,4\n', 'b.csv': 'c,d\n1,2\n3,4\n' }
    const unlike = await told(files, (folder) => Object.keys(files).map((name) => path.join(folder, name)))
    expect(unlike.status).toBe(3)
    const single = await told(files, (folder) => [path.join(folder, 'a.csv')])
    expect(single.status).toBe(3)
  })
})
