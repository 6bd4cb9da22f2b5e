/** Files and folders that are watched. */
export const watching = {
  watched: 'Watched files and folders',
  watch: { folder: 'Watch a folder', file: 'Watch a file' },
  whatItDoes:
    'A new version of a table in a watched place is told by itself, compared with the one before, and announced here. Nothing is watched unless you ask for it.',
  none: 'Nothing is watched.',
  byCommand: 'A page in a browser cannot choose a folder. Run this on the command line; it shows up here:',
  states: {
    new: 'Not looked at yet',
    watched: 'Watched',
    missing: 'Not there (noticed {moment}); it is looked for again and picked up when it is back',
    unreadable: 'Not readable (noticed {moment}): its permissions keep Storyglass out',
  },
  last: 'Last: {file}, {moment}.',
  noOther: 'The first of its columns: there was nothing to compare it with.',
  whatChanged: 'What changed',
  openStory: 'Open the story',
  stop: 'Stop watching {name}',
  stopped: '{name} is watched no longer',
  told: 'New version told: {file}',
} as const
