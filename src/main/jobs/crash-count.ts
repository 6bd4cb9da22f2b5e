/** How many deaths of the process count against a job: those at which it had come no further than before. */
import { type Milestone, selectFurthestCrash } from '../store/job-events.ts'
import { selectJobStages } from '../store/job-stages.ts'
import type { JobRow } from '../store/jobs.ts'
import type { Library } from '../store/library.ts'

/**
 * One more death over `job`, of which `pages` are read without a gap. A stage or page more than at any death before, and
 * the counting begins anew; as there is an end to both, a job is not tried for ever. A page that kills the process stays
 * the first that is missing, whatever other threads have read beyond it.
 */
export function countCrash(
  library: Library,
  job: JobRow,
  pages: number,
): { readonly crashes: number; readonly reached: Milestone } {
  const reached = { stages: selectJobStages(library, job.id).length, pages }
  const furthest = selectFurthestCrash(library, job.id)
  const cameFurther =
    furthest !== null &&
    (reached.stages > furthest.stages || (reached.stages === furthest.stages && pages > furthest.pages))
  return { crashes: cameFurther ? 1 : job.process_deaths + 1, reached }
}
