/** What the window says, by screen and part of a screen. */
import { about } from './about.ts'
import { amounts } from './amounts.ts'
import { asking } from './asking.ts'
import { charts } from './charts.ts'
import { cleaning } from './cleaning.ts'
import { common } from './common.ts'
import { comparing } from './comparing.ts'
import { connection } from './connection.ts'
import { dataTable } from './data-table.ts'
import { documentBar } from './document-bar.ts'
import { documentSearch } from './document-search.ts'
import { documentStory } from './document-story.ts'
import { documentTables } from './document-tables.ts'
import { documents } from './documents.ts'
import { drop } from './drop.ts'
import { evidence } from './evidence.ts'
import { evidenceWords } from './evidence-words.ts'
import { exports } from './exports.ts'
import { failureNote } from './failure-note.ts'
import { firstFacts } from './first-facts.ts'
import { grid } from './grid.ts'
import { header } from './header.ts'
import { home } from './home.ts'
import { incoming } from './incoming.ts'
import { jobs } from './jobs.ts'
import { keptReadings } from './kept-readings.ts'
import { library } from './library.ts'
import { libraryNotices } from './library-notices.ts'
import { likeFiles } from './like-files.ts'
import { method } from './method.ts'
import { metrics } from './metrics.ts'
import { metricsCharts } from './metrics-charts.ts'
import { notifications } from './notifications.ts'
import { outcomes } from './outcomes.ts'
import { outsideLink } from './outside-link.ts'
import { password } from './password.ts'
import { paste } from './paste.ts'
import { preferences } from './preferences.ts'
import { processing } from './processing.ts'
import { queue } from './queue.ts'
import { retell } from './retell.ts'
import { shortcuts } from './shortcuts.ts'
import { stages } from './stages.ts'
import { storage } from './storage.ts'
import { stories } from './stories.ts'
import { story } from './story.ts'
import { tables } from './tables.ts'
import { unknown } from './unknown.ts'
import { verification } from './verification.ts'
import { watching } from './watching.ts'

export const window = {
  about,
  amounts,
  asking,
  charts,
  cleaning,
  common,
  comparing,
  connection,
  dataTable,
  documentBar,
  documentSearch,
  documentStory,
  documentTables,
  documents,
  drop,
  evidence,
  evidenceWords,
  exports,
  failureNote,
  firstFacts,
  grid,
  header,
  home,
  incoming,
  jobs,
  keptReadings,
  library,
  libraryNotices,
  likeFiles,
  method,
  metrics,
  metricsCharts,
  notifications,
  outcomes,
  outsideLink,
  password,
  paste,
  preferences,
  processing,
  queue,
  retell,
  shortcuts,
  stages,
  storage,
  stories,
  story,
  tables,
  unknown,
  verification,
  watching,
} as const
