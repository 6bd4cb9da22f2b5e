/** What a statement rests on, in plain words. Groups are keyed by what stands in stored stories. */
export const evidenceWords = {
  tests: {
    'Brown–Forsythe': {
      name: 'Brown–Forsythe test: whether the groups are spread alike',
      assumes: 'Groups are told apart by how far values lie from the middle of their group; rows count as independent.',
    },
    'Chatterjee ξ': {
      name: 'Chatterjee’s ξ: whether one column follows from the other',
      assumes: 'Any form of curve counts, not only a line; rows count as independent.',
    },
    'F test of interaction': {
      name: 'F test: whether the difference is the same in all groups of the second column',
      assumes: 'Values spread alike around the averages; rows count as independent.',
    },
    'G test': {
      name: 'G test: whether the two columns are independent',
      assumes: 'Counts large enough in every cell; rows count as independent.',
    },
    'Hartigan dip': {
      name: 'Hartigan’s dip test: whether the values have one peak',
      assumes: 'Rows count as independent; nothing is assumed of the form.',
    },
    'Hartigan dip between clusters': {
      name: 'Hartigan’s dip test between the groups found',
      assumes: 'Rows count as independent; groups are looked for first, then tested along the line between them.',
    },
    'Mann–Kendall': {
      name: 'Mann–Kendall test: whether later periods are higher, or lower, than earlier ones',
      assumes: 'No form of the rise is assumed; corrected for periods that resemble the one before.',
    },
    Spearman: {
      name: 'Spearman’s rank correlation',
      assumes: 'Only the order of values counts, not the distance; rows count as independent.',
    },
    'Welch ANOVA': {
      name: 'Welch’s analysis of variance: whether all groups have the same average',
      assumes: 'Groups may be spread differently; rows count as independent.',
    },
    'Welch ANOVA of keys': {
      name: 'Welch’s analysis of variance over keys',
      assumes: 'Rows of one key are taken as one; keys count as independent.',
    },
    'Kruskal–Wallis': {
      name: 'Kruskal–Wallis test: whether values of all groups stand equally high',
      assumes: 'Only the order of values counts; rows count as independent.',
    },
    'paired t': {
      name: 'paired t test: whether two groups differ within the same blocks',
      assumes: 'Differences within blocks are spread much like a bell curve; blocks count as independent.',
    },
    'analysis of variance within blocks': {
      name: 'analysis of variance within blocks',
      assumes: 'Values spread alike around their averages within each block; blocks count as independent.',
    },
    'both effects by their normal intervals': {
      name: 'both differences by their intervals, overall and within groups',
      assumes: 'Both lie clearly on opposite sides of zero; estimates are spread like a bell curve.',
    },
    'correlation of spread and level': {
      name: 'correlation of how wide values swing with how high they are',
      assumes: 'Cycles count as independent.',
    },
    'running sum of squares': {
      name: 'running sum of squares: whether the swings stay the same throughout',
      assumes: 'Trend and season are taken out first; periods count as independent after that.',
    },
    'cross-correlation of innovations, wild bootstrap': {
      name: 'correlation of what is new in each series, against series made at random',
      assumes: 'Trend, season and the memory of each series are taken out first.',
    },
    'forecast error against those before': {
      name: 'this error of the forecast against those before it',
      assumes: 'Errors of earlier forecasts are a fair measure of this one.',
    },
    'generalized ESD': {
      name: 'generalised test for several extreme values (Rosner)',
      assumes: 'All other periods are spread much like a bell curve around what was to be expected.',
    },
    'of rows held out: away from the rest, either condition and their sum': {
      name: 'test on rows that the search had not seen',
      assumes: 'The group must differ from the rest, from either condition alone, and from both added up.',
    },
    'pre-whitened F test': {
      name: 'F test of the phases of a cycle',
      assumes: 'Trend and the memory of the series are taken out first.',
    },
    'prediction against the mean, on rows held out': {
      name: 'prediction of rows that were held back, against their mean',
      assumes: 'What was learned on some rows must hold on the others; rows count as independent.',
    },
    'sup-F': {
      name: 'sup-F test: whether there is a break anywhere in the series',
      assumes:
        'The place of the break is looked for, and allowed for; corrected for periods that resemble the one before.',
    },
    'test of two proportions': {
      name: 'test of two shares against each other',
      assumes: 'Counts large enough in both groups; rows count as independent.',
    },
    'trends of more than half, by Rüger': {
      name: 'trends of more than half of the series, taken together (Rüger)',
      assumes: 'Series may resemble each other; nothing is assumed of how.',
    },
  },
  effects: {
    'Chatterjee ξ': 'Chatterjee’s ξ (0 none, 1 fully determined)',
    "Cramér's V": 'Cramér’s V (0 none, 1 complete)',
    'Pearson r': 'linear correlation',
    'Spearman ρ': 'rank correlation',
    autocorrelation: 'correlation with the values one swing before',
    'rows without any of them': 'share of rows without any of them',
    change: 'change',
    clusters: 'groups found',
    'columns with one divisor': 'columns with one divisor',
    correlation: 'correlation',
    count: 'number',
    'depth of the valley': 'depth of the valley between the peaks',
    'difference of differences': 'difference between the differences',
    'difference of means': 'difference of averages',
    'difference of shares': 'difference of shares',
    'difference of means within levels': 'difference of averages within groups',
    'difference of shares within levels': 'difference of shares within groups',
    'rank correlation within levels': 'rank correlation within groups',
    distinct: 'different values',
    factor: 'factor',
    forecast: 'forecast',
    'gap to the next': 'distance to the next',
    gini: 'Gini coefficient (0 even, 1 all in one)',
    highest: 'highest value',
    'largest share': 'largest share',
    'mean deviation': 'mean deviation',
    'mean where missing': 'average where the other is missing',
    median: 'median',
    'missing periods': 'missing periods',
    'ratio of spreads': 'ratio of spreads',
    'ratio of standard deviations': 'ratio of standard deviations',
    residual: 'distance from what was to be expected',
    'rows in which it holds': 'rows in which it holds',
    rows: 'rows',
    'seasonal strength': 'strength of the season (0 none, 1 all)',
    'share missing': 'share missing',
    'share of zeros': 'share of zeros',
    share: 'share',
    'siblings with the pattern': 'series with the pattern',
    skewness: 'skewness',
    'slope after': 'slope after the turn',
    total: 'total',
    'variance predicted in rows held out': 'part of the variance predicted in rows held back',
  },
  scores: {
    impact: 'how much it covers',
    effect: 'how large it is',
    certainty: 'how certain it is',
    surprise: 'how unexpected it is',
    readability: 'how easily it is read',
  },
  /** What would be seen if the statement were not so. */
  contrary: {
    exact: 'It is plain arithmetic over the rows: it is wrong only where the file is, or was read wrong.',
    difference: 'The groups would be alike: the difference would lie near zero.',
    relation:
      'Knowing the one would tell nothing of the other: the measure of how they go together would lie near zero.',
    course:
      'The periods could stand in any other order: neither a rise nor a fall, no step and no season would be seen.',
    shape: 'The values would lie as chance alone spreads them, around one middle.',
    forecast: 'What comes would lie outside of the interval more often than it says.',
  },
} as const
