export const de = {
  lookedAt: 'Datumsangaben, die noch in der Zukunft liegen',
  headline: 'einige Datumsangaben bei {column} liegen in der Zukunft',
  claim:
    '{rows} von {n, plural, one {# Datumsangabe} other {# Datumsangaben}} bei {column} ({share}) lagen am {today} noch in der Zukunft, die letzte davon: {latest}',
  support:
    'unter so vielen vergangenen mag das Jahr falsch sein: ein aus zwei Ziffern erratenes Jahrhundert, ein Tippfehler',
} as const
