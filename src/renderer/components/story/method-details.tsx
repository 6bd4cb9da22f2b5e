/** The method in figures: which families of tests were tried, what was kept, how long each stage took. */
import { stageNames } from '../../../shared/job/stage.ts'
import { droppedSentence } from '../../../shared/story/dropped.ts'
import type { Story } from '../../../shared/story/story.ts'
import { formatCount, formatElapsed } from '../../words/amounts.ts'
import { formatProbability } from '../../words/evidence.ts'
import { stageWords } from '../../words/stages.ts'
import classes from './table-section.module.css'

export function MethodDetails({ story }: { readonly story: Story }) {
  const { method, timings, verified } = story
  const left = droppedSentence(method.dropped)
  return (
    <div className={classes.table}>
      {method.families.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard.
        <section className={classes.frame} tabIndex={0} aria-label="Families of tests">
          <table className={classes.columns}>
            <thead>
              <tr>
                <th scope="col">Family of tests</th>
                <th scope="col" data-numeric>
                  Tried
                </th>
                <th scope="col" data-numeric>
                  Kept
                </th>
                <th scope="col" data-numeric>
                  Family p (Simes)
                </th>
              </tr>
            </thead>
            <tbody>
              {method.families.map((family) => (
                <tr key={family.name}>
                  <th scope="row">{family.name.replaceAll('_', ' ')}</th>
                  <td data-numeric>{formatCount(family.tests)}</td>
                  <td data-numeric data-quiet={family.kept === 0 || undefined}>
                    {family.kept === 0 ? 'none' : formatCount(family.kept)}
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
        {formatCount(verified.matched)} of {formatCount(verified.numbers)} numbers recomputed before saving. Seed{' '}
        {story.seed}, engine {story.engineVersion}.{' '}
        {stageNames.map((name) => `${stageWords.story[name].title} ${formatElapsed(timings[name])}`).join(', ')}.
      </p>
    </div>
  )
}
