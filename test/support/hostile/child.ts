/** Reads the documents its parent names, as the engine does, and says how each ended; see `sweep.ts`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import type { StageMap } from '../../../src/shared/contract/stages.ts'
import { type TaskMap, taskSchemas } from '../../../src/shared/contract/tasks.ts'
import type { DocumentContent } from '../../../src/shared/document/document.ts'
import { tasks } from '../../../src/workers/catalog.ts'
import { serveWork } from '../../../src/workers/runtime/serve.ts'
import type { Asked, Ended } from './sweep.ts'

type WorkMap = StageMap & TaskMap

const serve = serveWork(tasks)
const busy = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))

class Refused extends Error {
  readonly reason: string
  readonly detail: string

  constructor(reason: string, detail: string) {
    super(reason)
    this.reason = reason
    this.detail = detail
  }
}

async function run<Name extends keyof WorkMap>(
  name: Name,
  input: WorkMap[Name]['input'],
): Promise<WorkMap[Name]['output']> {
  const { port1, port2 } = new MessageChannel()
  port2.on('message', () => undefined)
  try {
    const result = await serve({
      name,
      input,
      language: 'en',
      memoryBytes: Number.POSITIVE_INFINITY,
      port: port1,
      busy,
    })
    if (result.outcome === 'done') return result.output as WorkMap[Name]['output']
    if (result.outcome === 'failed') throw new Refused(result.failure.reason, result.failure.detail ?? '')
    throw new Error('cancelled by nobody')
  } finally {
    port2.close()
  }
}

async function read({ file, name, bytes, mostPages }: Asked, folder: string): Promise<Ended['result']> {
  const source = { path: file, name, bytes }
  const { kind, pipeline } = await run('import', { source, sha256: '', outputDir: folder })
  if (pipeline !== 'document') return { is: 'told', kind, pages: 0 }
  let content: DocumentContent
  if (kind === 'pdf') {
    const opened = await run('document-open', { source, password: null })
    const pages = opened.pages.slice(0, mostPages)
    await run('document-pages', {
      source,
      kind,
      password: null,
      outputDir: folder,
      pages: pages.map(({ number }) => number),
    })
    content = await run('document-assemble', { outputDir: folder, opened: { ...opened, pages } })
  } else {
    content = (await run('document', { source, outputDir: folder, password: null })).content
  }
  taskSchemas['document-assemble'].output.parse(content)
  await run('document-story', { source, content })
  return { is: 'read', kind, pages: content.pages.length }
}

/** The most memory this process had since the last time; null where the system does not say. */
function peakMegabytes(): number | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    writeFileSync('/proc/self/clear_refs', '5')
    return peak === undefined ? null : Number(peak) / 1024
  } catch {
    return null
  }
}

process.on('message', async (asked: Asked) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-hostile-'))
  peakMegabytes()
  const started = process.cpuUsage()
  let result: Ended['result']
  try {
    result = await read(asked, folder)
  } catch (error) {
    if (error instanceof Refused) result = { is: 'refused', reason: error.reason, detail: error.detail.slice(0, 400) }
    else
      result = {
        is: 'refused',
        reason: 'internal',
        detail: error instanceof Error ? (error.stack ?? '') : String(error),
      }
  }
  const { user, system } = process.cpuUsage(started)
  const peak = peakMegabytes()
  rmSync(folder, { recursive: true, force: true })
  const restMegabytes = process.memoryUsage.rss() / 1024 ** 2
  process.send?.({ result, cpuMs: (user + system) / 1000, peakMegabytes: peak, restMegabytes } satisfies Ended)
})
process.send?.('ready')
