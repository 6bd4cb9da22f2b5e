/** Started as root, becomes a user with no rights and works as that: `as-nobody.ts accept FILE` or `open DATA_DIR`. Prints the reason. */
import { createEngine } from '../../../src/main/engine.ts'
import { acceptPath } from '../../../src/main/intake/accept.ts'
import { openLibrary } from '../../../src/main/store/library.ts'
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import { nobody } from './capabilities.ts'

const [what, where = ''] = process.argv.slice(2)
// Loaded while we may: the project may lie where only root can read.
openLibrary(':memory:').close()
process.setgroups?.([])
process.setgid?.(nobody)
process.setuid?.(nobody)
try {
  if (what === 'accept') await acceptPath(where)
  else await createEngine({ dataDir: where, workerFile: 'none', samplesDir: null, version: '0.0.0' }).close()
  process.stdout.write('allowed')
} catch (error) {
  process.stdout.write(error instanceof StoryglassError ? error.reason : `unexpected: ${String(error)}`)
}
