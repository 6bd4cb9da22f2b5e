/** What a drop will do, in words, from what the window may know before it: how many, and of which kinds. */
import type { Pipeline } from '../../shared/job/pipeline.ts'
import { currentTexts } from '../stores/language.ts'
import { namesByPipeline, pipelineOfType } from './kinds.ts'

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

export function describeDrop({ files, hopeless, pipeline }: Dragged): {
  readonly title: string
  readonly text: string
} {
  const texts = currentTexts()
  const accepted = namesByPipeline()
  if (hopeless) {
    return {
      title: texts.drop.neither({ files }),
      text: texts.drop.hopeless(accepted),
    }
  }
  if (files > 1) {
    const becomes = {
      story: texts.drop.eachBecomesAStoryOf,
      document: texts.drop.eachIsOpenedAsA,
    }
    return {
      title: texts.drop.several({ files }),
      text: pipeline === null ? texts.drop.tablesBecomeStoriesDocumentsOpen : becomes[pipeline],
    }
  }
  switch (pipeline) {
    case 'story':
      return { title: texts.drop.dropItToReadIts, text: texts.drop.itIsReadOnThis }
    case 'document':
      return {
        title: texts.drop.dropItToOpenIt,
        text: texts.drop.readItSearchItAnd,
      }
    case null:
      return {
        title: texts.drop.dropItToOpenIt,
        text: texts.drop.undecided(accepted),
      }
  }
}
