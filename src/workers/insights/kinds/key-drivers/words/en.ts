import { isOrMayBe } from '../../../words/shared/en-parts.ts'

export const en = {
  lookedAt: 'which columns predict an amount best',
  soughtFor: { none: 'no columns that predict a measure', some: 'columns that predict a measure' },
  headline: `{measure} ${isOrMayBe} best predicted by {first}`,
  claim: `{measure} ${isOrMayBe} best predicted by {first}, then by {second}: from all {columns, plural, one {# other column} other {# other columns}}, {explained} of its variance is predicted in {heldOut} kept apart (of {n})`,
  importance:
    'with {first} shuffled, {firstImportance} of the variance is lost to the prediction, with {second} {secondImportance}',
  notWhy: 'that one thing predicts another does not say why',
  picture: {
    subject: 'part of the variance of {measure} lost without it',
    column: 'column',
  },
} as const
