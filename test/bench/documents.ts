/**
 * `npm run bench:documents [-- corpus speed memory tables]`: figures of documents, each beside its aim
 * and, where one is known, its reference.
 */
import { runParts } from './run-parts.ts'

runParts({
  corpus: { file: 'documents/corpus.ts', what: 'PDFs of others against what poppler read' },
  speed: { file: 'documents/speed.ts', what: 'a printed report, drawn at reading size, by one thread and by two' },
  memory: { file: 'documents/memory.ts', what: 'a printed report of 500 pages, drawn, from first page to document' },
  tables: { file: 'document-tables.ts', what: 'tables with known cells' },
})
