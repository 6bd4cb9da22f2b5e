/** Notifications of the operating system. */
export const notifications = {
  thisWindowCannotShowNotifications: 'This window cannot show notifications',
  messagesStillAppearInsideIt: 'Messages still appear inside it.',
  notificationsAreNotAllowed: 'Notifications are not allowed',
  allowThemForThisAddress:
    'Allow them for this address in the settings of the browser or the system, then turn them on here again.',
} as const
