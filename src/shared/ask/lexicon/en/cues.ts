/** English words by which a question says what is asked. */
import type { Lexicon } from '../lexicon.ts'

export const cues: Lexicon['cues'] = {
  why: 'why, how come, what caused, reason for, reasons for, what is the reason, what explains the, explain the, explain why, what is behind',
  drivers:
    'what drives, what affects, what influences, what influenced, what affected, what determines, what explains, what predicts, what impacts, drivers of, driver of, key drivers, factors for, factors behind, which factors, what matters for, what makes, influences on, depends most, what decides',
  relate:
    'related, relation, relationship, correlate, correlated, correlates, correlation, linked, link, connected, connection, depend, depends, dependent, associated, association, go together, goes with, influence, affect, affects, effect of, impact',
  compare: 'compare, comparing, comparison, compared, difference, differences, differ, contrast, compare to',
  versus: 'vs, versus, v, against, compared to, compared with, as opposed to, rather than',
  rose: 'grew, grow, grown, growing, growth, rose, risen, rise, rising, increase, increased, increasing, went up, go up, gone up, gained, improved, climbed, jump, jumped, get better, up the most, fastest growing, gaining, gone higher, higher than before',
  fell: 'fell, fall, fallen, falling, drop, dropped, dropping, decline, declined, declining, decrease, decreased, decreasing, went down, go down, gone down, shrank, shrink, shrunk, shrinking, lost, losing, worsened, down, sank, dip, dipped, plunge',
  distribution:
    'distribution, distributed, histogram, spread of, how spread, range of, how does look like, typical, spread, how are distributed, what does look like',
  rows: 'show, show me, list, display, rows, rows where, records, entries, find, give me, get me, filter, all rows, lines, show all, list all, see',
  count: 'how many, number of, count, count of, how often, how many times, quantity of, amount of rows',
  distinct: 'different, distinct, unique',
  top: 'top, best, first',
  bottom: 'bottom, worst, flop',
  most: 'most, most common, most frequent, most popular, most often, commonest, highest, largest, biggest, greatest, maximum, max, peak, best, maximal, strongest, top',
  least: 'least, least common, least popular, rarest, lowest, smallest, fewest, minimum, min, worst, weakest, minimal',
  share:
    'share, share of, percentage, percent, percentage of, proportion, proportion of, fraction, rate of, ratio of, what part',
  sum: 'total, sum, sum of, overall, altogether, in total, total of, combined, how much, summed',
  mean: 'average, avg, mean, on average, averaged, average of, typically',
  median: 'median, middle value',
  trend:
    'over time, trend, trend of, trends, development, development of, evolution, evolve, evolved, timeline, time series, course of, history of, history, through time, progress, across time, developed, develop, changed over time, change over time',
  yearTrend: 'over the years, through the years, over the decades, across the years, over years',
  by: 'by, per, for each, for every, each, every, grouped by, group by, broken down by, split by, across, breakdown by, within each, according to, in each, depending on, by each, for all, for the different, among',
  and: 'and, plus, as well as, also, but, comma',
  or: 'or',
  over: 'over, above, more than, greater than, larger than, bigger than, higher than, exceeding, exceeds, exceed, beyond, greater, over than, upwards of, in excess of, is over, was over',
  under: 'under, below, less than, fewer than, smaller than, lower than, is under, was under, underneath',
  atLeast: 'at least, minimum of, no less than, not less than, or more, from at least, not below',
  atMost: 'at most, maximum of, up to, no more than, not more than, or less, not above',
  equals: 'is, equals, equal to, equal, exactly, are, was, were, being, is equal to, of exactly, has, have, had',
  not: 'not, except, excluding, other than, but not, isnt, is not, are not, was not, were not, apart from, exclude, arent, wasnt, werent, everything but',
  between: 'between, from between, in between, ranging from',
  missing:
    'missing, empty, blank, null, unknown, is empty, is missing, is blank, are missing, are empty, not filled, not filled in, not given, unfilled, not known, undefined, without value, no value, has no value, not available, not recorded, na, not set, is unknown, is not given, not there, left blank, left empty, are blank',
  present:
    'not missing, not empty, not blank, filled, filled in, known, present, given, recorded, is known, is given, is not empty, is not missing, available, is filled, not null, is not null, is not blank, is present',
  without: 'without, no, lacking, with no, who have no, that have no, having no, dont have, do not have, w/o',
  negative: 'negative',
  positive: 'positive',
  with: 'with, having, that have, who have, which have, with a, with an, has a, have a, that has, including',
  than: 'than',
  since: 'since, starting, starting in, from the start of, beginning in, as of',
  before: 'before, prior to, earlier than',
  after: 'after, later than, following',
  until: 'until, till, through, up until, by the end of, up to and including',
  from: 'from',
  to: 'to',
  in: 'in, during, on, for, of, at, within, throughout',
  which: 'which, what, whose, where',
  who: 'who',
  more: 'more, higher, greater, larger, bigger, better',
  less: 'less, lower, fewer, smaller, worse',
  change: 'change, changed, changes, vary, varied, move, moved, shift, shifted, changing',
  weekend: 'weekend, weekends, the weekend, at weekends, on weekends, weekend days',
  workdays: 'weekdays, workdays, working days, work days, business days, week days, workday, working day',
  lastPeriod: 'last, previous, past, prior',
  thisPeriod: 'this, current, latest, most recent',
  year: 'year, years, calendar year',
  quarter: 'quarter, quarters',
  month: 'month, months, calendar month',
  week: 'week, weeks, calendar week',
  day: 'day, days, date, dates',
  hour: 'hour, hours',
  yearly: 'yearly, annual, annually',
  quarterly: 'quarterly',
  monthly: 'monthly',
  weekly: 'weekly',
  daily: 'daily',
  hourly: 'hourly',
  ofWeek:
    'weekday, day of week, day of the week, days of the week, dow, which day of the week, day of week name, each day of the week',
  ofYear: 'month of the year, month of year, calendar month, months of the year, season',
  ofDay: 'hour of day, hour of the day, time of day, hours of the day, time of the day',
  yes: 'yes, true',
  no: 'false',
}

export const light: Lexicon['light'] =
  "a, an, the, do, does, did, i, we, us, our, you, your, me, my, it, its, they, them, their, he, she, his, her, can, could, would, should, will, please, there, that, these, those, so, much, be, been, am, as, to, too, just, only, all, any, some, how, what, tell, want, know, like, see, look, looks, looking, make, made, makes, come, came, comes, get, got, gets, go, if, then, when, with, about, data, table, dataset, file, value, values, level, levels, figure, figures, number, numbers, amounts, here, now, question, give, calculate, compute, plot, chart, graph, draw, show, s, is, are, was, were, has, have, had, worth, terms, respect, regarding, one, ones, happened, happen, happens, whether, both, e.g, there, given, having, each, other, it’s, what’s, we’ve, it's, what's, let, lets, according, ever, actually, really, still, overall, out, off, up, way, using, use, against, between, them, answered, came, belong, belongs, located, based, live, lives, work, works, handle, handles, handled, sit, same, time, points, kind, kinds, type, types, every, everyone, anyone, need, at, on, in, of, for, from, by, which, who, whose, where, than, no one, each, long, far, many, break, down, group, into, hi, hello, hey, thanks, thank, strongest, recorded, measured, observed, reported, registered, used, sold, sell, sells, selling, took, take, takes, placed, ordered, bought, happening, any, place, places, earn, earns, earned, make, seen"

export const rowNames: Lexicon['rowNames'] =
  'row, rows, record, records, entry, entries, item, items, line, lines, case, cases, observation, observations, datapoint, datapoints, thing, things, people, person, persons, measurement, measurements, response, responses'
