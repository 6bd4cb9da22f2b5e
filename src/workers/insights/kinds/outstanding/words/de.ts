const mitAbstand = '{byFar, select, true {mit Abstand } other {}}'

export const de = {
  lookedAt: 'eine Kategorie weit vor der nächsten oder weit dahinter',
  head: `{best} ist ${mitAbstand}{first, select, true {am häufigsten} other {am seltensten}} ({dimension})`,
  headOfTotal: `nach {dimension} ist {total} bei {best} ${mitAbstand}{first, select, true {am größten} other {am kleinsten}}`,
  claim: '{head}: {own}, {next}{base}',
  own: '{own} von {rows}',
  ownAndShare: '{own} von {whole} ({share})',
  aheadOf: 'das {ratio}‑Fache des Nächsten, {runnerUp} mit {next}',
  behind: 'während {runnerUp}, der Nächste, das {ratio}‑Fache hat, {next}',
  support: '{dimension} hat insgesamt {groups, plural, one {# Kategorie} other {# Kategorien}}',
} as const
