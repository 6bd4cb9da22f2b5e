/** What a person chooses about the window itself. */
export const preferences = {
  schemes: {
    auto: 'Like the system',
    light: 'Light',
    dark: 'Dark',
  },
  preferences: 'Preferences',
  appearance: 'Appearance',
  language: 'Language',
  whenAJobEnds: 'When a job ends',
  notifyMeWhileTheWindow: 'Notify me while the window is hidden',
} as const
