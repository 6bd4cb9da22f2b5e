import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findSample, listSamples } from '../../../../src/main/intake/samples.ts'
import { languages } from '../../../../src/shared/texts/languages.ts'
import { projectRoot } from '../../../support/command-line.ts'

const samplesDir = path.join(projectRoot, 'resources/samples')

describe('the samples', () => {
  it('are all there, and described in every language', async () => {
    const samples = await listSamples(samplesDir)
    expect(samples.length).toBeGreaterThan(0)
    for (const { id, bytes, translations } of samples) {
      expect(bytes, id).toBeGreaterThan(0)
      const others = Object.keys(languages).filter((tag) => tag !== 'en')
      expect(Object.keys(translations ?? {}), id).toEqual(others)
    }
  })

  it('leave out one whose file is not there, and are none without a list', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-samples-'))
    try {
      expect(await listSamples(folder)).toEqual([])
      const gone = { id: 'gone', file: 'gone.csv', title: 'Gone', description: 'It was here.' }
      writeFileSync(path.join(folder, 'samples.json'), JSON.stringify([gone]))
      expect(await listSamples(folder)).toEqual([])
      await expect(findSample(folder, 'gone')).rejects.toMatchObject({ reason: 'no_such_source' })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
