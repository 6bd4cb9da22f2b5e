import { describe, expect, it } from 'vitest'
import { documentAssetHeaders, documentAssetOf } from '../../../../src/shared/document/asset.ts'
import { documentAssetAddress } from '../../../../src/shared/document/asset-address.ts'

describe('the address of a file of a document', () => {
  it('names what the window asked for', () => {
    for (const name of ['pages/0001.webp', 'thumbnails/12345.webp', 'images/figure-2.svg', 'images/a_b.jpeg']) {
      expect(documentAssetOf(`/${documentAssetAddress('abc123', name)}`)).toEqual({ id: 'abc123', name })
    }
  })

  it.each([
    '/documents/abc/pages/../../library.sqlite',
    '/documents/abc/pages/%2e%2e/%2e%2e/library.sqlite',
    '/documents/../jobs/pages/0001.webp',
    '/documents/%2e%2e/pages/0001.webp',
    '/documents/abc/pages/a/0001.webp',
    '/documents/abc/pages%2f..%2f..%2fopened.json',
    '/documents/abc/parts/0001.json',
    '/documents/abc/opened.json',
    '/documents/abc/pages/0001.webp%00.json',
    '/documents/abc/pages/0001.html',
    '/documents/abc/pages/%E0%A4%A',
    '/documents//pages/0001.webp',
    '/documents/a b/pages/0001.webp',
    '/documents/abc/images/..webp',
    '/documents/abc/pages\\0001.webp',
  ])('leads nowhere else: %s', (pathname) => {
    expect(documentAssetOf(pathname)).toBeNull()
  })

  it('is served as what it is, with nothing that could run and nothing kept', () => {
    expect(documentAssetHeaders('images/logo.svg')).toEqual({
      'Content-Type': 'image/svg+xml',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    })
    expect(documentAssetHeaders('pages/0001.webp')['Content-Type']).toBe('image/webp')
  })
})
