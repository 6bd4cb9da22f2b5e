// A weather station as a continental export writes it: semicolons, decimal commas, day first; nine days lost, and a
// humidity sensor that reported −99,9 when it failed.
import { days, normal, uniform, wave, yearShare } from './random.mjs'

const failed = '-99,9'

export function weatherStation() {
  const next = uniform(515_151)
  const noise = normal(next)
  const comma = (value, digits) => value.toFixed(digits).replace('.', ',')
  const lines = ['Date;Temperature (°C);Humidity (%);Pressure (hPa);Wind (m/s);Rain (mm);Wind direction']
  let warmth = 0
  let pressure = 0
  days('2020-01-01', 1827).forEach((date, index) => {
    warmth = 0.72 * warmth + 2.1 * noise()
    pressure = 0.8 * pressure + 4.4 * noise()
    const temperature = 10.4 + 9.2 * wave(yearShare(date), 0.55) + warmth + (0.06 * index) / 365.25
    const wet = next() < 0.34 - pressure * 0.012
    const rain = wet ? Math.max(0.1, 3.4 * Math.abs(noise()) - pressure * 0.16 + 0.6) : 0
    const humidity = Math.min(100, Math.max(24, 74 - 1.15 * (temperature - 10) + (wet ? 11 : 0) + 5 * noise()))
    const wind = Math.max(0.1, 3.6 - pressure * 0.11 + 1.3 * noise())
    const direction = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'][Math.floor(next() * next() * 8 + 5) % 8]
    const broken = next() < 0.008
    // Nine days without power.
    if (index >= 1140 && index < 1149) return
    const [year, month, day] = date.toISOString().slice(0, 10).split('-')
    lines.push(
      [
        `${day}.${month}.${year}`,
        comma(temperature, 1),
        broken ? failed : comma(humidity, 1),
        comma(1013.2 + pressure, 1),
        comma(wind, 1),
        comma(rain, 1),
        direction,
      ].join(';'),
    )
  })
  return `${lines.join('\r\n')}\r\n`
}
