/** Worauf eine Aussage beruht, in einfachen Worten. */
export const evidenceWords = {
  tests: {
    'Brown–Forsythe': {
      name: 'Brown-Forsythe-Test: ob die Gruppen gleich weit streuen',
      assumes:
        'Gruppen werden danach verglichen, wie weit Werte von der Mitte ihrer Gruppe liegen; Zeilen gelten als unabhängig.',
    },
    'Chatterjee ξ': {
      name: 'Chatterjees ξ: ob die eine Spalte der anderen folgt',
      assumes: 'Jede Form einer Kurve zählt, nicht nur eine Gerade; Zeilen gelten als unabhängig.',
    },
    'F test of interaction': {
      name: 'F-Test: ob der Unterschied in allen Gruppen der zweiten Spalte gleich ist',
      assumes: 'Werte streuen gleich weit um die Durchschnitte; Zeilen gelten als unabhängig.',
    },
    'G test': {
      name: 'G-Test: ob die beiden Spalten unabhängig sind',
      assumes: 'In jeder Zelle stehen genügend Fälle; Zeilen gelten als unabhängig.',
    },
    'Hartigan dip': {
      name: 'Hartigans Dip-Test: ob die Werte nur einen Gipfel haben',
      assumes: 'Zeilen gelten als unabhängig; über die Form wird nichts vorausgesetzt.',
    },
    'Hartigan dip between clusters': {
      name: 'Hartigans Dip-Test zwischen den gefundenen Gruppen',
      assumes:
        'Zeilen gelten als unabhängig; Gruppen werden erst gesucht und dann entlang der Linie zwischen ihnen getestet.',
    },
    'Mann–Kendall': {
      name: 'Mann-Kendall-Test: ob spätere Zeiträume höher oder niedriger sind als frühere',
      assumes: 'Keine Form des Anstiegs ist vorausgesetzt; berichtigt dafür, dass Zeiträume dem vorigen ähneln.',
    },
    Spearman: {
      name: 'Rangkorrelation nach Spearman',
      assumes: 'Nur die Reihenfolge der Werte zählt, nicht ihr Abstand; Zeilen gelten als unabhängig.',
    },
    'Welch ANOVA': {
      name: 'Varianzanalyse nach Welch: ob alle Gruppen denselben Durchschnitt haben',
      assumes: 'Gruppen dürfen verschieden streuen; Zeilen gelten als unabhängig.',
    },
    'Welch ANOVA of keys': {
      name: 'Varianzanalyse nach Welch über Schlüssel',
      assumes: 'Zeilen eines Schlüssels gelten als eine; Schlüssel gelten als unabhängig.',
    },
    'Kruskal–Wallis': {
      name: 'Kruskal-Wallis-Test: ob die Werte aller Gruppen gleich hoch liegen',
      assumes: 'Nur die Reihenfolge der Werte zählt; Zeilen gelten als unabhängig.',
    },
    'paired t': {
      name: 'gepaarter t-Test: ob sich zwei Gruppen innerhalb derselben Blöcke unterscheiden',
      assumes: 'Unterschiede innerhalb der Blöcke streuen etwa wie eine Glockenkurve; Blöcke gelten als unabhängig.',
    },
    'analysis of variance within blocks': {
      name: 'Varianzanalyse innerhalb von Blöcken',
      assumes: 'Werte streuen in jedem Block gleich weit um ihre Durchschnitte; Blöcke gelten als unabhängig.',
    },
    'both effects by their normal intervals': {
      name: 'beide Unterschiede nach ihren Intervallen, insgesamt und innerhalb der Gruppen',
      assumes: 'Beide liegen deutlich auf verschiedenen Seiten von null; Schätzungen streuen wie eine Glockenkurve.',
    },
    'correlation of spread and level': {
      name: 'Korrelation von Ausschlag und Niveau',
      assumes: 'Zyklen gelten als unabhängig.',
    },
    'running sum of squares': {
      name: 'laufende Quadratsumme: ob die Ausschläge durchgehend gleich bleiben',
      assumes: 'Trend und Saison sind zuvor herausgerechnet; danach gelten Zeiträume als unabhängig.',
    },
    'cross-correlation of innovations, wild bootstrap': {
      name: 'Korrelation dessen, was in jeder Reihe neu ist, verglichen mit zufällig erzeugten Reihen',
      assumes: 'Trend, Saison und das Gedächtnis jeder Reihe sind zuvor herausgerechnet.',
    },
    'forecast error against those before': {
      name: 'dieser Fehler der Prognose, verglichen mit früheren',
      assumes: 'Fehler früherer Prognosen sind ein fairer Maßstab für diesen.',
    },
    'generalized ESD': {
      name: 'verallgemeinerter Test auf mehrere Ausreißer (Rosner)',
      assumes: 'Alle übrigen Zeiträume streuen etwa wie eine Glockenkurve um das Erwartete.',
    },
    'of rows held out: away from the rest, either condition and their sum': {
      name: 'Test an Zeilen, die bei der Suche nicht gesehen wurden',
      assumes:
        'Die Gruppe muss sich vom Rest, von jeder Bedingung allein und von beiden zusammengezählt unterscheiden.',
    },
    'pre-whitened F test': {
      name: 'F-Test der Phasen eines Zyklus',
      assumes: 'Trend und Gedächtnis der Reihe sind zuvor herausgerechnet.',
    },
    'prediction against the mean, on rows held out': {
      name: 'Vorhersage zurückgehaltener Zeilen, verglichen mit ihrem Mittelwert',
      assumes: 'Was an den einen Zeilen gelernt wurde, muss an den anderen gelten; Zeilen gelten als unabhängig.',
    },
    'sup-F': {
      name: 'sup-F-Test: ob es irgendwo in der Reihe einen Bruch gibt',
      assumes:
        'Die Stelle des Bruchs wird gesucht, und das ist berücksichtigt; berichtigt dafür, dass Zeiträume dem vorigen ähneln.',
    },
    'test of two proportions': {
      name: 'Test zweier Anteile gegeneinander',
      assumes: 'In beiden Gruppen stehen genügend Fälle; Zeilen gelten als unabhängig.',
    },
    'trends of more than half, by Rüger': {
      name: 'Trends von mehr als der Hälfte der Reihen, gemeinsam betrachtet (Rüger)',
      assumes: 'Reihen dürfen einander ähneln; wie, ist nicht vorausgesetzt.',
    },
  },
  effects: {
    'Chatterjee ξ': 'Chatterjees ξ (0 gar nicht, 1 ganz bestimmt)',
    "Cramér's V": 'Cramérs V (0 gar nicht, 1 vollständig)',
    'Pearson r': 'lineare Korrelation',
    'Spearman ρ': 'Rangkorrelation',
    autocorrelation: 'Korrelation mit den Werten einer Schwankung vorher',
    'rows without any of them': 'Anteil der Zeilen ohne all dies',
    change: 'Veränderung',
    clusters: 'gefundene Gruppen',
    'columns with one divisor': 'Spalten mit demselben Teiler',
    correlation: 'Korrelation',
    count: 'Anzahl',
    'depth of the valley': 'Tiefe des Tals zwischen den Gipfeln',
    'difference of differences': 'Unterschied der Unterschiede',
    'difference of means': 'Unterschied der Durchschnitte',
    'difference of shares': 'Unterschied der Anteile',
    'difference of means within levels': 'Unterschied der Durchschnitte innerhalb der Gruppen',
    'difference of shares within levels': 'Unterschied der Anteile innerhalb der Gruppen',
    'rank correlation within levels': 'Rangkorrelation innerhalb der Gruppen',
    distinct: 'verschiedene Werte',
    factor: 'Faktor',
    forecast: 'Prognose',
    'gap to the next': 'Abstand zum Nächsten',
    gini: 'Gini-Koeffizient (0 gleich verteilt, 1 alles bei einem)',
    highest: 'höchster Wert',
    'largest share': 'größter Anteil',
    'mean deviation': 'mittlere Abweichung',
    'mean where missing': 'Durchschnitt, wo der andere Wert fehlt',
    median: 'Median',
    'missing periods': 'fehlende Zeiträume',
    'ratio of spreads': 'Verhältnis der Streuungen',
    'ratio of standard deviations': 'Verhältnis der Standardabweichungen',
    residual: 'Abstand vom Erwarteten',
    'rows in which it holds': 'Zeilen, in denen es gilt',
    rows: 'Zeilen',
    'seasonal strength': 'Stärke der Saison (0 keine, 1 alles)',
    'share missing': 'fehlender Anteil',
    'share of zeros': 'Anteil der Nullen',
    share: 'Anteil',
    'siblings with the pattern': 'Reihen mit dem Muster',
    skewness: 'Schiefe',
    'slope after': 'Steigung nach dem Knick',
    total: 'Summe',
    'variance predicted in rows held out': 'vorhergesagter Anteil der Varianz zurückgehaltener Zeilen',
  },
  scores: {
    impact: 'wie viel es abdeckt',
    effect: 'wie groß es ist',
    certainty: 'wie sicher es ist',
    surprise: 'wie unerwartet es ist',
    readability: 'wie leicht es zu lesen ist',
  },
  contrary: {
    exact:
      'Es ist einfaches Rechnen über die Zeilen: Falsch ist es nur, wenn die Datei falsch ist oder falsch gelesen wurde.',
    difference: 'Die Gruppen wären gleich: Der Unterschied läge nahe null.',
    relation: 'Das eine zu kennen sagte nichts über das andere: Das Maß ihres Zusammenhangs läge nahe null.',
    course:
      'Die Zeiträume könnten in jeder anderen Reihenfolge stehen: Kein Anstieg, kein Rückgang, kein Sprung und keine Saison wären zu sehen.',
    shape: 'Die Werte lägen so, wie der Zufall allein sie streut, um eine Mitte.',
    forecast: 'Was eintritt, läge öfter außerhalb des Intervalls, als es angibt.',
  },
} as const
