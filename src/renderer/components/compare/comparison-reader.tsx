/** The body of the comparison screen: works on a comparison alone, so that the gallery can show any. */
import { Button } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Comparison, ComparisonSection } from '../../../shared/comparison/comparison.ts'
import { furtherSections } from '../../../shared/comparison/comparison-text.ts'
import type { Paragraph, StatedNumber } from '../../../shared/story/story.ts'
import { navigate } from '../../routes/navigation.ts'
import { useTexts } from '../../stores/language.ts'
import { formatMoment } from '../../words/amounts.ts'
import { Link } from '../link.tsx'
import { keyOfNumber, Prose } from '../story/prose.tsx'
import readerClasses from '../story/story-reader.module.css'
import { ChangeEvidence } from './change-evidence.tsx'
import { ComparedStatements } from './compared-statements.tsx'
import classes from './comparison-reader.module.css'
import { RevisedValues } from './revised-values.tsx'
import { TotalParts } from './total-parts.tsx'

export function ComparisonReader({ comparison }: { readonly comparison: Comparison }) {
  const texts = useTexts()
  const changes = useMemo(() => new Map(comparison.changes.map((change) => [change.id, change])), [comparison])
  const [number, setNumber] = useState<StatedNumber | null>(null)
  const opener = useRef<Element | null>(null)
  const ask = useCallback((asked: StatedNumber) => {
    opener.current = document.activeElement
    setNumber(asked)
  }, [])
  const close = useCallback(() => {
    setNumber(null)
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
  }, [])
  const { before, after, headline } = comparison
  const asked = number === null ? null : keyOfNumber(number)
  const change = number === null ? undefined : changes.get(number.evidence)
  const now = new Date()
  const said = (paragraph: Paragraph) => (
    <Prose text={paragraph.text} numbers={paragraph.numbers} asked={asked} onAsk={ask} />
  )
  return (
    <div className={classes.layout} data-evidence={number !== null || undefined}>
      <article className={readerClasses.story}>
        <header className={readerClasses.head}>
          <h1 className={classes.kicker}>{texts.comparison.title}</h1>
          <p className={classes.headline} data-testid="comparison-headline">
            {said(headline)}
          </p>
          <dl className={classes.versions}>
            {[
              { story: before, label: texts.comparing.before },
              { story: after, label: texts.comparing.after },
            ].map(({ story, label }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Link to={{ screen: 'story', id: story.id, anchor: null }}>{story.sourceName}</Link>
                  <span>{texts.story.told({ moment: formatMoment(story.createdAt, now) })}</span>
                </dd>
              </div>
            ))}
          </dl>
          <div className={classes.actions} data-print="hide">
            <Button
              variant="default"
              leftSection={<IconArrowsExchange size={17} />}
              onClick={() => navigate({ screen: 'compare', before: after.id, after: before.id })}
            >
              {texts.comparing.swap}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              onClick={() => navigate({ screen: 'compare', before: null, after: after.id })}
            >
              {texts.comparing.withAnother}
            </Button>
          </div>
        </header>
        {sectionsOf(comparison).map((section) => (
          <section key={section.role} className={readerClasses.part} aria-labelledby={`compare-${section.role}`}>
            <h2 id={`compare-${section.role}`} className={readerClasses.heading}>
              {section.heading}
            </h2>
            <div className={classes.body} data-role={section.role}>
              {section.paragraphs.map((paragraph) => (
                <p key={paragraph.text} className={classes.paragraph}>
                  {said(paragraph)}
                </p>
              ))}
              <Details role={section.role} comparison={comparison} />
            </div>
          </section>
        ))}
      </article>
      {number !== null && change !== undefined && (
        <ChangeEvidence change={change} number={number} recomputed={comparison.basis === 'tables'} onClose={close} />
      )}
    </div>
  )
}

/** The one sentence is not said twice; a section that has a figure besides keeps its place. */
function sectionsOf(comparison: Comparison): readonly ComparisonSection[] {
  const further = new Map(furtherSections(comparison).map((section) => [section.role, section]))
  return comparison.sections.flatMap((section) => {
    const rest = further.get(section.role)
    if (rest !== undefined) return [rest]
    const hasFigure = section.role === 'totals' && comparison.tables.some(({ totals }) => totals.length > 0)
    return hasFigure ? [{ ...section, paragraphs: [] }] : []
  })
}

function Details({ role, comparison }: { readonly role: ComparisonSection['role']; readonly comparison: Comparison }) {
  switch (role) {
    case 'totals':
      return comparison.tables.map((table) => <TotalParts key={table.after} table={table} />)
    case 'statements':
      return <ComparedStatements comparison={comparison} />
    case 'rows':
      return comparison.tables.map((table) => <RevisedValues key={table.after} table={table} />)
    case 'columns':
    case 'limits':
      return null
  }
}
