/** The number that was asked for, in a sentence. */
import { type CalendarPart, calendarName, calendarParts } from '../../../../shared/format/calendar-names.ts'
import { formatNumber, formOfDifference, type NumberForm } from '../../../../shared/format/numbers.ts'
import type { Scalar } from '../../../../shared/story/insight.ts'
import { localeOf } from '../../../../shared/texts/texts.ts'
import { named, nothing, type Phrase } from '../../words/phrase.ts'
import { averageOf, numberOfRows, totalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

export const sayAnswer: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const form = formOf(voice)
  const subject = subjectOf(voice)
  const filter = filterOf(voice)
  const base = { subject, filter, rows: voice.rows('n'), value: voice.number('value', form) }
  const [first, last] = [groupName(voice, voice.detail('first')), groupName(voice, voice.detail('last'))]
  const several = { ...base, first, last, second: voice.number('second', form), groups: voice.count('groups') }
  const isOne = voice.raw('groups') === 1
  const order = voice.option('order')
  const by = groupedBy(voice)
  switch (voice.text('form')) {
    case 'groups':
      return worded(
        said.headline.groups({ subject, filter, by }),
        isOne ? said.onlyGroup({ ...base, first }) : said.groups(several),
      )
    case 'course':
      return worded(
        said.headline.course({ subject, filter }),
        isOne ? said.onlyPeriod({ ...base, first }) : said.course(several),
      )
    case 'rank':
      return worded(
        said.headline.groups({ subject, filter, by }),
        isOne ? said.onlyRank({ ...base, first, order }) : said.rank({ ...several, order }),
      )
    case 'moved': {
      const periods = {
        earlier: voice.period(voice.detail('earlier')),
        later: voice.period(voice.detail('later')),
        order,
      }
      const changed = { ...several, ...periods }
      return worded(said.headline.moved({ subject, filter, by }), isOne ? said.onlyMoved(changed) : said.moved(changed))
    }
    case 'compare':
      return {
        ...worded(said.headline.compare({ subject, filter, first, last }), said.compare(several)),
        support: voice.raw('p') === null ? [] : [differenceOf(voice, form)],
      }
    case 'apart':
      return {
        ...worded(said.headline.apart({ subject, filter, first }), said.apart(several)),
        support: voice.raw('p') === null || voice.text('amount') === 'share' ? [] : [differenceOf(voice, form)],
      }
    default:
      return worded(
        said.headline.one({ subject, filter }),
        voice.text('amount') === 'rows' ? said.count(base) : said.one(base),
      )
  }
}

function worded(headline: Phrase, claim: Phrase): { headline: Phrase; claim: Phrase; support: readonly Phrase[] } {
  return { headline, claim, support: [] }
}

function differenceOf(voice: Own, form: NumberForm): Phrase {
  const own = formOfDifference(form)
  return words.in(voice.language).perRow({
    level: named(formatNumber(0.95, { kind: 'percent' }, { locale: localeOf(voice.language) })),
    difference: voice.number('difference', own),
    low: voice.number('low', own),
    high: voice.number('high', own),
  })
}

export function formOf(voice: Pick<Own, 'text' | 'form'>): NumberForm {
  switch (voice.text('amount')) {
    case 'rows':
    case 'distinct':
      return { kind: 'count' }
    case 'share':
      return { kind: 'percent' }
    default:
      return voice.form('measure')
  }
}

function subjectOf(voice: Own): Phrase {
  const said = words.in(voice.language).amount
  switch (voice.text('amount')) {
    case 'rows':
      return numberOfRows(voice)
    case 'sum':
      return totalOf(voice)
    case 'mean':
      return averageOf(voice)
    case 'median':
      return said.median({ measure: voice.column('measure') })
    case 'min':
      return said.min({ measure: voice.column('measure') })
    case 'max':
      return said.max({ measure: voice.column('measure') })
    case 'distinct':
      return said.distinct({ values: voice.nouns('measure') })
    default:
      return said.share({ rows: voice.rowPlural, condition: named(voice.text('share')) })
  }
}

function filterOf(voice: Own): Phrase {
  const filter = voice.text('filter')
  return filter === '' ? nothing : words.in(voice.language).filter({ condition: named(filter) })
}

function groupName(voice: Own, name: Scalar): Phrase {
  if (name === null) return nothing
  const part = partOf(voice.text('part'))
  if (part !== null) return named(calendarName(localeOf(voice.language), part, Number(name)))
  return voice.text('form') === 'course' || (voice.text('dimension') === '' && voice.text('grain') !== '')
    ? voice.period(name)
    : named(String(name))
}

export function partOf(text: string): CalendarPart | null {
  return calendarParts.find((part) => part === text) ?? null
}

function groupedBy(voice: Own): Phrase {
  const said = words.in(voice.language)
  const part = partOf(voice.text('part'))
  if (part !== null) return said.calendar[part]
  return voice.text('dimension') === '' ? said.groupsOf : voice.column('dimension')
}
