/** Files that a restart relies on. */
import { open, rename } from 'node:fs/promises'
import path from 'node:path'

/** The file is whole on the disk when this is done, not only in the system's memory. */
export async function writeDurably(file: string, data: Uint8Array | string): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(data)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** As `writeDurably`, and the name is there only once the file is whole. One writer a name at a time. */
export async function replaceDurably(file: string, data: Uint8Array | string): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.tmp`)
  await writeDurably(temporary, data)
  await rename(temporary, file)
}
