/** Records what Chart.js draws as SVG: a drawing context that draws on a canvas and notes each shape and text. */

type Matrix = Pick<DOMMatrix, 'a' | 'b' | 'c' | 'd' | 'e' | 'f'>

interface Recorded {
  /** To be handed out by the canvas instead of its own. */
  readonly context: CanvasRenderingContext2D
  /** All that was drawn, as a document of its own of that many CSS pixels. */
  svg(width: number, height: number): string
}

/** `scale` is the pixels of the canvas by CSS pixel; the picture is in CSS pixels. */
export function recordSvg(canvas: HTMLCanvasElement, scale: number): Recorded {
  const own = canvas.getContext('2d')
  if (own === null) throw new Error('The canvas has no context to draw on')
  const shapes: string[] = []
  const definitions: string[] = []
  let path: string[] = []
  let clips: readonly string[] = []
  const kept: (readonly string[])[] = []

  const at = (x: number, y: number): string => {
    const { a, b, c, d, e, f } = own.getTransform()
    return `${round((a * x + c * y + e) / scale)} ${round((b * x + d * y + f) / scale)}`
  }
  const matrix = ({ a, b, c, d, e, f }: Matrix): string =>
    `matrix(${[a / scale, b / scale, c / scale, d / scale, e / scale, f / scale].map(round).join(' ')})`
  const width = (): number => {
    const { a, b } = own.getTransform()
    return (own.lineWidth * Math.hypot(a, b)) / scale
  }
  const emit = (shape: string): void => {
    const clipped = clips.reduce((inner, id) => `<g clip-path="url(#${id})">${inner}</g>`, shape)
    shapes.push(own.globalAlpha < 1 ? `<g opacity="${round(own.globalAlpha)}">${clipped}</g>` : clipped)
  }
  const fill = (d: string): void => emit(`<path d="${d}" ${paint('fill', own.fillStyle)}/>`)
  const stroke = (d: string): void => {
    const dash = own.getLineDash()
    const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`
    emit(
      `<path d="${d}" fill="none" ${paint('stroke', own.strokeStyle)} stroke-width="${round(width())}" stroke-linecap="${own.lineCap}" stroke-linejoin="${own.lineJoin}"${dashes}/>`,
    )
  }
  const rectangle = (x: number, y: number, w: number, h: number): string =>
    `M${at(x, y)}L${at(x + w, y)}L${at(x + w, y + h)}L${at(x, y + h)}Z`
  /** In steps that no eye tells from the curve, so that any transform holds. */
  const arc = (
    x: number,
    y: number,
    rx: number,
    ry: number,
    turn: number,
    from: number,
    to: number,
    back = false,
  ): void => {
    const whole = 2 * Math.PI
    let sweep = back ? from - to : to - from
    sweep = Math.abs(sweep) >= whole ? whole : ((sweep % whole) + whole) % whole
    const steps = Math.max(8, Math.ceil(sweep / (Math.PI / 24)))
    for (let step = 0; step <= steps; step++) {
      const angle = from + ((back ? -1 : 1) * sweep * step) / steps
      const [dx, dy] = [rx * Math.cos(angle), ry * Math.sin(angle)]
      const point = at(x + dx * Math.cos(turn) - dy * Math.sin(turn), y + dx * Math.sin(turn) + dy * Math.cos(turn))
      path.push(`${path.length === 0 ? 'M' : 'L'}${point}`)
    }
  }
  const write = (text: string, x: number, y: number): void => {
    const anchor = { left: 'start', start: 'start', right: 'end', end: 'end', center: 'middle' }[own.textAlign]
    const baseline = {
      middle: 'central',
      top: 'text-before-edge',
      hanging: 'hanging',
      bottom: 'text-after-edge',
      alphabetic: 'alphabetic',
      ideographic: 'ideographic',
    }[own.textBaseline]
    emit(
      `<text x="${round(x)}" y="${round(y)}" transform="${matrix(own.getTransform())}" text-anchor="${anchor}" dominant-baseline="${baseline}" style="font:${escaped(own.font)}" ${paint('fill', own.fillStyle)}>${escaped(text)}</text>`,
    )
  }

  const noted: Partial<Record<keyof CanvasRenderingContext2D, (...given: never[]) => void>> = {
    save: () => void kept.push(clips),
    restore: () => {
      clips = kept.pop() ?? clips
    },
    beginPath: () => {
      path = []
    },
    closePath: () => void path.push('Z'),
    moveTo: (x: number, y: number) => void path.push(`M${at(x, y)}`),
    lineTo: (x: number, y: number) => void path.push(`${path.length === 0 ? 'M' : 'L'}${at(x, y)}`),
    bezierCurveTo: (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
      void path.push(`C${at(ax, ay)} ${at(bx, by)} ${at(x, y)}`),
    quadraticCurveTo: (ax: number, ay: number, x: number, y: number) => void path.push(`Q${at(ax, ay)} ${at(x, y)}`),
    rect: (x: number, y: number, w: number, h: number) => void path.push(rectangle(x, y, w, h)),
    arc: (x: number, y: number, r: number, from: number, to: number, back?: boolean) =>
      arc(x, y, r, r, 0, from, to, back),
    ellipse: (x: number, y: number, rx: number, ry: number, turn: number, from: number, to: number, back?: boolean) =>
      arc(x, y, rx, ry, turn, from, to, back),
    fill: () => fill(path.join('')),
    stroke: () => stroke(path.join('')),
    fillRect: (x: number, y: number, w: number, h: number) => fill(rectangle(x, y, w, h)),
    strokeRect: (x: number, y: number, w: number, h: number) => stroke(rectangle(x, y, w, h)),
    fillText: write,
    clip: () => {
      const id = `clip${definitions.length}`
      definitions.push(`<clipPath id="${id}"><path d="${path.join('')}"/></clipPath>`)
      clips = [...clips, id]
    },
  }

  return { context: watched(own, noted), svg }

  function svg(of: number, high: number): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${of}" height="${high}" viewBox="0 0 ${of} ${high}"><defs>${definitions.join('')}</defs>${shapes.join('')}</svg>`
  }
}

/** The context itself, each call noted before it is made: its state, its measures and its errors stay its own. */
function watched(
  own: CanvasRenderingContext2D,
  noted: Partial<Record<keyof CanvasRenderingContext2D, (...given: never[]) => void>>,
): CanvasRenderingContext2D {
  return new Proxy(own, {
    get(context, name) {
      const value: unknown = Reflect.get(context, name)
      if (typeof value !== 'function') return value
      const note = noted[name as keyof CanvasRenderingContext2D]
      return (...given: unknown[]): unknown => {
        note?.(...(given as never[]))
        return Reflect.apply(value, context, given)
      }
    },
    set: (context, name, value) => Reflect.set(context, name, value),
  })
}

/** A colour as an attribute; what is no colour (a pattern) is left out. */
function paint(attribute: 'fill' | 'stroke', style: CanvasRenderingContext2D['fillStyle']): string {
  if (typeof style !== 'string') return `${attribute}="none"`
  const parts = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(style)
  if (parts === null) return `${attribute}="${escaped(style)}"`
  const [, red, green, blue, opacity] = parts
  return `${attribute}="rgb(${red},${green},${blue})" ${attribute}-opacity="${opacity}"`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
