const neben = '{variant} ({variantRows}) neben {common} ({commonRows})'

export const de = {
  lookedAt: 'Kategorien in mehreren Schreibweisen',
  headline: 'einige Bezeichnungen von {dimension} wirken wie Schreibweisen anderer',
  claimOfOne: `bei {dimension} scheint eine Bezeichnung in zwei Schreibweisen vorzukommen: ${neben}, von {rows}`,
  claim: `{variants} Bezeichnungen von {dimension} wirken wie Schreibweisen häufigerer, in {changed} von {rows}: ${neben}`,
  quoted: '„{label}“',
  support: 'sie sind als eigene Bezeichnungen gezählt',
} as const
