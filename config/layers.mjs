// Which part of the source may import what. Default deny: an import no line here allows is an error, and so is a file
// that belongs to no layer. ARCHITECTURE.md draws the same picture; `npm run imports` and a unit test hold it.

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {string} files     Regular expression over the path from the root. The first layer that matches owns a file.
 * @property {string[]} layers  Other layers it may import; its own always.
 * @property {string[]} packages Regular expressions over package names.
 * @property {boolean} node     Whether it may import `node:` modules.
 * @property {string} why       Shown with a violation.
 */

/** @type {Layer[]} */
export const layers = [
  {
    name: 'shared',
    files: '^src/shared/',
    layers: [],
    packages: ['zod'],
    node: false,
    why: 'src/shared is the vocabulary of every process: no node:, no electron, no DOM, nothing but zod.',
  },
  {
    name: 'workers',
    files: '^src/workers/',
    layers: ['shared'],
    packages: [
      '@duckdb/node-api',
      '@duckdb/node-bindings',
      'yauzl',
      'saxes',
      '@stdlib/.+',
      '@jsquash/webp',
      '@napi-rs/canvas',
      'pdfjs-dist',
      'chart\\.js',
      'chartjs-plugin-.+',
      'fft\\.js',
      'chardet',
      'iconv-lite',
      'mammoth',
      'markdown-it',
      'sanitize-html',
      'htmlparser2',
      'franc',
    ],
    node: true,
    why: 'src/workers does the heavy work in threads; it never sees electron, the library or the pool it runs in.',
  },
  {
    name: 'store',
    files: '^src/main/store/',
    layers: ['shared'],
    packages: ['better-sqlite3', 'zod'],
    node: true,
    why: 'src/main/store is the only place that opens the library, and knows nothing of those who use it.',
  },
  {
    name: 'pool',
    files: '^src/main/pool/',
    layers: ['shared'],
    packages: ['piscina', 'zod'],
    node: true,
    why: 'src/main/pool is the only importer of Piscina; stages reach it by name, never by import.',
  },
  {
    name: 'intake',
    files: '^src/main/intake/',
    layers: ['shared'],
    packages: ['env-paths', 'zod'],
    node: true,
    why: 'src/main/intake turns paths and uploads into accepted sources, on its own.',
  },
  {
    name: 'jobs',
    files: '^src/main/jobs/',
    layers: ['shared', 'store', 'pool', 'intake'],
    packages: ['zod'],
    node: true,
    why: 'src/main/jobs decides what runs when; it reaches disk and threads through store, pool and intake.',
  },
  {
    name: 'engine',
    files: '^src/main/engine(\\.ts$|/)',
    layers: ['shared', 'store', 'pool', 'intake', 'jobs'],
    packages: ['zod'],
    node: true,
    why: 'The engine composes store, jobs, pool and intake, and does not know that Electron exists.',
  },
  {
    name: 'ipc',
    files: '^src/main/ipc/',
    layers: ['shared', 'engine', 'intake'],
    packages: ['electron', 'zod'],
    node: true,
    why: 'src/main/ipc carries the contract over Electron IPC, nothing more.',
  },
  {
    name: 'window',
    files: '^src/main/window/',
    layers: ['shared', 'engine', 'intake', 'ipc'],
    packages: ['electron', 'zod'],
    node: true,
    why: 'src/main/window holds what is Electron about the desktop shell.',
  },
  {
    name: 'desktop',
    files: '^src/main/index\\.ts$',
    layers: ['shared', 'engine', 'intake', 'ipc', 'window'],
    packages: ['electron'],
    node: true,
    why: 'src/main/index.ts only composes the desktop shell.',
  },
  {
    name: 'web',
    files: '^src/web/',
    layers: ['shared', 'engine', 'intake'],
    packages: ['ws', 'sirv', 'zod', 'open'],
    node: true,
    why: 'src/web carries the contract over loopback HTTP and a WebSocket.',
  },
  {
    name: 'cli',
    files: '^src/cli/',
    layers: ['shared', 'engine', 'intake', 'web'],
    packages: ['commander', 'open', 'env-paths', 'zod', 'electron'],
    node: true,
    why: 'src/cli is a shell: it asks the engine and prints.',
  },
  {
    name: 'preload',
    files: '^src/preload/',
    layers: ['shared'],
    packages: ['electron'],
    node: false,
    why: 'The preload runs sandboxed: the contract and electron are all it may name.',
  },
  {
    name: 'bridge',
    files: '^src/renderer/bridge/',
    layers: ['shared'],
    packages: [],
    node: false,
    why: 'src/renderer/bridge is the only place that touches window.storyglass.',
  },
  {
    name: 'charts',
    files: '^src/renderer/charts/',
    layers: ['shared', 'interface'],
    packages: ['react', 'chart\\.js', 'react-chartjs-2', 'chartjs-plugin-.+', '@mantine/.+', '@tabler/.+'],
    node: false,
    why: 'src/renderer/charts is the only place in the window that draws with chart.js.',
  },
  {
    name: 'interface',
    files: '^src/renderer/',
    layers: ['shared', 'bridge', 'charts'],
    packages: ['react', 'react-dom', 'zustand', '@mantine/.+', '@tabler/.+', '@fontsource.*/.+', '@tanstack/.+'],
    node: false,
    why: 'src/renderer is a web page: it knows the contract and its bridge, no node: and no engine.',
  },
]
