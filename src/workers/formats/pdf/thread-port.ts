/** The channel between the two halves of pdf.js, the one that reads and the one that draws, within one thread. */
import { claimImage, isStandIn } from './jpeg.ts'

type Listener = (event: { readonly data: unknown }) => void

/**
 * Carries messages as a `MessagePort` would, copied and in order; each half hears all and takes what is for it. Where a
 * message stands in for a decoded image, the other half gets the image itself.
 */
export class ThreadPort {
  readonly #listeners = new Set<Listener>()

  postMessage(message: unknown, transfer?: readonly unknown[] | null): void {
    const buffers = (transfer ?? []).filter((one): one is ArrayBuffer => one instanceof ArrayBuffer)
    const data: unknown = structuredClone(message, { transfer: buffers })
    if (transfer?.some(isStandIn)) for (const owner of imageOwners(data)) giveImage(owner)
    // Never within the call: neither half expects an answer before it has asked.
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener({ data })
    })
  }

  addEventListener(_: 'message', listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.#listeners.add(listener)
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true })
  }

  removeEventListener(_: 'message', listener: Listener): void {
    this.#listeners.delete(listener)
  }

  close(): void {
    this.#listeners.clear()
  }
}

/** What may hold an image: the object a page or the document waits for, and images in a page's list of operations. */
function imageOwners(message: unknown): object[] {
  const { data, chunk } = message as { data?: unknown; chunk?: { argsArray?: unknown } }
  const objects = Array.isArray(data) ? data : []
  const operations = Array.isArray(chunk?.argsArray) ? chunk.argsArray : []
  const given = operations.map((args: unknown) => (Array.isArray(args) ? (args[0] as unknown) : null))
  return [...objects, ...given].filter((one): one is object => typeof one === 'object' && one !== null)
}

function giveImage(owner: { bitmap?: unknown; dataLen?: unknown }): void {
  if (!isStandIn(owner.bitmap)) return
  owner.bitmap = claimImage(owner.bitmap)
  // Tells pdf.js not to copy it for another page: it decodes it again.
  owner.dataLen = 0
}
