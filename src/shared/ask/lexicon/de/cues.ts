/** German words by which a question says what is asked, folded: without umlauts. */
import type { Lexicon } from '../lexicon.ts'

export const cues: Lexicon['cues'] = {
  why: 'warum, weshalb, wieso, woran liegt, woran lag, was ist der grund, grund fur, grunde fur, ursache fur, was verursachte, wie kommt es, weswegen, was steckt hinter, erklare',
  drivers:
    'wovon hangt, was beeinflusst, was beeinflusste, was bestimmt, was treibt, was erklart, einflussfaktoren, treiber, einflusse auf, faktoren fur, welche faktoren, wodurch, was wirkt sich auf, was entscheidet, was macht aus, was beeinflussen',
  relate:
    'zusammenhang, zusammen, korrelation, korreliert, korrelieren, verbunden, abhangig, abhangigkeit, beziehung, verbindung, hangt, hangen, einfluss, beeinflusst, beeinflussen, auswirkung, auswirkungen, bezug',
  compare:
    'vergleich, vergleiche, vergleichen, unterschied, unterschiede, unterscheiden, unterscheidet, verglichen, gegenuberstellung, unterschied zwischen',
  versus: 'vs, gegen, gegenuber, im vergleich zu, verglichen mit, versus, im vergleich mit, im gegensatz zu',
  rose: 'gewachsen, wuchs, wuchsen, gestiegen, stieg, stiegen, zugenommen, zunahme, anstieg, steigt, steigen, wachst, wachsen, wachstum, zugelegt, hoher geworden, gestiegenen, nahm zu, nahmen zu, hochgegangen, verbessert, steigerung, angestiegen',
  fell: 'zuruck, gefallen, fiel, fielen, gesunken, sank, sanken, abgenommen, abnahme, ruckgang, zuruckgegangen, zuruckging, geschrumpft, schrumpfte, schrumpften, sinkt, sinken, fallt, fallen, eingebrochen, einbruch, nachgelassen, verloren, ging zuruck, gingen zuruck, nahm ab, nahmen ab, verschlechtert, weniger geworden, runtergegangen',
  distribution:
    'verteilung, verteilt, histogramm, streuung, streut, wie verteilen, verteilen, wie sieht aus, spannweite',
  rows: 'zeige, zeig, zeig mir, zeige mir, liste, zeilen, zeilen mit, datensatze, eintrage, finde, gib mir, auflisten, anzeigen, suche, alle zeilen, nenne, nenne mir, liste auf',
  count: 'wie viele, wieviele, wie viel, anzahl, anzahl der, zahl der, wie oft, wie haufig, zahle, wieviel',
  distinct: 'verschiedene, verschiedenen, unterschiedliche, unterschiedlichen, verschiedener, eindeutige',
  top: 'top, beste, besten, ersten',
  bottom: 'flop, schlechtesten, schlechteste, letzten',
  most: 'meisten, meiste, haufigstes, haufigster, beliebteste, beliebtesten, beliebtester, beliebtestes, gangigste, gangigsten, am meisten, hochste, hochster, hochstes, hochsten, grosste, grossten, grosster, grosstes, maximum, maximal, maximale, maximaler, hochst, besten, am besten, beste, bester, bestes, am haufigsten, haufigsten, haufigste, starkste, starksten, max',
  least:
    'wenigsten, wenigste, am wenigsten, niedrigste, niedrigsten, niedrigster, niedrigstes, kleinste, kleinsten, kleinster, geringste, geringsten, geringster, minimum, minimal, minimale, mindest, tiefste, tiefsten, am seltensten, schlechtesten, schlechteste, schlechtester, seltensten, min, schwachste, schwachsten',
  share: 'anteil, anteil der, prozent, prozentsatz, quote, prozentualer anteil, prozentual, rate',
  sum: 'summe, gesamt, insgesamt, gesamte, gesamter, gesamtes, gesamten, zusammengerechnet, summe der, in summe, total, gesamtsumme',
  mean: 'durchschnitt, durchschnittlich, durchschnittliche, durchschnittlicher, durchschnittliches, durchschnittlichen, mittelwert, mittlere, mittlerer, mittleres, mittel, im schnitt, schnitt, im durchschnitt, im mittel, durchschnitts, mittleren',
  median: 'median, zentralwert, medianwert',
  trend:
    'verlauf, zeitverlauf, im zeitverlauf, entwicklung, entwickelt, entwickelte, uber die zeit, im laufe der zeit, zeitlich, zeitlicher verlauf, zeitliche entwicklung, zeitreihe, tendenz, im verlauf, trend, mit der zeit',
  yearTrend: 'uber die jahre, im laufe der jahre, uber die jahrzehnte, in den jahren',
  by: 'nach, pro, je, fur jede, fur jeden, fur jedes, jede, jeden, jedes, jeder, gruppiert nach, aufgeteilt nach, aufgeschlusselt nach, aufgegliedert nach, in jedem, in jeder, je nach, getrennt nach, unter den',
  and: 'und, sowie, aber, wobei',
  or: 'oder',
  over: 'uber, mehr als, grosser als, hoher als, oberhalb, grosser, uberschreiten, ubersteigt, mehr wie, von uber, von mehr als',
  under: 'unter, weniger als, kleiner als, niedriger als, geringer als, unterhalb, kleiner, von unter, von weniger als',
  atLeast: 'mindestens, ab, wenigstens, nicht weniger als, oder mehr, minimum von',
  atMost: 'hochstens, maximal, bis zu, nicht mehr als, oder weniger, maximum von',
  equals: 'ist, gleich, genau, sind, war, waren, ist gleich, betragt, hat, haben, hatte, hatten, lautet',
  not: 'nicht, ausser, kein nicht, ist nicht, sind nicht, ausgenommen, ausgeschlossen, nicht aus, war nicht',
  between: 'zwischen',
  missing:
    'fehlt, fehlen, fehlend, fehlende, fehlenden, fehlender, leer, leere, leeren, leerer, unbekannt, unbekannte, unbekanntem, unbekannter, ist leer, nicht ausgefullt, nicht angegeben, ohne wert, nicht vorhanden, nicht bekannt, leer ist, fehlt ist, leer sind, kein wert, ohne angabe, keine angabe, nicht gesetzt',
  present:
    'nicht leer, ausgefullt, vorhanden, bekannt, angegeben, nicht fehlt, nicht leer ist, gefullt, ist bekannt, ist nicht leer, nicht fehlend',
  without: 'ohne, kein, keine, keinen, keiner, keinem, keines',
  negative: 'negativ, negative, negativer, negativem, negativen, negatives',
  positive: 'positiv, positive, positiver, positivem, positiven, positives',
  with: 'mit, mit einem, mit einer, inklusive, haben ein, hat ein',
  than: 'als',
  since: 'seit, ab dem jahr, beginnend, seit dem jahr, seit anfang',
  before: 'vor, vor dem jahr, vor dem',
  after: 'nach dem, nach dem jahr',
  until: 'bis, bis zum jahr, bis ende, bis einschliesslich',
  from: 'von, vom',
  to: 'bis, zu',
  in: 'in, im, an, am, bei, fur, aus, wahrend, der, des, auf, innerhalb, beim, aus der, aus dem, in der, in dem, in den',
  which: 'welche, welcher, welches, welchen, welchem, was, wo',
  who: 'wer',
  more: 'mehr, hoher, grosser, besser, hohere, hoheren',
  less: 'weniger, niedriger, kleiner, geringer, schlechter, niedrigere',
  change: 'verandert, veranderung, geandert, anderung, verandern, veranderte, andert, anderte',
  weekend: 'wochenende, wochenenden, am wochenende, an wochenenden, wochenends, wochenendtage, samstag und sonntag',
  workdays: 'werktag, werktage, werktags, werktagen, arbeitstage, arbeitstagen, wochentags, unter der woche',
  lastPeriod: 'letztes, letzten, letzter, letzte, letztem, vergangenes, vergangenen, voriges, vorigen, vergangene',
  thisPeriod: 'dieses, diesen, diesem, aktuelles, aktuellen, laufenden, diese, aktuelle',
  year: 'jahr, jahre, jahren, jahres, kalenderjahr',
  quarter: 'quartal, quartale, quartals, vierteljahr, quartalen',
  month: 'monat, monate, monaten, monats, kalendermonat',
  week: 'woche, wochen, kalenderwoche, kw',
  day: 'tag, tage, tagen, tages, datum',
  hour: 'stunde, stunden',
  yearly: 'jahrlich, jahrliche, jahrlicher, jahrliches, jahrlichen',
  quarterly: 'quartalsweise, vierteljahrlich, vierteljahrliche',
  monthly: 'monatlich, monatliche, monatlicher, monatliches, monatsweise, monatlichen',
  weekly: 'wochentlich, wochentliche, wochentlicher, wochenweise',
  daily: 'taglich, tagliche, taglicher, tagliches, tageweise, taglichen',
  hourly: 'stundlich, stundliche, stundlicher',
  ofWeek: 'wochentag, wochentage, wochentagen, tag der woche, tagen der woche',
  ofYear: 'kalendermonat, monat des jahres, monate des jahres, jahreszeit',
  ofDay: 'uhrzeit, tageszeit, stunde des tages, uhrzeiten, tagesstunde, tagesstunden',
  yes: 'ja',
  no: 'nein',
}

export const light: Lexicon['light'] =
  'der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, ich, wir, uns, unser, unsere, unserer, sie, er, es, man, ihr, ihre, mir, mich, bitte, da, es, gibt, gab, gaben, gibts, so, sehr, auch, nur, alle, allen, aller, alles, etwa, denn, eigentlich, und, wie, viel, viele, hoch, gross, lang, wird, werden, wurde, wurden, worden, bringt, bringen, brachte, macht, machen, gemacht, kommt, kommen, kamen, ist, sind, war, waren, sein, hat, haben, hatte, hatten, kann, konnen, sich, ab, zu, zum, zur, vom, von, fur, mit, bei, am, im, in, an, auf, um, daten, tabelle, datei, wert, werte, werten, angabe, angaben, dabei, davon, hier, jetzt, mal, dass, ob, liegt, lag, liegen, welche, sieht, aussehen, aus, arbeiten, arbeitet, genutzt, benutzt, gehort, gehoren, stammen, stammt, wohnen, jeweils, einzelne, einzelnen, wohl, uberhaupt, steht, stehen, ging, gehen, geht, nach, als, hangt, hangen, verdienen, verdient, verkauft, verkauften, verkaufte, bestellt, bestellten, erzielt, erzielen, erzielte, erreicht, kostet, kosten, dauert, dauern, dauerte, dauerten, wann, gesehen, berechne, zeichne, diagramm, mitglieder, zueinander, art, arten, hallo, danke, rechne, unseren, ganzen, ganze, einfach, schon, noch, dort, los, generiert, generieren, diejenigen, deren, fand, fanden, insgesamt, je, gemessen, gemessene, beobachtet, ihnen, ihren, ihrem'

export const rowNames: Lexicon['rowNames'] =
  'zeile, zeilen, datensatz, datensatze, datensatzen, eintrag, eintrage, eintragen, leute, personen, person, menschen, falle, fall, messung, messungen, beobachtungen, antworten, ergebnisse'
