import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPage } from './browser-shell.ts'

const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

describe('a file of a document', () => {
  it('is sent to our own page, under rules of its own', () =>
    openPage(async ({ engine, uploads, ask, keys }) => {
      const file = path.join(uploads, 'drawing.svg')
      writeFileSync(file, drawing)
      const asked: string[] = []
      engine.documents.asset = async (id, name) => {
        asked.push(`${id} ${name}`)
        return file
      }
      const answer = await ask({ path: `/documents/abc/images/drawing.svg?key=${keys.assetKey}` })
      expect(answer).toMatchObject({ status: 200, body: drawing })
      expect(answer.headers).toMatchObject({
        'content-type': 'image/svg+xml',
        'content-length': String(drawing.length),
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(
        await ask({ method: 'HEAD', path: `/documents/abc/images/drawing.svg?key=${keys.assetKey}` }),
      ).toMatchObject({
        status: 200,
        body: '',
      })
      expect(asked).toEqual(['abc images/drawing.svg', 'abc images/drawing.svg'])
    }))

  it('is sent to nobody else, and no other file is', () =>
    openPage(async ({ engine, uploads, ask, bugs, keys }) => {
      const file = path.join(uploads, 'page.webp')
      writeFileSync(file, 'a page')
      engine.documents.asset = async () => file
      const page = `/documents/abc/pages/0001.webp?key=${keys.assetKey}`
      expect((await ask({ path: '/documents/abc/pages/0001.webp' })).status).toBe(401)
      expect((await ask({ path: page, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
      expect((await ask({ path: page, headers: { host: 'example.org' } })).status).toBe(421)
      for (const other of ['/documents/abc/opened.json', '/documents/abc/pages/..%2f..%2fsecret.txt']) {
        expect((await ask({ path: other })).status).toBe(404)
      }
      engine.documents.asset = async () => path.join(uploads, 'gone.webp')
      expect((await ask({ path: page })).status).toBe(404)
      engine.documents.asset = async () => null
      expect((await ask({ path: page })).status).toBe(404)
      expect(bugs).toEqual([])
    }))
})
