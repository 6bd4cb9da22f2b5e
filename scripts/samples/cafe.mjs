// Daily sales of three cafés: growth at one, weeks and summers, a festival day, and tills that failed now and then.
import { days, isoDate, normal, uniform, wave, yearShare } from './random.mjs'

const sites = [
  { name: 'Harbour', level: 1.25, growthPerYear: 0.14, weekend: 1.45, summer: 0.34 },
  { name: 'Station', level: 1.0, growthPerYear: 0.02, weekend: 0.62, summer: -0.06 },
  { name: 'Market Square', level: 0.74, growthPerYear: 0.03, weekend: 1.12, summer: 0.12 },
]
const products = [
  { name: 'Coffee', orders: 128, price: 3.4 },
  { name: 'Bakery', orders: 71, price: 4.1 },
  { name: 'Lunch', orders: 44, price: 11.8 },
]
/** The harbour festival: by far the best day there ever was. */
const festival = '2024-08-17'

export function cafeSales() {
  const next = uniform(20_230_101)
  const noise = normal(next)
  const lines = ['date,site,product,orders,revenue']
  days('2023-01-01', 1096).forEach((date, index) => {
    const weekday = date.getUTCDay()
    const weekend = weekday === 0 || weekday === 6
    for (const site of sites) {
      const mood = 1 + 0.07 * noise()
      for (const product of products) {
        const expected =
          product.orders *
          site.level *
          (1 + (site.growthPerYear * index) / 365.25) *
          (weekend ? site.weekend : 1) *
          (1 + site.summer * wave(yearShare(date), 0.56)) *
          (isoDate(date) === festival && site.name === 'Harbour' ? 3.1 : 1)
        const orders = Math.max(0, Math.round(expected * mood * (1 + 0.08 * noise())))
        const revenue = orders * product.price * (1 + 0.03 * noise())
        const lost = next() < 0.012
        lines.push([isoDate(date), site.name, product.name, orders, lost ? '' : revenue.toFixed(2)].join(','))
      }
    }
  })
  return `${lines.join('\n')}\n`
}
