/** Of each total, the parts its change is made of: before, after and a bar for the change. */
import { useState } from 'react'
import type { Account, ComparedTable, Part, TotalChange } from '../../../shared/comparison/comparison.ts'
import { formatPeriod } from '../../../shared/format/periods.ts'
import { readableName } from '../../../shared/format/words.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './total-parts.module.css'

export function TotalParts({ table }: { readonly table: ComparedTable }) {
  return table.totals.map((total) => (
    <div key={total.column} className={classes.total}>
      {total.accounts.map((account, place) => (
        <AccountTable key={`${account.by} ${account.column}`} total={total} account={account} isFirst={place === 0} />
      ))}
    </div>
  ))
}

/** So many parts that are as they were stand in one line, unless somebody asks for them. */
const leastFolded = 4

interface AccountProps {
  readonly total: TotalChange
  readonly account: Account
  readonly isFirst: boolean
}

function AccountTable({ total, account, isFirst }: AccountProps) {
  const texts = useTexts()
  const words = texts.comparing
  const measure = readableName(total.column)
  const by = account.column === null ? words.byRows : readableName(account.column)
  const decimals = decimalsOf([total, ...account.parts])
  const parts = ordered(account)
  const same = parts.filter(({ change }) => change === 0)
  const isFolded = same.length >= leastFolded && same.length < parts.length
  const [showsSame, setShowsSame] = useState(false)
  const caption = words.changeBy({ measure, by })
  const figure = (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption className={isFirst ? classes.caption : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{account.column === null ? words.rows : by}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
            <th scope="col">{words.change}</th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {(isFolded && !showsSame ? parts.filter(({ change }) => change !== 0) : parts).map((part) => (
            <PartRow
              key={part.part ?? ''}
              part={part}
              account={account}
              largest={largestOf(account)}
              decimals={decimals}
              texts={texts}
            />
          ))}
          {isFolded && (
            <tr>
              <th scope="row">
                <button
                  type="button"
                  className={classes.same}
                  aria-expanded={showsSame}
                  data-testid="same-parts"
                  onClick={() => setShowsSame(!showsSame)}
                >
                  {words.sameParts({ count: same.length })}
                </button>
              </th>
              <td>{written(sumOf(same), decimals, texts)}</td>
              <td>{written(sumOf(same), decimals, texts)}</td>
              <td>{signed(0, decimals, texts)}</td>
              <td aria-hidden="true" />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.all}</th>
            <td>{written(total.before, decimals, texts)}</td>
            <td>{written(total.after, decimals, texts)}</td>
            <td>{signed(total.change, decimals, texts)}</td>
            <td aria-hidden="true" />
          </tr>
        </tfoot>
      </table>
    </div>
  )
  if (isFirst) return figure
  return (
    <details className={classes.more}>
      <summary>{caption}</summary>
      {figure}
    </details>
  )
}

interface PartProps {
  readonly part: Part
  readonly account: Account
  readonly largest: number
  readonly decimals: number
  readonly texts: Texts
}

function PartRow({ part, account, largest, decimals, texts }: PartProps) {
  const width = largest === 0 ? 0 : (Math.abs(part.change) / largest) * 50
  return (
    <tr>
      <th scope="row">{labelOf(part.part, account, texts)}</th>
      <td>{written(part.before, decimals, texts)}</td>
      <td>{written(part.after, decimals, texts)}</td>
      <td>{signed(part.change, decimals, texts)}</td>
      <td className={classes.barCell} aria-hidden="true">
        <span
          className={classes.bar}
          data-down={part.change < 0 || undefined}
          style={part.change < 0 ? { right: '50%', width: `${width}%` } : { left: '50%', width: `${width}%` }}
        />
      </td>
    </tr>
  )
}

function labelOf(part: string | null, { by, grain }: Account, { comparing }: Texts): string {
  if (part === null) return comparing.noValue
  switch (by) {
    case 'rows':
      return part === 'added' ? comparing.newRows : part === 'gone' ? comparing.goneRows : comparing.keptRows
    case 'period':
      return grain === null || grain === undefined ? part : formatPeriod(part, grain)
    case 'category':
      return part
  }
}

/** What moved most first; periods in their order. */
function ordered({ by, parts }: Account): readonly Part[] {
  return by === 'period' ? parts : parts.toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change))
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { after }) => sum + after, 0)
}

function largestOf({ parts }: Account): number {
  return Math.max(...parts.map(({ change }) => Math.abs(change)))
}

const mostDecimals = 6

/** As many as any of the numbers has, so that they stand one under the other. */
function decimalsOf(numbers: readonly Pick<Part, 'before' | 'after' | 'change'>[]): number {
  const places = numbers
    .flatMap(({ before, after, change }) => [before, after, change])
    .map((value) => /\.(\d+)$/u.exec(String(value))?.[1]?.length ?? 0)
  return Math.min(mostDecimals, Math.max(0, ...places))
}

function written(value: number, decimals: number, { locale }: Texts): string {
  const text = value.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return text.replace('-', '−')
}

function signed(change: number, decimals: number, texts: Texts): string {
  return change > 0 ? `+${written(change, decimals, texts)}` : written(change, decimals, texts)
}
