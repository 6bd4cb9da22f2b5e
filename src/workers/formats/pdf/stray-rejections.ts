/**
 * Failures of pdf.js that nobody waits for. Its worker runs in our thread, and on damaged files it leaves promises behind
 * whose failure it tells by another way as well; Node would end the thread for them, and with it the whole document.
 */

function isOfPdfJs(error: unknown): boolean {
  return error instanceof Error && /[\\/]pdf(?:\.worker)?(?:\.min)?\.mjs/u.test(error.stack ?? '')
}

/** Let pass while a PDF is open; any other failure ends the thread as it would without. */
function letPass(error: unknown): void {
  if (!isOfPdfJs(error)) throw error
}

let open = 0

/** Does `work` on a PDF; stray failures of pdf.js are let pass until what it left has settled. */
export async function withoutStrayRejections<Result>(work: () => Promise<Result>): Promise<Result> {
  open += 1
  if (open === 1) process.on('unhandledRejection', letPass)
  try {
    return await work()
  } finally {
    // A failure counts as unhandled only once all promises that are ready have been seen to.
    await new Promise((resolve) => setImmediate(resolve))
    open -= 1
    if (open === 0) process.off('unhandledRejection', letPass)
  }
}
