/** How wide text is in the fonts the text layer uses, for marks and for stretching pieces to their printed width. */

export const layerFont = 'sans-serif'

let context: CanvasRenderingContext2D | null | undefined

/** Width in a font of 100 pixels; where there is no canvas, a number that grows with the text all the same. */
export function measureText(text: string): number {
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d')
    if (context !== null) context.font = `100px ${layerFont}`
  }
  return context?.measureText(text).width ?? text.length * 50
}
