/** Entry of every worker thread of the product: the whole catalog. */
import { tasks } from './catalog.ts'
import { serveWork } from './runtime/serve.ts'

export default serveWork(tasks)
