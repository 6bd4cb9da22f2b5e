/** The bar at the top of the window. */
export const header = {
  skipToContent: 'Skip to content',
  storyglassHome: 'Storyglass, home',
  storyglass: 'Storyglass',
  main: 'Main',
  home: 'Home',
  library: 'Library',
  jobs: 'Jobs',
  keyboardShortcuts: 'Keyboard shortcuts',
  inProgress: 'in progress',
} as const
