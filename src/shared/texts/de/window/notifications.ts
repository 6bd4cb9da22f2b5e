/** Mitteilungen des Betriebssystems. */
export const notifications = {
  thisWindowCannotShowNotifications: 'Dieses Fenster kann keine Mitteilungen zeigen',
  messagesStillAppearInsideIt: 'Meldungen erscheinen weiterhin darin.',
  notificationsAreNotAllowed: 'Mitteilungen sind nicht erlaubt',
  allowThemForThisAddress:
    'Bitte für diese Adresse in den Einstellungen des Browsers oder des Systems erlauben und dann hier wieder einschalten.',
} as const
