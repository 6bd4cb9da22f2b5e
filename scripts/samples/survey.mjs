// A staff survey: people at home more often are more satisfied, one department is not, and some questions were skipped.
import { normal, pick, uniform } from './random.mjs'

const departments = [
  { name: 'Engineering', size: 190, site: 'Utrecht', budget: 4_150_000, remote: 3.1, mood: 0.4 },
  { name: 'Operations', size: 160, site: 'Rotterdam', budget: 2_480_000, remote: 0.9, mood: 0 },
  { name: 'Sales', size: 120, site: 'Utrecht', budget: 1_960_000, remote: 1.8, mood: 0.2 },
  { name: 'Support', size: 105, site: 'Rotterdam', budget: 1_240_000, remote: 1.6, mood: -1.5 },
  { name: 'Finance', size: 65, site: 'Utrecht', budget: 870_000, remote: 2.2, mood: 0.1 },
]
const comments = [
  ['', 20],
  ['Lunch has improved', 2],
  ['More notice before shifts change, please', 2],
  ['Good team, slow laptops', 2],
  ['The new tooling helps', 1],
  ['Meetings on Fridays should go', 1],
]

/** Two sheets, each `{name, rows}` with the header first. Dates are `Date`s, gaps are null. */
export function staffSurvey() {
  const next = uniform(90_210)
  const noise = normal(next)
  const clamp = (value, low, high) => Math.min(high, Math.max(low, value))
  const rows = []
  for (const department of departments) {
    for (let count = 0; count < department.size; count += 1) {
      const remote = clamp(Math.round(department.remote + 1.1 * noise()), 0, 5)
      const commute = clamp(Math.round(38 + 16 * noise()), 4, 110)
      const tenure = clamp(4.2 + 3.4 * noise(), 0.1, 24)
      const satisfaction = clamp(
        Math.round(5.9 + department.mood + 0.46 * remote - 0.018 * (commute - 38) + 1.25 * noise()),
        0,
        10,
      )
      const workload = clamp(Math.round(3.1 - 0.5 * department.mood + 0.8 * noise()), 1, 5)
      const recommends = next() < clamp(0.1 * satisfaction - 0.08, 0.02, 0.97)
      const answered = new Date(Date.UTC(2025, 2, 3 + Math.floor(next() * 19)))
      const skipped = next() < 0.06
      const comment = pick(next, comments)
      rows.push([
        answered,
        department.name,
        Math.round(tenure * 10) / 10,
        skipped ? null : commute,
        remote,
        satisfaction,
        workload,
        recommends ? 'yes' : 'no',
        comment === '' ? null : comment,
      ])
    }
  }
  // Answers come in as people find the time, not by department.
  const shuffled = rows
    .map((row) => ({ row, place: next() }))
    .sort((a, b) => a.row[0] - b.row[0] || a.place - b.place)
    .map(({ row }, index) => [`R-${String(index + 1).padStart(4, '0')}`, ...row])
  return [
    {
      name: 'Responses',
      rows: [
        [
          'Respondent',
          'Answered on',
          'Department',
          'Years here',
          'Commute (min)',
          'Days remote',
          'Satisfaction',
          'Workload',
          'Would recommend us',
          'Comment',
        ],
        ...shuffled,
      ],
    },
    {
      name: 'Departments',
      rows: [
        ['Department', 'Site', 'People', 'Budget (EUR)'],
        ...departments.map(({ name, site, size, budget }) => [name, site, Math.round(size * 1.24), budget]),
      ],
    },
  ]
}
