export const de = {
  lookedAt: 'Werte, die in mehreren Einheiten zu stehen scheinen',
  headline: '{measure} sieht aus wie in zwei Einheiten geschrieben',
  claim:
    '{measure} sieht aus wie in zwei Einheiten geschrieben: {count} von {n, plural, one {# Wert} other {# Werten}} sind etwa {factor}-mal so groß wie die übrigen{where} (Median {large} gegenüber {small})',
  from: ', und zwar ab {date}',
  until: ', und zwar bis {date}',
  support:
    'sonst ist über {measure} nichts gesagt, denn beide Einheiten zusammen haben keinen Durchschnitt, keinen Anstieg und keinen Rückgang',
} as const
