/** Words a person sorts their stories and documents by. */
import { z } from 'zod'

/** One line, short enough for a chip; a comma parts one tag from the next where several are written. */
export const tagSchema = z
  .string()
  .trim()
  .regex(/^[^,\n\p{Cc}]{1,40}$/u)

export const tagCountSchema = z.object({ tag: z.string(), entries: z.int().positive() })
export type TagCount = z.infer<typeof tagCountSchema>

/** What a person wrote as one or several tags, each once; what is none is left out. */
export function tagsIn(written: string): string[] {
  const tags = written.split(/[,\n]/).flatMap((part) => {
    const parsed = tagSchema.safeParse(part.replace(/\s+/gu, ' '))
    return parsed.success ? [parsed.data] : []
  })
  return [...new Set(tags)]
}
