import { expect, test } from 'vitest'
import { findBlankRepeats } from '../../../../../src/workers/tables/grid/blank-repeats.ts'

const columns = (text: string, endsGroup: number[] = []): number[] =>
  findBlankRepeats(
    text.split(' / ').map((row) => row.split(',')),
    new Set(endsGroup),
  )

test('a label stands once where the months below it come again for each', () => {
  expect(columns('North,Jan,10 / ,Feb,20 / ,Mar,30 / South,Jan,40 / ,Feb,50 / West,Jan,1 / ,Mar,2')).toEqual([0])
})

test('a label stands once where all groups are of one length', () => {
  expect(columns('North,a,1 / ,b,2 / ,c,3 / South,d,4 / ,e,5 / ,f,6')).toEqual([0])
})

test('a label stands once where each group ends in a subtotal', () => {
  expect(columns('North,a,1 / ,b,2 / South,c,3 / ,d,4 / ,e,5', [2])).toEqual([0])
})

test('a label stands once where most of the first column is blank', () => {
  expect(columns('North,a,1 / ,b,2 / ,c,3 / South,d,4 / ,e,5 / West,f,6')).toEqual([0])
})

test('labels of two levels', () => {
  expect(columns('N,x,1,Jan / ,,2,Feb / ,y,3,Jan / ,,4,Feb / S,x,5,Jan / ,,6,Feb / ,y,7,Jan / ,,8,Feb')).toEqual([0, 1])
})

test('years stand once, too', () => {
  expect(columns('2023,Q1,1 / ,Q2,2 / 2024,Q1,3 / ,Q2,4')).toEqual([0])
})

test('a name that is missing now and then is missing', () => {
  expect(columns('Ann,a,30 / ,b,25 / Bob,c,41 / Cid,d,22 / ,e,28 / Dan,f,39')).toEqual([])
  expect(columns(',a,30 / Ann,b,25 / ,c,41 / Bob,d,22')).toEqual([])
})

test('labels that come again are a column with gaps', () => {
  expect(columns('paid,a,1 / ,b,2 / paid,c,3 / ,d,4 / open,e,5 / ,f,6')).toEqual([])
})

test('figures are never filled down', () => {
  expect(columns('17,a,1 / ,b,2 / ,c,3 / 21,d,4 / ,e,5 / ,f,6')).toEqual([])
})

test('blank rows below a label repeat nothing', () => {
  expect(columns('North,1 / , / , / South,2 / , / ,')).toEqual([])
})
