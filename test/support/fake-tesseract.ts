/** A stand-in for Tesseract: a program of that name in a folder to be put on the PATH, which answers as told. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface FakeWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Of 100. */
  readonly confidence: number
  /** Words of one line have the same. */
  readonly line: number
}

export interface FakeEngine {
  /** For the PATH. */
  readonly folder: string
  /** Of each page it was asked for: its arguments, the first bytes of its standard input, and its process. */
  asked(): { readonly args: readonly string[]; readonly start: string; readonly bytes: number; readonly pid: number }[]
}

export interface FakeBehaviour {
  readonly languages?: readonly string[]
  readonly words?: readonly FakeWord[]
  /** Instead of answering: never ends, ends with an error, or answers without end. */
  readonly trouble?: 'hangs' | 'fails' | 'floods' | 'is mute'
}

/** Needs a POSIX system: the program is a script. */
export function writeFakeTesseract(folder: string, behaviour: FakeBehaviour = {}): FakeEngine {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  const log = path.join(folder, 'asked.jsonl')
  const rows = (behaviour.words ?? []).map(({ text, left, top, width, height, confidence, line }, index) =>
    ['5', '1', '1', '1', line, index + 1, left, top, width, height, confidence, text].join('\t'),
  )
  const header = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext'
  const script = `#!${process.execPath}
const fs = require('node:fs')
const args = process.argv.slice(2)
const trouble = ${JSON.stringify(behaviour.trouble ?? null)}
if (trouble === 'is mute') process.exit(0)
if (args[0] === '--version') console.log('tesseract 5.3.0\\n leptonica-1.82.0')
else if (args[0] === '--list-langs') console.log(${JSON.stringify(['List of available languages in "/data" (3):', ...(behaviour.languages ?? ['deu', 'eng', 'osd'])].join('\n'))})
else {
  const input = fs.readFileSync(0)
  fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args, start: input.toString('latin1', 0, 8), bytes: input.length, pid: process.pid }) + '\\n')
  if (trouble === 'hangs') setInterval(() => undefined, 1000)
  else if (trouble === 'fails') {
    console.error('Error in pixReadMem: size is too small')
    process.exit(1)
  } else if (trouble === 'floods') {
    const line = 'x'.repeat(1 << 20)
    const write = () => process.stdout.write(line, write)
    write()
  } else process.stdout.write(${JSON.stringify([header, ...rows, ''].join('\n'))})
}
`
  const program = path.join(bin, 'tesseract')
  writeFileSync(program, script)
  chmodSync(program, 0o755)
  return {
    folder: bin,
    asked: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as ReturnType<FakeEngine['asked']>[number])
        : [],
  }
}

/** With the PATH made of that folder alone. */
export async function withPath<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const before = process.env.PATH
  process.env.PATH = folder
  try {
    return await work()
  } finally {
    process.env.PATH = before
  }
}
