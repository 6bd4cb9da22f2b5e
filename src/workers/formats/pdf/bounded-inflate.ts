/**
 * How far pdf.js may inflate one stream of a file. It inflates each as a whole, by the `DecompressionStream` it finds in
 * its global scope, and does not ask how much comes of it: a stream of 2 MB can come to 2 GB.
 */
import { mostInflatedBytes } from './limits.ts'

let cuts = 0

/** How many streams were cut so far in this thread, to tell whether one was during some work. */
export function inflationsCut(): number {
  return cuts
}

const Unbounded = globalThis.DecompressionStream

/** Ends a stream that comes to too much as if it had come to its end there: what came until then can still be read. */
export class BoundedDecompressionStream {
  readonly writable: DecompressionStream['writable']
  readonly readable: ReadableStream<Uint8Array>

  constructor(format: ConstructorParameters<typeof DecompressionStream>[0]) {
    const { writable, readable } = new Unbounded(format)
    let total = 0
    const bound = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        total += chunk.byteLength
        if (total <= mostInflatedBytes) {
          controller.enqueue(chunk)
          return
        }
        cuts += 1
        controller.terminate()
      },
    })
    this.writable = writable
    this.readable = (readable as ReadableStream<Uint8Array>).pipeThrough(bound)
  }
}
