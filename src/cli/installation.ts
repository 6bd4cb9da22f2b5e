/** Where the parts of this installation are, whether it runs from its sources or from its build. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const packageSchema = z.object({ name: z.string(), version: z.string() })

export interface Installation {
  /** Folder of `package.json`. */
  readonly root: string
  readonly version: string
  readonly workerFile: string
  /** The command line itself, to be run in a process of its own. */
  readonly cliFile: string
  readonly samplesDir: string
  /** The built window. */
  readonly rendererDir: string
}

function packageIn(folder: string): z.infer<typeof packageSchema> | null {
  try {
    return packageSchema.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')))
  } catch {
    // None here, or one that is not ours (`bin/package.json` has no version): look further up.
    return null
  }
}

/** A bundler may put this module in any file of the build, so the root is looked for, not counted up to. */
export function findInstallation(from: string = import.meta.dirname): Installation {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = packageIn(folder)
    if (found?.name === 'storyglass') {
      const isSource = import.meta.filename.endsWith('.ts')
      return {
        root: folder,
        version: found.version,
        workerFile: path.join(folder, isSource ? 'src/workers/index.ts' : 'out/main/workers/index.js'),
        cliFile: path.join(folder, isSource ? 'src/cli/index.ts' : 'out/main/cli.js'),
        samplesDir: path.join(folder, 'resources/samples'),
        rendererDir: path.join(folder, 'out/renderer'),
      }
    }
    if (path.dirname(folder) === folder) throw new Error(`No installation of Storyglass around ${from}.`)
  }
}
