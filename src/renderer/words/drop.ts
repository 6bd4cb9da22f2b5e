/** What a drop will do, in words, from what the window may know before it: how many, and of which kinds. */
import { namesOf } from '../../shared/file-formats/formats.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import { pipelineOfType } from './kinds.ts'

export interface Dragged {
  readonly files: number
  /** True when every one says it is of a kind that is never read: a picture, a film, a sound. */
  readonly hopeless: boolean
  /** What becomes of them, where all of them tell and it is the same of each; null otherwise. */
  readonly pipeline: Pipeline | null
}

export function countDragged(items: readonly { readonly kind: string; readonly type: string }[]): Dragged {
  const files = items.filter((item) => item.kind === 'file')
  const hopeless = files.length > 0 && files.every((file) => /^(image|video|audio|font)\//.test(file.type))
  const pipelines = new Set(files.map((file) => pipelineOfType(file.type)))
  const [only = null] = pipelines
  return { files: files.length, hopeless, pipeline: pipelines.size === 1 ? only : null }
}

const acceptedWords = `tables (${namesOf('story').join(', ')}) and documents (${namesOf('document').join(', ')})`

export function describeDrop({ files, hopeless, pipeline }: Dragged): {
  readonly title: string
  readonly text: string
} {
  if (hopeless) {
    return {
      title: files === 1 ? 'This is neither a table nor a document' : 'These are neither tables nor documents',
      text: `Storyglass takes ${acceptedWords}. Drop it anyway to see what it says.`,
    }
  }
  if (files > 1) {
    const becomes = {
      story: 'Each becomes a story of its own, one after the other.',
      document: 'Each is opened as a document of its own, one after the other.',
    }
    return {
      title: `Drop ${files} files`,
      text: pipeline === null ? 'Tables become stories, documents open for reading.' : becomes[pipeline],
    }
  }
  switch (pipeline) {
    case 'story':
      return { title: 'Drop it to read its story', text: 'It is read on this computer and never changed.' }
    case 'document':
      return {
        title: 'Drop it to open it',
        text: 'Read it, search it, and tell the tables in it. It stays on this computer and is never changed.',
      }
    case null:
      return {
        title: 'Drop it to open it',
        text: `Storyglass takes ${acceptedWords}. It stays on this computer and is never changed.`,
      }
  }
}
