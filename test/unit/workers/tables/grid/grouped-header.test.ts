import { expect, it } from 'vitest'
import { groupedHeader } from '../../../../../src/workers/tables/grid/grouped-header.ts'

const rows = (...lines: readonly string[]): string[][] => lines.map((line) => line.split(','))

it('names over the columns to their right, beside names that stand alone', () => {
  expect(groupedHeader(rows('Date,Travel,,,Other', ',Air,Rail,Taxi,', '1 May,,5,,'))).toEqual({
    rows: 2,
    names: ['Date', 'Travel Air', 'Travel Rail', 'Travel Taxi', 'Other'],
  })
})

it('a blank row may stand between', () => {
  expect(groupedHeader(rows('Date,Travel,,Other', ',,,', ',Air,Rail,', '1 May,,5,'))?.rows).toBe(3)
})

it('three levels, where a group ends at the next name above it', () => {
  expect(
    groupedHeader(rows('Org,Staff,,,,Costs,', ',A,,B,,Pay,Fees', ',heads,full,heads,full,,', 'X,1,2,3,4,5,6')),
  ).toEqual({
    rows: 3,
    names: ['Org', 'Staff A heads', 'Staff A full', 'Staff B heads', 'Staff B full', 'Costs Pay', 'Costs Fees'],
  })
})

it('the same names below each group, years among them', () => {
  const names = ['Region', 'Men 2020', 'Men 2021', 'Women 2020', 'Women 2021']
  expect(groupedHeader(rows(',Men,,Women,', 'Region,2020,2021,2020,2021', 'N,10,11,12,13'))).toEqual({ rows: 2, names })
  expect(groupedHeader(rows('Region,Men,,Women,', ',2020,2021,2020,2021', 'N,10,11,12,13'))).toEqual({ rows: 2, names })
})

it.each([
  ['figures come again below each group', rows('Region,Men,,Women,', 'N,10,11,10,11', 'S,1,2,3,4')],
  ['years differ below the groups', rows('Region,Men,,Women,', 'N,2020,2021,2022,2023', 'S,1,2,3,4')],
  ['a record follows', rows('a,b,c', '1,2,3')],
  ['a record of words with gaps follows', rows('a,b,c', ',x,y', 'z,,')],
  ['a record follows a header with a spare cell', rows('a,b,', 'x,y,z')],
  ['figures stand in the gaps', rows('Date,Travel,,Other', ',5,6,', '1 May,,5,')],
  ['the label of the row stands once', rows('Region,Sales,', 'North,big,small', ',large,tiny')],
  ['the first name is missing', rows(',b,,c', ',x,y,')],
])('is no header of several rows where %s', (_, given) => {
  expect(groupedHeader(given)).toBeNull()
})
