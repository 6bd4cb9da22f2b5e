/** Was eine Story enthalten sollte und nicht enthält. */
export const dropped = {
  statements:
    '{count, plural, one {# Aussage, die sich nicht belegen ließ} other {# Aussagen, die sich nicht belegen ließen}}',
  searches:
    '{count, plural, one {# Suche nach Mustern, die sich nicht beenden ließ} other {# Suchen nach Mustern, die sich nicht beenden ließen}}',
  charts:
    '{count, plural, one {# Diagramm, das sich nicht zeichnen ließ} other {# Diagramme, die sich nicht zeichnen ließen}}',
  leftOut: 'Wegen eines Fehlers in Storyglass ausgelassen: {list}.',
  fragile:
    'Nur als prüfenswert genannt, weil es ohne jede zwanzigste Zeile nicht mehr gilt: {count, plural, one {# Befund} other {# Befunde}}.',
} as const
