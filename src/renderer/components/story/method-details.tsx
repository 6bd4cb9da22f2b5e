/** The method in figures: which families of tests were tried, what was kept, how long each stage took. */
import { stageNames } from '../../../shared/job/stage.ts'
import { droppedSentence } from '../../../shared/story/dropped.ts'
import type { Story } from '../../../shared/story/story.ts'
import { useTexts } from '../../stores/language.ts'
import { formatCount, formatElapsed } from '../../words/amounts.ts'
import { formatProbability } from '../../words/evidence.ts'
import { stageWords } from '../../words/stages.ts'
import classes from './table-section.module.css'

export function MethodDetails({ story }: { readonly story: Story }) {
  const texts = useTexts()
  const { method, timings, verified } = story
  const left = droppedSentence(texts, method.dropped)
  return (
    <div className={classes.table}>
      {method.families.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard.
        <section className={classes.frame} tabIndex={0} aria-label={texts.method.familiesOfTests}>
          <table className={classes.columns}>
            <thead>
              <tr>
                <th scope="col">{texts.method.familyOfTests}</th>
                <th scope="col" data-numeric>
                  {texts.method.tried}
                </th>
                <th scope="col" data-numeric>
                  {texts.method.kept}
                </th>
                <th scope="col" data-numeric>
                  {texts.method.familyPSimes}
                </th>
              </tr>
            </thead>
            <tbody>
              {method.families.map((family) => (
                <tr key={family.name}>
                  <th scope="row">{family.name.replaceAll('_', ' ')}</th>
                  <td data-numeric>{formatCount(family.tests)}</td>
                  <td data-numeric data-quiet={family.kept === 0 || undefined}>
                    {family.kept === 0 ? texts.method.none : formatCount(family.kept)}
                  </td>
                  <td data-numeric>{formatProbability(family.simes).replace('= ', '')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className={classes.size} style={{ marginTop: 4 }}>
        {left !== null && `${left} `}
        {texts.method.recomputed({
          ...verified,
          seed: story.seed,
          version: story.engineVersion,
        })}{' '}
        {stageNames
          .map((name) =>
            texts.method.timing({ stage: stageWords('story', name).title, time: formatElapsed(timings[name]) }),
          )
          .join(', ')}
        .
      </p>
    </div>
  )
}
