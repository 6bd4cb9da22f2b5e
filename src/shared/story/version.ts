/** Versions of a story: the same source told again with other words on its columns. Each stays until it is deleted. */
import { z } from 'zod'
import { focusSchema } from './focus.ts'
import { readingOptionsSchema } from './reading.ts'

/** What a person told of a source, over what the engine would think: by it a version is named. */
export const toldOptionsSchema = z.object({
  focus: focusSchema.optional(),
  reading: readingOptionsSchema.optional(),
})
export type ToldOptions = z.infer<typeof toldOptionsSchema>

export const storyVersionSchema = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: z.string(),
  /** The version it was told again from; null of the first, and where that was deleted. */
  parent: z.string().nullable(),
  told: toldOptionsSchema,
})
export type StoryVersion = z.infer<typeof storyVersionSchema>
