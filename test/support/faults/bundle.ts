/** The process that is killed, as two files: it starts many times, and reading the sources each time would take most of it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../../..')

export interface Bundle {
  readonly childFile: string
  readonly workerFile: string
  /** Node's compile cache, for starts that follow. */
  readonly cacheDir: string
}

/** Absolute paths of the two programs a bundle is made of. */
export interface Programs {
  readonly child: string
  readonly worker: string
}

const killed: Programs = {
  child: path.join(import.meta.dirname, 'child.ts'),
  worker: path.join(import.meta.dirname, 'counting-worker.ts'),
}

/** A folder inside the project, so that packages are found, with a program `NAME.mjs` for each entry of `programs`. */
export async function bundlePrograms(programs: Readonly<Record<string, string>>): Promise<string> {
  const parent = path.join(root, 'node_modules/.cache')
  mkdirSync(parent, { recursive: true })
  const outDir = mkdtempSync(path.join(parent, 'storyglass-faults-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    // Dozens of files of pure JavaScript that every start reads; the product's own build bundles them, too.
    ssr: { noExternal: ['zod', 'intl-messageformat', '@formatjs/icu-messageformat-parser'] },
    build: {
      ssr: true,
      outDir,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        input: programs,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return outDir
}

/** Bundles today's sources for `work`, and removes the bundle after. */
export async function withBundle<Result>(
  work: (bundle: Bundle) => Promise<Result>,
  programs: Programs = killed,
): Promise<Result> {
  const outDir = await bundlePrograms({ ...programs, host: path.join(root, 'src/main/pool/host/index.ts') })
  try {
    return await work({
      childFile: path.join(outDir, 'child.mjs'),
      workerFile: path.join(outDir, 'worker.mjs'),
      cacheDir: path.join(outDir, 'compiled'),
    })
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}
