/** The stages of a job and how far it is. */
export const stages = {
  story: {
    import: {
      title: 'Importing',
      does: 'Checking what kind of file this is',
    },
    convert: {
      title: 'Converting',
      does: 'Reading every row and what its columns hold',
    },
    analyze: {
      title: 'Analyzing',
      does: 'Looking for patterns that hold up',
    },
    narrate: {
      title: 'Writing',
      does: 'Putting what was found into words',
    },
    visualize: {
      title: 'Drawing',
      does: 'Drawing the charts',
    },
  },
  document: {
    import: {
      title: 'Opening',
      does: 'Checking what kind of file this is',
    },
    convert: {
      title: 'Reading pages',
      verb: 'Reading',
      does: 'Reading text and tables',
    },
    narrate: {
      title: 'Summing up',
      does: 'Finding its key sentences, terms, dates and amounts',
    },
  },
  units: {
    rows: 'rows',
    cells: 'cells',
    bytes: 'bytes',
    characters: 'characters',
    charts: 'charts',
    files: 'files',
    pages: 'pages',
    statements: 'statements',
    steps: 'steps',
    tests: 'tests',
    columns: 'columns',
    sheets: 'sheets',
    findings: 'findings',
  },
  states: {
    waiting: 'waiting',
    running: 'in progress',
    done: 'done',
    failed: 'failed',
  },
  unitsDone: '{done, number} {unit}',
  unitsDoneOf: '{done, number} of {total, number} {unit}',
  percent: '{percent} percent',
  percentOf: '{percent} percent, {stage}',
  triesAgainIn: 'Tries again in {time}',
  attempt: 'attempt {attempt} of {most}',
  tryingAgain: 'Trying again',
  heldBackUntilResumed: 'Held back until resumed',
  waitingForItsTurn: 'Waiting for its turn',
  starting: 'Starting',
  documentReady: 'Document ready',
  doneItsStoryWasDeleted: 'Done, its story was deleted',
  storyReady: 'Story ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
  stages: 'Stages',
} as const
