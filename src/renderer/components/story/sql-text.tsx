/** A query as it was run, to be read and copied. */
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTexts } from '../../stores/language.ts'
import { tokenizeSql } from '../../words/sql.ts'
import classes from './sql-text.module.css'

export function SqlText({ sql, label }: { readonly sql: string; readonly label: string }) {
  const texts = useTexts()
  const tokens = useMemo(() => tokenizeSql(sql), [sql])
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(sql)
      setCopied(true)
      setTimeout(() => setCopied(false), 1600)
    } catch {
      // Copying may be forbidden; the text can be selected by hand.
      setCopied(false)
    }
  }
  return (
    <div className={classes.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard. */}
      <section className={classes.sql} tabIndex={0} aria-label={label}>
        <pre>
          <code>
            {tokens.map((token) =>
              token.kind === 'plain' ? (
                token.text
              ) : (
                <span key={token.start} data-kind={token.kind}>
                  {token.text}
                </span>
              ),
            )}
          </code>
        </pre>
      </section>
      <button
        type="button"
        className={classes.copy}
        onClick={() => void copy()}
        aria-label={texts.evidence.copy({ what: label })}
      >
        {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
      </button>
    </div>
  )
}
