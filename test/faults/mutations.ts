/**
 * `npm run test:mutations [-- --count N --seed N --only PATTERN --replay NUMBER]`: files of every kind, damaged in N ways,
 * each told by a real engine to its end. Nothing may die, hang, leave files or fail without a clear reason, and each has to
 * stay within the bounds of `judge.ts`. The same seed and number give the same damage: `--replay 17` does only the 17th.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { withBundle } from '../support/faults/bundle.ts'
import { dice, writeTable } from '../support/faults/small-files.ts'
import { createEngineRunner } from '../support/hostile/engine-runner.ts'
import { type Judged, judge } from '../support/hostile/judge.ts'
import { mutations, randomOf, writeDamagedPackage } from '../support/hostile/mutations.ts'
import { describeOne } from '../support/hostile/report.ts'
import { type SoundFile, writeSoundFiles } from '../support/hostile/sound-files.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    replay: { type: 'string' },
  },
})
const seed = Number(values.seed)
const only = new RegExp(values.only, 'iu')
const support = path.resolve(import.meta.dirname, '../support/hostile')
const programs = {
  child: path.join(support, 'engine-child.ts'),
  worker: path.resolve(import.meta.dirname, '../../src/workers/index.ts'),
}
/** So often the engine proves with a sound file that it still works. */
const soundEvery = 20

/** Writes the damaged file of that number into `folder` and says what was done to it. */
async function damage(
  number: number,
  sound: readonly SoundFile[],
  folder: string,
): Promise<{ file: string; what: string }> {
  const from = sound[number % sound.length]
  if (from === undefined) throw new Error('no file to damage')
  const random = randomOf(seed * 1_000_003 + number, from.name)
  const mutation = mutations[Math.floor(random.uniform() * mutations.length)]
  if (mutation === undefined) throw new Error('no mutation')
  const file = path.join(folder, from.name)
  const isWithin = from.isPackage && random.uniform() < 0.7
  const isWritten = isWithin && (await writeDamagedPackage(from.file, file, mutation, random))
  if (!isWritten) writeFileSync(file, mutation.apply(readFileSync(from.file), random))
  return { file, what: `${number} ${from.name}: ${mutation.name}${isWritten ? ' within' : ''}` }
}

const numbers =
  values.replay === undefined
    ? Array.from({ length: Number(values.count) }, (_, index) => index)
    : [Number(values.replay)]
const judged: Judged[] = []
process.stdout.write(`seed ${seed}, ${numbers.length} mutations\n`)

await withBundle(async (bundle) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-mutations-'))
  const runner = createEngineRunner(bundle)
  try {
    const sound = (await writeSoundFiles(path.join(folder, 'sound'))).filter(({ name }) => only.test(name))
    const told = await runner.tell(writeTable(folder, 'first.csv', dice(0)))
    let next = told
    for (const number of numbers) {
      const own = path.join(folder, String(number))
      mkdirSync(own)
      const { file, what } = await damage(number, sound, own)
      const outcome = await runner.tell(file)
      if (number % soundEvery === 0)
        next = await runner.tell(writeTable(folder, `next-${number}.csv`, dice(number + 1)))
      const one = judge(what, statSync(file).size, outcome, next)
      rmSync(own, { recursive: true, force: true })
      judged.push(one)
      if (one.breaches.length > 0 || values.replay !== undefined) process.stdout.write(describeOne(one))
      if (judged.length % 100 === 0) process.stderr.write(`${judged.length} told\n`)
    }
  } finally {
    await runner.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, programs)

const broken = judged.filter(({ breaches }) => breaches.length > 0)
const told = judged.filter(({ outcome: { answer } }) => typeof answer !== 'string' && answer.is === 'told').length
process.stdout.write(`${judged.length} mutations, seed ${seed}: ${told} told, ${broken.length} beyond a bound\n`)
process.exitCode = broken.length === 0 && judged.length > 0 ? 0 : 1
