/** Units read from the names of columns, and names that only look as if they had one. */
import { describe, expect, it } from 'vitest'
import { unitInName } from '../../../../src/shared/quantity/unit-in-name.ts'

describe('the unit in a name', () => {
  it.each([
    ['Flipper Length (mm)', 'Flipper Length', 'unit:mm'],
    ['weight(kg)', 'weight', 'unit:kg'],
    ['CO2 (g/km)', 'CO2', 'unit:g/km'],
    ['Höhe [cm]', 'Höhe', 'unit:cm'],
    ['Sales (in EUR)', 'Sales', 'currency:EUR'],
    ['Price ($)', 'Price', 'currency:USD'],
    ['price_usd', 'price', 'currency:USD'],
    ['Umsatz in EUR', 'Umsatz', 'currency:EUR'],
    ['Running_Time_min', 'Running_Time', 'unit:min'],
    ['running time min', 'running time', 'unit:min'],
    ['laenge_cm', 'laenge', 'unit:cm'],
    ['weight in lbs', 'weight', 'unit:lbs'],
    ['Weight_in_lbs', 'Weight', 'unit:lbs'],
    ['temp_max_c', 'temp_max', 'unit:°C'],
    ['wind_speed_kmh', 'wind_speed', 'unit:km/h'],
    ['age_years', 'age', 'unit:years'],
    ['Power (W)', 'Power', 'unit:W'],
  ])('%s is %s, in %s', (name, bare, format) => {
    expect(unitInName(name)).toEqual({ name: bare, format })
  })

  it.each([
    ['a least value', 'temp_min'],
    ['a least value in brackets', 'Temp (min)'],
    ['a rate, whose unit is another', 'price_per_kg'],
    ['nothing but a unit', 'min'],
    ['a sum of the unit itself', 'total kg'],
    ['a count of the unit itself', 'Number of km'],
    ['a plural', 'Student(s)'],
    ['a group', 'Score (A)'],
    ['a percentage, whose sign stays in the name', 'Humidity (%)'],
    ['a scale', 'GDP (billion USD)'],
    ['an area, told in two words', 'Area in sq km'],
    ['a letter that a number would be read with', 'height_m'],
    ['a word that is what is counted', 'working hours'],
    ['the other group', 'sex_m'],
    ['no unit at all', 'IMDB_Votes'],
  ])('is not read from %s', (_, name) => {
    expect(unitInName(name)).toBeNull()
  })
})
