import type { Names } from '../../names.ts'

export const names = {
  columns: ['the measure predicted', 'the best predictor', 'the next'],
  location: 'the best predictor (details.first)',
  values: {
    explained: 'part of the variance that is predicted, in rows the model has not seen',
    first_importance: 'part of the variance that is lost to the prediction when the best predictor is shuffled there',
    second_importance: 'the same of the next',
    held_out: 'rows the model has not seen',
    columns: 'columns it predicts from',
    n: 'rows looked at',
    p: 'test, on the rows held out, that the model predicts no better than the mean',
  },
  details: {
    measure: 'name of the measure predicted',
    first: 'name of the best predictor',
    second: 'name of the next; null where no other matters more than chance',
    predictors: 'names of all columns it predicts from, as a JSON list in their order',
    sampled: 'true when computed on a part of the rows, chosen by a fixed rule',
  },
} as const satisfies Names
