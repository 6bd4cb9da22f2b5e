import { describe, expect, it } from 'vitest'
import { atPhase, phaseCalled, shortPhase } from '../../../../src/workers/insights/kinds/seasonality/phases.ts'

/** As the evidence names them, for cycles of a year by month and by week, of a week by day and by hour, of a day. */
const phases = [
  'July',
  'September',
  'early March',
  'mid-March',
  'late May',
  'Friday',
  'Friday 14:00',
  '14:00',
  'Q2',
  '3',
]

describe('a phase of a cycle', () => {
  it('is told with its preposition', () => {
    expect(phases.map((name) => atPhase(name, 'month', 'en').text)).toEqual([
      'in July',
      'in September',
      'in early March',
      'in mid-March',
      'in late May',
      'on Fridays',
      'on Fridays at 14:00',
      'at 14:00',
      'in Q2',
      'in month 3 of the cycle',
    ])
    expect(phases.slice(0, 7).map((name) => atPhase(name, 'month', 'de').text)).toEqual([
      'im Juli',
      'im September',
      'Anfang März',
      'Mitte März',
      'Ende Mai',
      'am Freitag',
      'am Freitag um 14:00',
    ])
  })

  it('is called by itself, and shortly on an axis', () => {
    expect(phases.map((name) => phaseCalled(name, 'en'))).toEqual(phases)
    expect(phases.map((name) => phaseCalled(name, 'de')).slice(2, 7)).toEqual([
      'Anfang März',
      'Mitte März',
      'Ende Mai',
      'Freitag',
      'Freitag 14:00',
    ])
    const onAxis = ['July', 'September', 'Fridays', 'Friday', '17:00', 'Q4', '12']
    expect(onAxis.map((name) => shortPhase(name, 'en'))).toEqual(['Jul', 'Sep', 'Fri', 'Fri', '17:00', 'Q4', '12'])
    expect(onAxis.map((name) => shortPhase(name, 'de'))).toEqual(['Jul', 'Sep', 'Fr', 'Fr', '17:00', 'Q4', '12'])
  })
})
