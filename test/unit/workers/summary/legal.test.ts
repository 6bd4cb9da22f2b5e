import { describe, expect, it } from 'vitest'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { tellDocument } from '../../../../src/workers/tasks/document-story.ts'
import { contentOf, source } from './support.ts'

const imprint = `This manual is for the harbour library and for the people who keep the harbour library running well.

Copyright © 2001-2022 The Harbour Authority of Bergen, by whom all of this manual was written.

Anybody may copy, distribute and/or modify this manual under the terms of the Harbour Documentation License.
The harbour library, its manual and all that belongs to the harbour library are described in that section.`
const body = [
  `1 The harbour

The harbour of Bergen keeps its goods in a warehouse that is close to the railway to Oslo.
Ships that are too large for the inner harbour wait for the tide in front of the lighthouse.
The oldest quay of the harbour was built of oak and stood for more than three hundred years.`,
  `2 The railway

The railway to Oslo takes the goods of the harbour away before the next ship has landed.
Its trains climb to the highest station of the country, where the line is often closed by snow.
Every second train carries fish, and in winter the railway to Oslo carries hardly anything else.`,
  `3 The lighthouse

Keepers of the lighthouse wrote down every ship that passed it on its way to the harbour.
Their books show how the fleet of Bergen turned from sail to steam within a single generation.
The lamp of the lighthouse was lit with oil until the harbour was given electric light.`,
  `4 The warehouse

Dried fish, timber and salt were the goods that filled the warehouse of the harbour for centuries.
A fire destroyed the upper floors of the warehouse, and merchants of the town paid to rebuild them.
Today the harbour lets the warehouse to painters who work where the salt was once stored.`,
]
const appendix = `5 Harbour Public License

The harbour library, its goods and its warehouse may be used by any person who keeps to these terms.
The railway to Oslo and the harbour of Bergen give no promise that the goods will ever arrive.`

async function quotedPages(texts: readonly string[]): Promise<readonly number[]> {
  const { quotations, sections } = await tellDocument({ source, content: contentOf(texts) }, detachedContext())
  const all = [...quotations, ...sections.flatMap((section) => section.quotations)]
  return [...new Set(all.flatMap(({ places }) => places.map(({ page }) => page)))].sort((a, b) => a - b)
}

describe('licences and imprints', () => {
  it('are not quoted, neither what names them nor what stands beside it, nor a licence at the end', async () => {
    expect(await quotedPages([imprint, ...body, appendix])).toEqual([2, 3, 4, 5])
  })
  it('leave the page alone that only names a licence in passing', async () => {
    const introduction = `Ships of every size are welcome in the harbour of Bergen from May until the end of October.

The harbour library is licensed under the Harbour Public License.`
    expect(await quotedPages([introduction, ...body])).toContain(1)
  })
  it('are quoted where the document is nothing else', async () => {
    expect(await quotedPages([appendix.replace('5 ', '1 ')])).toEqual([1])
  })
})
