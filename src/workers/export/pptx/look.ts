/** How slides look: the story's colours, and faces that are where presentations are shown. */

/** Inter and Source Serif 4 are rarely installed, and a presentation cannot bring them; these are their stand-ins. */
export const faces = { heading: 'Georgia', body: 'Arial' } as const

/** Inches, of a wide slide. */
export const slideSize = { width: 13.333, height: 7.5 } as const
export const margin = 0.7

/** As presentations have colours: without the sign before them. */
export function hexOf(color: string): string {
  return color.replace('#', '').toUpperCase()
}
