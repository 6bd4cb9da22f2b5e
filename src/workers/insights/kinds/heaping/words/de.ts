const werte = '{share} von {n, plural, one {# Wert} other {# Werten}} bei {measure}'
const ende = '{end, select, lowest {der niedrigste} other {der höchste}} vorkommende Wert'

export const de = {
  lookedAt: 'Werte, die sich bei runden Zahlen häufen',
  headline: 'Werte von {measure} häufen sich auf runden Zahlen',
  claim: `${werte} enden auf {digits}; ohne Vorliebe für eine Ziffer wären es {expected}: Viele sehen gerundet aus`,
  support: 'gerundete Werte verdecken kleine Unterschiede und machen Stufen, wo keine sind',
  atEnd: {
    headline: `viele Werte von {measure}: ${ende}`,
    claim: `${werte} ({rows}) sind {value}, ${ende}, und wenige liegen dicht daran: Die Skala ist dort vielleicht abgeschnitten`,
    support: 'wo eine Skala abgeschnitten ist, fallen Durchschnitte und Streuungen zu klein aus',
  },
} as const
