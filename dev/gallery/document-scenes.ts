/** A document in every state of its reading. */
import { fakeDocuments } from './sample-document.ts'
import type { Scene } from './scene.ts'

const engine = { documents: fakeDocuments }

function scene(title: string, address: string, afterwards?: Scene['afterwards']): Scene {
  return { title, address, engine, ...(afterwards === undefined ? {} : { afterwards }) }
}

export const documentScenes: Readonly<Record<string, Scene>> = {
  document: scene('A document', '#/documents/survey'),
  'document-converting': scene('A document being read', '#/documents/converting'),
  'document-unopened': scene('A document being opened', '#/documents/unopened'),
  'document-waiting-page': scene('A page that is still being read', '#/documents/converting/p4'),
  'document-find': scene('A document, searched', '#/documents/survey?find=gull+point'),
  'document-find-nothing': scene('A document, nothing found', '#/documents/survey?find=zebra'),
  'document-tables': scene('The tables of a document', '#/documents/survey', 'show-tables'),
  'document-table-rows': scene('The rows of a table', '#/documents/survey', 'show-rows'),
  'document-statement': scene('A statement and its place', '#/documents/survey', 'visit-statement'),
  'document-outline': scene('The outline of 2,000 pages', '#/documents/huge/p1204', 'show-outline'),
  'document-huge': scene('2,000 pages', '#/documents/huge/p1999'),
  'document-damaged': scene('A page that could not be read', '#/documents/damaged/p2'),
  'document-cancelled': scene('Reading cancelled', '#/documents/cancelled'),
  'document-failed': scene('Reading failed half way', '#/documents/failed'),
  'document-refused': scene('A document that cannot be opened', '#/documents/refused'),
  'document-flow': scene('A flowed document', '#/documents/minutes'),
  'document-flow-find': scene('A flowed document, searched', '#/documents/minutes?find=the+dam'),
  'document-flow-tables': scene('The table of a flowed document', '#/documents/minutes', 'show-tables'),
  'document-text': scene('A plain text', '#/documents/notes'),
  'document-missing': scene('A document that is gone', '#/documents/none'),
}
