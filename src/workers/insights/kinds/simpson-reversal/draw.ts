/** The difference, or the correlation, within each level of the control, against that over all rows. */
import { formOfColumn, formOfDifference } from '../../../../shared/format/numbers.ts'
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { type HeldFunction, heldByLevel, heldDerivations } from '../../../analysis/derive/held.ts'
import { columnOf, type DrawInsight, detailText, evidenceValue, written } from '../../charts/drawing.ts'
import { base } from '../../charts/groups.ts'
import { stable } from '../../stable.ts'
import { allNamed, named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawReversal: DrawInsight = async ({ draft, table, source, language }) => {
  const derivation = draft.evidence.derived.within
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  // Ranges of a number have no names that a reader could read off an axis.
  if (derivation === undefined || sql === undefined || !isHeld(derivation.function) || draft.details.binned === true) {
    return null
  }
  const columns = await source.columns(sql)
  const { levels } = heldByLevel(
    derivation.function,
    derivation.columns.map((name) => columns[name] ?? []),
  )
  const shown = levels.filter(({ level, effect }) => level !== null && effect !== null)
  if (shown.length < 2) return null
  const called = (detail: 'first' | 'second') => spokenName(detailText(draft, detail), table.columns)
  const [first, second] = [called('first'), called('second')]
  const control = readableName(detailText(draft, 'control'))
  const ranks = draft.details.form === 'ranks'
  const rates = draft.details.form === 'rates'
  const format = rates ? 'percent' : (columnOf(table, detailText(draft, 'second'))?.format ?? null)
  const { picture, allOthers } = words.in(language)
  const compared = {
    ...allNamed({ first, second, value: detailText(draft, 'value'), group: detailText(draft, 'group') }),
    rest: draft.details.rest === null ? allOthers : picture.rest({ rest: named(detailText(draft, 'rest')) }),
  }
  const subject = picture[ranks ? 'ranks' : rates ? 'rates' : 'means'](compared).text
  const overall = evidenceValue(draft, 'overall')
  const form = ranks ? ({ kind: 'number' } as const) : formOfDifference(formOfColumn(format))
  return {
    spec: {
      kind: 'bar',
      subtitle: picture.subtitle(
        allNamed({ subject: capitalise(subject), control, base: base(draft.n, table, language) }),
      ).text,
      horizontal: true,
      x: { field: 'category', label: capitalise(control), type: 'category', format: null },
      y: { field: 'effect', label: capitalise(subject), type: 'number', format: ranks ? null : format },
      ...(overall === null
        ? {}
        : {
            reference: { y: overall, label: picture.overall({ value: named(written(overall, form, language)) }).text },
          }),
    },
    columns: ['category', 'effect', 'rows'],
    rows: shown.map(({ level, effect, rows }) => [level, stable(effect ?? 0), rows]),
    sql,
    reduced: false,
    categories: detailText(draft, 'control'),
    shows: picture.shows(allNamed({ subject, control })).text,
  }
}

function isHeld(name: string): name is HeldFunction {
  return name in heldDerivations
}
