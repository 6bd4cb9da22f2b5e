/** The window opened from a terminal, and why it is one of the browser. */
export const electron = {
  asRoot:
    'Running as root, for whom Chromium has no sandbox: Electron is started without it. Prefer a user of your own.',
  downloading: 'Downloading Electron (once) …',
  /** `{why}` is one of `whyNot`. */
  inBrowser: 'Opening in the browser instead of a window of its own, because {why}.',
  address: 'Storyglass is at {address}',
  whyNot: {
    noDisplay: 'this machine has no display for a window',
    overrideEmpty: 'ELECTRON_OVERRIDE_DIST_PATH has no {program} in it',
    notInstalled: 'Electron is not installed here',
    notDownloaded: "Electron''s program has not been downloaded",
    /** `{why}` is one of `whyNoDownload`, or an error of the system. */
    downloadFailed: "Electron''s program could not be downloaded ({why})",
    /** `{why}` is `endedAtOnce`, or an error of the system. */
    notStarted: 'Electron could not be started: {why}',
  },
  endedAtOnce: 'it ended at once ({status})',
  whyNoDownload: {
    tooSlow: 'it took longer than {seconds, number} seconds',
    downloaderEnded: 'its downloader ended with {status}',
    nothingArrived: 'nothing arrived',
  },
} as const
