/** Versions of a story, a comparison among them, and a mark explained, from the command line, on a table by others. */
import path from 'node:path'
import { expect, it } from 'vitest'
import { runBuilt } from '../../support/built-command-line.ts'
import { projectRoot } from '../../support/command-line.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const cars = path.join(projectRoot, 'node_modules/vega-datasets/data/cars.json')

it('tells a story again as a comparison, lists both, and explains a bar of it', () =>
  withTemporaryFolder(async (folder) => {
    const run = (...given: string[]) => runBuilt(given, path.join(folder, 'data'))
    const told = await run('tell', cars, '--format', 'json', '--quiet')
    expect(told.status).toBe(0)
    const story = JSON.parse(told.stdout)

    const again = await run('stories', 'retell', story.id, '--compare', 'Origin=Europe|Japan', '--quiet')
    expect(again.status).toBe(0)
    expect(again.stdout).toContain('Europe and Japan compared')
    const listed = JSON.parse((await run('stories', 'versions', story.id, '--format', 'json')).stdout).versions
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(['As it was read', 'Europe and Japan compared'])

    const same = await run('tell', cars, '--compare', 'Origin=Europe|Europe', '--quiet')
    expect(same.status).not.toBe(0)
    expect(same.stderr).toContain('cannot be compared')
    expect(same.stderr).toContain('“Europe” is named twice')

    const chart = story.charts.find(({ spec }: { spec: { x: { label: string } } }) => spec.x.label === 'Origin')
    const explained = await run('explain', story.id, chart.insight, '--mark', 'usa')
    expect(explained.status).toBe(0)
    expect(explained.stdout).toContain('rows: Origin = USA')
    expect(explained.stdout).toContain('in all other rows')
    const nowhere = await run('explain', story.id, chart.insight, '--mark', 'Mars')
    expect(nowhere.status).not.toBe(0)
    expect(nowhere.stderr).toContain('No row of the table stands behind this mark')
    expect((await run('explain', story.id, 'nothing-such')).stderr).toContain('The story has no such statement')
  }))
