/** Takes the lock of the folder named first, says so, and holds it until it is killed. */
import { acquireOwnerLock } from '../../../src/main/store/owner-lock.ts'

acquireOwnerLock(process.argv[2] ?? '')
process.send?.('held')
setInterval(() => undefined, 60_000)
