/** What a statement rests on, as the end of a clause: left out where the same was said just before. */
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { based, inBrackets, nothing, type Phrase, say } from './phrase.ts'
import { sharedWords } from './shared/index.ts'

interface Speaking {
  readonly language: TextsTag
  /** What the rows are called. */
  readonly rowPlural: Phrase
}

const wordsOf = ({ language }: Pick<Speaking, 'language'>) => sharedWords.in(language).base

/** ` (344 penguins)`, ` (1990 to 2002, 149 months, 9,880 rows)`. */
export function behind(base: Phrase): Phrase {
  return based(inBrackets(base), base.text)
}

/** ` of 344 penguins`: `half of 344 penguins lie between`, and then `half lie between`. */
export function ofRows(voice: Pick<Speaking, 'language'>, rows: Phrase): Phrase {
  return based(wordsOf(voice).of({ rows }), rows.text)
}

/** ` over 344 penguins`. */
export function overRows(voice: Pick<Speaking, 'language'>, rows: Phrase): Phrase {
  return based(wordsOf(voice).over({ rows }), rows.text)
}

/** `over all 344 penguins`, and then `over all`. */
export function overAllRows(voice: Pick<Speaking, 'language'>, rows: Phrase): Phrase {
  const said = wordsOf(voice)
  return based(said.overAll({ rows }), rows.text, said.overAllOfThem)
}

/** `, 344 penguins`, where it is not the first thing said in brackets. */
export function alsoRows(voice: Pick<Speaking, 'language'>, rows: Phrase): Phrase {
  return based(wordsOf(voice).also({ rows }), rows.text)
}

/** `; 344 penguins`, likewise, apart from what is counted before it. */
export function besidesRows(voice: Pick<Speaking, 'language'>, rows: Phrase): Phrase {
  return based(wordsOf(voice).besides({ rows }), rows.text)
}

/** `151 of 342 penguins`, and then `151 penguins`. */
export function partOfRows(voice: Speaking, own: Phrase, rows: Phrase): Phrase {
  const said = wordsOf(voice)
  return based(said.part({ own, rows }), rows.text, said.partOfThem({ own, rowPlural: voice.rowPlural }))
}

const ofAllMark = 'of all: '

/** A rate of all rows as the end of a clause: left out where it was said before, wherever in the story. */
export function rateOfAll(phrase: Phrase, key: string): Phrase {
  return based(phrase, `${ofAllMark}${key}`)
}

/** A claim that says the rate of all rows itself, so that none says it again behind its own. */
export function sayingRateOfAll(claim: Phrase, key: string): Phrase {
  return say`${claim}${rateOfAll(nothing, key)}`
}

export function isOfAll(key: string): boolean {
  return key.startsWith(ofAllMark)
}
