export const de = {
  lookedAt: 'Werte, die fehlen',
  headline: 'einigen Zeilen fehlt ein Wert für {column}',
  claim: '{missing, plural, other {#}} von {rows}{share} fehlt ein Wert für {column}',
  picture: {
    title: 'Wo Werte fehlen',
    subtitle: 'Anteil der {n, plural, one {# Zeile} other {# Zeilen}} ohne Wert',
    subtitleOfMost:
      'Anteil der {n, plural, one {# Zeile} other {# Zeilen}} ohne Wert, in den Spalten mit den meisten Lücken',
    column: 'Spalte',
    share: 'Fehlender Anteil',
    shows: 'Balkendiagramm: Anteil fehlender Werte nach Spalte, der größte zuerst',
  },
} as const
