// Draws of a fair lottery: every column independent of every other and of time. There is nothing to find.
import { days, isoDate, pick, uniform } from './random.mjs'

const machines = ['Amber', 'Birch', 'Cedar', 'Dune'].map((name) => [name, 1])
const hosts = ['Ines', 'Jonas', 'Karim', 'Lotte', 'Milan'].map((name) => [name, 1])

export function lottery() {
  const next = uniform(777)
  const lines = ['drawn_on,machine,host,ball_one,ball_two,ball_three,tickets']
  for (const date of days('2022-01-01', 1400)) {
    const ball = () => 1 + Math.floor(next() * 49)
    const tickets = 20_000 + Math.floor(next() * 10_000)
    lines.push([isoDate(date), pick(next, machines), pick(next, hosts), ball(), ball(), ball(), tickets].join(','))
  }
  return `${lines.join('\n')}\n`
}
