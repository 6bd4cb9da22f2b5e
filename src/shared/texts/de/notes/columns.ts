/** Zu Spalten. Was kein `{name}` hat, kommt in `in`. */
export const columns = {
  in: 'In „{name}“: {what}.',
  noName: 'Spalte {place, number} hat keinen Namen und heißt hier „{chosen}“.',
  repeatedName: 'Spalte {place, number} wiederholt den Namen „{name}“ und heißt hier „{chosen}“.',
  limits:
    'In „{name}“ {count, plural, one {nennt # Wert} other {nennen # Werte}} nur eine Grenze (wie „<5“); sie gelten als fehlend.',
  padded: 'In „{name}“ sind {count, number} der Zahlen mit führenden Nullen geschrieben; diese bleiben nicht erhalten.',
  flags:
    'In „{name}“ {count, plural, one {trägt # Zahl ein Zeichen} other {tragen # Zahlen ein Zeichen}} ({flags}), das nicht zu ihr gehört.',
  flagsAndOthers:
    'In „{name}“ {count, plural, one {trägt # Zahl ein Zeichen} other {tragen # Zahlen ein Zeichen}} ({flags} und andere), das nicht zu ihr gehört.',
  uncertainties:
    'In „{name}“ {count, plural, one {trägt # Zahl} other {tragen # Zahlen}} eine Unsicherheit (wie „{example}“), die nicht zu ihr gehört.',
  filledDown:
    'In „{name}“ steht jede Beschriftung einmal für die Gruppe von Zeilen darunter; sie ist in {count, plural, one {eine Zeile} other {# Zeilen}} nach unten übertragen.',
  noTextLeftOut: '„{name}“ enthält Bytes, die kein Text sind, und ist weggelassen.',
  notText:
    'In „{name}“ {count, plural, one {besteht ein Wert} other {bestehen # Werte}} aus Bytes, die kein Text sind, und {count, plural, one {ist} other {sind}} weggelassen.',
  severalCurrencies: 'Die Beträge haben mehrere Währungen ({currencies}); deshalb bleiben alle Text',
  severalUnits: 'Die Werte haben mehrere Einheiten ({units}); deshalb bleiben alle Text',
  unitsConverted: 'Die Werte haben mehrere Einheiten ({units}) und sind alle in {unit} gelesen',
  approximate: 'Ungefähre Angaben wie „{example}“ sind als die genannte Zahl gelesen',
  withoutUnit: 'Werte ohne Einheit gelten als {unit}',
  debits: 'Beträge mit dem Zeichen DR sind als negativ gelesen',
  hoursAndMinutes: '„{example}“ ist als Stunden und Minuten gelesen',
  minutesAndSeconds: '„{example}“ ist als Minuten und Sekunden gelesen',
  thousands: '„{example}“ könnte Nachkommastellen haben und ist als Tausender gelesen; {why}',
  fraction: '„{example}“ könnte Tausender meinen und ist mit Nachkommastellen gelesen; {why}',
  dayFirst: 'Daten wie „{example}“ sind mit dem Tag zuerst gelesen; {why}',
  monthFirst: 'Daten wie „{example}“ sind mit dem Monat zuerst gelesen; {why}',
  asElsewhere: 'so steht es auch sonst in der Datei',
  notSettled: 'in der Datei entscheidet nichts darüber',
  toUtc: 'Zeiten sind in UTC umgerechnet',
  unixTime: 'Die ganzen Zahlen sind Unixzeit und als Zeitpunkte in UTC gelesen',
  withoutZone: 'Zeiten ohne Zeitzone gelten als UTC',
  severalNotations: 'Daten sind auf {count, number} Arten geschrieben',
  shortYears: 'Jahre mit zwei Ziffern sind als {first} bis {last} gelesen',
  inUtc: 'Zeiten sind die von UTC',
  partsOfTheirOwn: 'Die Werte sind zusammengesetzt und bleiben Text',
  severalKinds: 'Werte mehrerer Arten bleiben Text',
  mixedKinds: 'Werte mehrerer Arten sind gemischt; deshalb bleiben alle Text',
  storedAsText: '{count, number} der Zahlen sind in der Arbeitsmappe als Text gespeichert',
  currenciesOf: 'Die Beträge haben mehrere Währungen: {currencies}',
  computed: '„{name}“ wird von der Datenbank berechnet und nicht gelesen.',
} as const
