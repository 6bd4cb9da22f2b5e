/** The two things that can be made of a source. */
import { z } from 'zod'

export const pipelineSchema = z.enum(['story', 'document'])

export type Pipeline = z.infer<typeof pipelineSchema>
