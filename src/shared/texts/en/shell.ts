/** What a shell says around the window: menus, dialogs, and the pages the browser shell serves besides it. */
export const shell = {
  pages: {
    notYours: {
      title: 'This is not your window yet',
      text: 'Open the whole address that Storyglass printed when it was started, with its token.',
    },
    usedUp: { title: 'No longer here', text: 'This download has been used. Export it again.' },
    notFound: { title: 'Not found', text: 'There is no such page.' },
  },
} as const
