import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { thirdPartyNotices } from './config/third-party.mjs'

const source = (path: string): string => resolve(import.meta.dirname, 'src', path)

/**
 * Pure JavaScript that every job or every engine loads: dozens to hundreds of files, of which each costs a look-up when
 * it stays outside. What has machine code or files of its own, or is loaded for some files only, stays outside.
 */
const bundledPackages = [
  '@formatjs/icu-messageformat-parser',
  '@stdlib/math-base-special-betainc',
  '@stdlib/math-base-special-erfc',
  '@stdlib/math-base-special-gammainc',
  'chardet',
  'franc',
  'htmlparser2',
  'intl-messageformat',
  'markdown-it',
  'sanitize-html',
  'zod',
]

export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: bundledPackages },
      sourcemap: true,
      rolldownOptions: {
        // Stable names: `bin/storyglass`, `package.json` and the engine's worker path point at them.
        input: {
          index: source('main/index.ts'),
          cli: source('cli/index.ts'),
          'workers/index': source('workers/index.ts'),
          'workers/host': source('main/pool/host/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is one CommonJS file: nothing may stay external but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react(), thirdPartyNotices(import.meta.dirname)],
    build: { rolldownOptions: { input: { index: source('renderer/index.html') } } },
  },
})
