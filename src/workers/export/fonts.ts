/** The window's faces for files that are read without it. Both are under the Open Font License, which lets them be embedded. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

export const faces = { interface: 'Inter', reading: 'Source Serif 4' } as const

/** With what stands in for them. */
export const fontFamilies = {
  interface: 'Inter, Helvetica Neue, Segoe UI, Arial, sans-serif',
  reading: '"Source Serif 4", Charter, Iowan Old Style, Georgia, serif',
} as const

interface Subset {
  readonly family: string
  readonly file: string
  /** CSS `unicode-range`. */
  readonly range: string
  /** Whether a text needs it; the first two are always there. */
  readonly neededBy: RegExp | null
}

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExtended = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF'
const extendedLetters = /[\u0100-\u024F\u1E00-\u1E9F\u1EF2-\u1EFF]/u

const subsets: readonly Subset[] = [
  {
    family: faces.interface,
    file: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
    range: latin,
    neededBy: null,
  },
  {
    family: faces.reading,
    file: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    range: latin,
    neededBy: null,
  },
  {
    family: faces.interface,
    file: '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
    range: latinExtended,
    neededBy: extendedLetters,
  },
  {
    family: faces.reading,
    file: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2',
    range: latinExtended,
    neededBy: extendedLetters,
  },
]

/** A package that lies elsewhere than it should costs its face, not the export. */
function bytesOf({ file }: Subset): Buffer | null {
  try {
    return readFileSync(resolve(file))
  } catch {
    return null
  }
}

/** `@font-face` rules with the faces in them, as much of them as `text` needs: 130 kB, or 300. */
export function fontRules(text: string): string {
  return subsets
    .filter(({ neededBy }) => neededBy === null || neededBy.test(text))
    .map((subset) => {
      const bytes = bytesOf(subset)
      if (bytes === null) return ''
      const source = `url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2")`
      return `@font-face{font-family:"${subset.family}";font-style:normal;font-display:swap;font-weight:100 900;src:${source};unicode-range:${subset.range}}`
    })
    .join('\n')
}

/** The face charts are drawn in; null where it cannot be found. */
export function interfaceFace(): Buffer | null {
  const [first] = subsets
  return first === undefined ? null : bytesOf(first)
}
