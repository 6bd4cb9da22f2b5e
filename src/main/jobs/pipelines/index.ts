/** The pipelines by name. */
import type { Pipeline } from '../../../shared/job/pipeline.ts'
import { documentPipeline } from './document.ts'
import type { PipelineDefinition } from './pipeline.ts'
import { storyPipeline } from './story.ts'

export const pipelines: { readonly [Name in Pipeline]: PipelineDefinition } = {
  story: storyPipeline,
  document: documentPipeline,
}
