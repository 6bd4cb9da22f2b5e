import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type AppSources, answerAppRequest } from '../../../../src/main/window/app-request.ts'
import { withTemporaryFolder } from '../../../support/temporary.ts'

async function withSources(work: (sources: AppSources) => Promise<void>): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const rendererDir = path.join(folder, 'renderer')
    mkdirSync(rendererDir)
    writeFileSync(path.join(rendererDir, 'index.html'), '<!doctype html>')
    writeFileSync(path.join(folder, 'page.webp'), 'a page')
    await work({
      rendererDir,
      documentAsset: async (id, name) =>
        id === 'abc' && name === 'pages/0001.webp' ? path.join(folder, 'page.webp') : null,
    })
  })
}

const get = (address: string) => ({ url: address, method: 'GET' })

describe('a window of the desktop', () => {
  it('gets its page, and the files of documents', () =>
    withSources(async (sources) => {
      const page = await answerAppRequest(get('app://storyglass/index.html'), sources)
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
      const image = await answerAppRequest(get('app://storyglass/documents/abc/pages/0001.webp'), sources)
      expect(await image.text()).toBe('a page')
      expect(image.headers.get('content-type')).toBe('image/webp')
      expect(image.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      )
      expect(image.headers.get('x-content-type-options')).toBe('nosniff')
      expect(image.headers.get('cache-control')).toBe('no-store')
    }))

  it('gets nothing else', () =>
    withSources(async (sources) => {
      for (const address of [
        'app://storyglass/documents/abc/pages/0002.webp',
        'app://storyglass/documents/abd/pages/0001.webp',
        'app://storyglass/documents/abc/opened.json',
        'app://storyglass/documents/abc/pages/..%2f..%2f0001.webp',
        'app://elsewhere/documents/abc/pages/0001.webp',
        'app://storyglass/..%2fpage.webp',
      ]) {
        expect((await answerAppRequest(get(address), sources)).status, address).toBe(404)
      }
      expect((await answerAppRequest({ url: 'app://storyglass/', method: 'POST' }, sources)).status).toBe(405)
    }))
})
