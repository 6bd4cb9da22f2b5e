import { describe, expect, test } from 'vitest'
import { plainComma } from '../../../../../src/workers/tables/delimited/dialect.ts'
import { detectLayout } from '../../../../../src/workers/tables/delimited/layout.ts'
import { tokenize } from '../../../../../src/workers/tables/delimited/tokenizer.ts'

const layoutOf = (text: string) => detectLayout(tokenize(text, plainComma), ',')
const headerOf = (text: string) => layoutOf(text).header

describe('a header of two rows', () => {
  const body = 'N,10,100.5,12,130.5\nS,20,210.5,22,240\nE,30,290,31,310\n'

  test('joins groups with what stands below them', () => {
    const joined = ['Region', '2022 Units', '2022 Revenue', '2023 Units', '2023 Revenue']
    expect(headerOf(`Region,2022,,2023,\n,Units,Revenue,Units,Revenue\n${body}`)).toEqual(joined)
    expect(headerOf(`Region,2022,2022,2023,2023\nRegion,Units,Revenue,Units,Revenue\n${body}`)).toEqual(joined)
    expect(layoutOf(`Region,2022,,2023,\n,Units,Revenue,Units,Revenue\n${body}`)).toMatchObject({
      headerRows: 2,
      dataStart: 2,
    })
  })

  test('puts units in brackets', () => {
    expect(headerOf('Time,Temp,Pressure\ns,°C,[kPa]\n0,20.0,101.3\n1,20.1,101.4\n2,20.2,101.5\n')).toEqual([
      'Time (s)',
      'Temp (°C)',
      'Pressure (kPa)',
    ])
  })

  test('is not seen in a first record of words, of gaps, or of the header again', () => {
    expect(layoutOf('a,b,c\nx,y,z\nu,v,w\np,q,r\n').headerRows).toBeLessThan(2)
    expect(layoutOf('a,b,c\nx,n/a,-\nu,1,2\np,3,4\n').headerRows).toBeLessThan(2)
    expect(layoutOf('a,b\nx,tbc\nu,1\np,3\n').headerRows).toBeLessThan(2)
    expect(layoutOf('a,b,c\na,b,c\n7,1,2\n8,3,4\n').headerRows).toBeLessThan(2)
  })
})

describe('a header with separators too many', () => {
  test('keeps its names', () => {
    expect(headerOf('a,b,c,\n1,2,3\n4,5,6\n')).toEqual(['a', 'b', 'c'])
    expect(headerOf('date,,time,qty\n2024-01-01,10:00,5\n2024-01-02,11:00,6\n')).toEqual(['date', 'time', 'qty'])
  })
})

describe('names that end in a number', () => {
  test('are no periods, however many there are', () => {
    for (const word of ['column', 'Question', 'sensor']) {
      const names = Array.from({ length: 2_500 }, (_, index) => `${word} ${index + 1}`)
      const row = names.map((_, index) => (index * 7) % 90).join(',')
      expect(headerOf(`${names.join(',')}\n${row}\n${row}\n${row}\n`)).toEqual(names)
    }
  })
})
