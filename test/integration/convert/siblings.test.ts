/** Small files with a trap each, beside those that were found elsewhere: read as a careful person reads them. */
import { describe, expect, test } from 'vitest'
import { siblings } from '../../fixtures/siblings/index.ts'
import { differenceOf } from '../../support/siblings.ts'

describe.each(Object.entries(siblings))('%s', (_, files) => {
  test.each(files.map((file) => [file.trap, file] as const))('%s', async (_trap, file) => {
    expect(await differenceOf(file)).toBeNull()
  })
})
