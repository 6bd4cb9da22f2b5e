/** What a drop will do, in words, from what the window may know before it: how many, and of which kinds. */

export interface Dragged {
  readonly files: number
  /** True when every one says it is of a kind that is never a table: a picture, a film, a sound. */
  readonly hopeless: boolean
}

export function countDragged(items: readonly { readonly kind: string; readonly type: string }[]): Dragged {
  const files = items.filter((item) => item.kind === 'file')
  const hopeless = files.length > 0 && files.every((file) => /^(image|video|audio|font)\//.test(file.type))
  return { files: files.length, hopeless }
}

export function describeDrop({ files, hopeless }: Dragged): { readonly title: string; readonly text: string } {
  if (hopeless) {
    return {
      title: files === 1 ? 'This does not look like a table' : 'These do not look like tables',
      text: 'Storyglass reads CSV, TSV and Excel workbooks. Drop it anyway to see what it says.',
    }
  }
  if (files > 1) {
    return { title: `Drop ${files} files`, text: 'Each becomes a story of its own, one after the other.' }
  }
  return { title: 'Drop it to read its story', text: 'It is read on this computer and never changed.' }
}
