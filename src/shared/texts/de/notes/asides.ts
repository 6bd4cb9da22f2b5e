/** Zu Zeilen, die keine Datensätze sind. `{text}` ist die erste von ihnen, in Anführungszeichen. */
export const asides = {
  headerAgain:
    '{count, plural, one {Eine Zeile wiederholt die Kopfzeile und ist beiseitegelegt.} other {# Zeilen wiederholen die Kopfzeile und sind beiseitegelegt.}}',
  sum: '{count, plural, one {Eine Summenzeile, {text}, ist beiseitegelegt: Sie ist die Summe anderer Zeilen; die Summe der Datei stimmt also.} other {# Summenzeilen sind beiseitegelegt, als erste {text}: Jede ist die Summe anderer Zeilen; die Summen der Datei stimmen also.}}',
  mean: '{count, plural, one {Eine Durchschnittszeile, {text}, ist beiseitegelegt: Sie ist das Mittel der Zeilen darüber.} other {# Durchschnittszeilen sind beiseitegelegt, als erste {text}: Jede ist das Mittel von Zeilen darüber.}}',
  statistic:
    '{count, plural, one {Eine Zeile mit Statistik, {text}, ist beiseitegelegt: Sie folgt aus den Zeilen darüber.} other {# Zeilen mit Statistik sind beiseitegelegt, als erste {text}: Jede folgt aus den Zeilen darüber.}}',
  balance:
    '{count, plural, one {Eine Zeile ist beiseitegelegt, weil sie einen Saldo angibt: {text}.} other {# Zeilen sind beiseitegelegt, weil sie einen Saldo angeben, als erste {text}.}}',
  line: '{count, plural, one {Eine Zeile, die nur eine Linie zieht, ist weggelassen.} other {# Zeilen, die nur eine Linie ziehen, sind weggelassen.}}',
  remark:
    '{count, plural, one {Eine Zeile unter der Tabelle gehört nicht dazu: {text}.} other {# Zeilen unter der Tabelle gehören nicht dazu, beginnend mit {text}.}}',
  blank:
    '{count, plural, one {Eine leere Zeile unter der Tabelle ist weggelassen.} other {# leere Zeilen unter der Tabelle sind weggelassen.}}',
  unprovedTotal:
    'Die letzte Zeile („{text}“) sieht aus wie die Summe der Zeilen darüber, die aber etwas anderes ergeben. Sie bleibt eine Zeile.',
} as const
