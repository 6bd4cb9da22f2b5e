/** The example files that come with the application. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type Sample, sampleSchema } from '../../shared/contract/commands.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'

const samplesFileSchema = z.array(sampleSchema.omit({ name: true, bytes: true }).extend({ file: z.string() }))

/** The samples listed in `<samplesDir>/samples.json` whose files are there; none when there is no list. */
export async function listSamples(samplesDir: string | null): Promise<(Sample & { path: string })[]> {
  if (samplesDir === null) return []
  const text = await readFile(path.join(samplesDir, 'samples.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return []
  const samples: (Sample & { path: string })[] = []
  for (const { file, ...sample } of samplesFileSchema.parse(JSON.parse(text))) {
    const name = path.basename(file)
    const samplePath = path.join(samplesDir, name)
    const found = await stat(samplePath).catch(() => null)
    if (found?.isFile()) samples.push({ ...sample, name, bytes: found.size, path: samplePath })
  }
  return samples
}

export async function findSample(samplesDir: string | null, id: string): Promise<string> {
  const sample = (await listSamples(samplesDir)).find((candidate) => candidate.id === id)
  if (sample === undefined) throw new StoryglassError('no_such_source', `sample ${id}`)
  return sample.path
}
