/** Commands that only look, beside a process that has the library open. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { metricsSchema } from '../../../src/shared/job/metrics.ts'
import { storySchema } from '../../../src/shared/story/story.ts'
import { storyglass as run } from '../../support/command-line.ts'
import { jobWhen, withEngine } from '../../support/engine/with-engine.ts'

describe('beside an open window', () => {
  it('jobs, metrics and stories can be looked at, checked and exported as they are; what would change them says who has the library', () =>
    withEngine(
      async ({ engine, script, dataDir, folder }) => {
        const told = await engine.jobs.createFromPath(await script('told.csv', {}))
        const { storyId } = await engine.jobs.whenOver(told.job.id)
        const broken = await engine.jobs.createFromPath(await script('broken.csv', { analyze: { do: 'throw' } }))
        await engine.jobs.whenOver(broken.job.id)
        const running = await engine.jobs.createFromPath(
          await script('running.csv', { analyze: { do: 'work', ms: 60_000 } }),
        )
        await jobWhen(engine, running.job.id, (job) => job.stage === 'analyze')
        const at = ['--data-dir', dataDir]

        const listed = await run(['jobs', '--format', 'json', ...at])
        expect(listed).toMatchObject({ status: 0, stderr: '' })
        expect(JSON.parse(listed.stdout)).toMatchObject({
          total: 3,
          jobs: [
            { id: running.job.id, status: 'processing', stage: 'analyze' },
            { id: broken.job.id, status: 'failed' },
            { id: told.job.id, status: 'completed', storyId, stages: expect.arrayContaining([expect.anything()]) },
          ],
        })
        const shown = await run(['jobs', 'show', broken.job.id, ...at])
        expect(shown.status).toBe(0)
        expect(shown.stdout).toContain('Error: a fault of the stage')
        expect(await run(['jobs', 'show', 'nosuchjob', ...at])).toMatchObject({
          status: 7,
          stderr: expect.stringContaining('There is no such job.'),
        })

        const metrics = await run(['metrics', '--format', 'json', ...at])
        expect(metricsSchema.parse(JSON.parse(metrics.stdout))).toMatchObject({
          jobs: { created: 3, completed: 1, failed: 1, processing: 1 },
          successRate: 0.5,
        })
        const readable = (await run(['metrics', ...at])).stdout
        expect(readable).toMatch(/^success rate +50\.0 %$/m)
        expect(readable).toMatch(/^analyze +csv +1 /m)
        expect(readable).toMatch(/^ANALYSIS_ERROR +internal +csv +1$/m)

        const found = await run(['stories', 'search', 'told', '--format', 'json', ...at])
        expect(JSON.parse(found.stdout).stories).toMatchObject([{ id: storyId }])
        expect((await run(['stories', ...at])).stdout).toContain('Story of told.csv')
        const story = await run(['stories', 'show', storyId ?? '', '--format', 'json', ...at])
        expect(storySchema.parse(JSON.parse(story.stdout)).id).toBe(storyId)

        const verified = await run(['verify', storyId ?? '', '--format', 'json', ...at])
        // The numbers of a scripted story come out of no data: they were looked for, and that is told.
        expect(verified).toMatchObject({ status: 5, stderr: '' })
        expect(JSON.parse(verified.stdout).failed).not.toEqual([])
        const exported = path.join(folder, 'told.md')
        const out = ['--format', 'md', '--out', exported]
        expect((await run(['stories', 'export', storyId ?? '', ...out, ...at])).status).toBe(0)
        expect(await readFile(exported, 'utf8')).toContain('Story of told.csv')

        expect(await run(['jobs', 'cancel', running.job.id, ...at])).toMatchObject({
          status: 7,
          stderr: expect.stringContaining('Another Storyglass is already using this library.'),
        })
        expect((await engine.handlers['jobs/get']({ id: running.job.id })).job.status).toBe('processing')
      },
      { concurrency: 1 },
    ))
})
