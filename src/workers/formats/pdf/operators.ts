/** What is drawn on a page, operation by operation, as pdf.js lists it. */
import { type Deadline, withinTime } from './deadline.ts'
import type { PdfPage } from './library.ts'

/** `fnArray`: numbers of `OPS`; `argsArray`: the arguments of each, shaped as pdf.js has them. */
export type Operators = Awaited<ReturnType<PdfPage['getOperatorList']>>

/** Evaluates the page once more: where it has been drawn, the drawing has them already. Throws `PageTimeError`. */
export function readOperators(page: PdfPage, deadline: Deadline, signal: AbortSignal): Promise<Operators> {
  return withinTime(deadline, signal, page.getOperatorList(), () => undefined)
}
