/** Sentences of licences, imprints and copyright notices: true of the document as a thing, and nothing it says. */
import type { Sentence } from './ranking/sentence.ts'
import type { Heading } from './text/heading-roles.ts'
import { knownHeading, withoutNumber } from './text/known-headings.ts'

/** Who has the rights, and since when. */
const copyright =
  /©\s*\d{4}|\(c\)\s*\d{4}|\bcopyright\b[^.]{0,20}\d{4}|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati/iu
/** What others may do with it. */
const permission =
  /permission is (?:hereby )?granted|copy, distribute and\/or modify|copy of (?:the|this) licen[sc]e|licen[sc]ed under the|under the terms of (?:the|this) [^.]{0,60}licen[sc]e|redistribu\S*\s[^.]{0,100}\b(?:licen[cçs]|lizenz)/iu
const legalHeading =
  /^(?:copying(?: information| conditions)?|copyright.*|licen[sc]es?|(?:software |end[- ]user )?licen[sc]e agreement|.{0,40}\b(?:public|documentation|apache|mit|bsd|creative commons)\b.{0,20}licen[sc]e.{0,20}|impressum|imprint|legal (?:notice|information)s?|disclaimer|colophon|rechtliche hinweise|mentions légales|aviso legal|note legali)$/iu
/** Shorter documents have no page of their own for their imprint. */
const fewestPages = 5
const lastImprintPage = 5
const mostWordsOfImprint = 250
/** A document of which more than this is legal text is about law. */
const mostShare = 0.4

/**
 * Places in `sentences` that are not to be quoted; none where the document is a licence itself. `spared` are those of a
 * summary, which may stand beside a notice on the title page.
 */
export function legalSentences(
  sentences: readonly Sentence[],
  headings: readonly Heading[],
  spared: ReadonlySet<number>,
  pageCount: number,
): ReadonlySet<number> {
  const found = new Set<number>()
  const claims = sentences.filter(({ text }) => copyright.test(text))
  const said = new Set([...claims, ...sentences.filter(({ text }) => permission.test(text))])
  // Such a sentence is rarely the only one of its paragraph.
  const paragraphs = new Set([...said].map(({ paragraph }) => paragraph))
  const imprints = pageCount < fewestPages ? new Set<number>() : imprintPages(sentences, claims)
  const isLegalSection = sectionsOf(headings)
  for (const [place, sentence] of sentences.entries()) {
    const at = sentence.places[0]
    if (at === undefined) continue
    const isBeside = paragraphs.has(sentence.paragraph) || imprints.has(at.page)
    if (isLegalSection(at.page, at.start) || said.has(sentence) || (isBeside && !spared.has(place))) found.add(place)
  }
  return found.size > mostShare * sentences.length ? new Set() : found
}

/** Pages at the beginning that claim copyright and say little else. */
function imprintPages(sentences: readonly Sentence[], claims: readonly Sentence[]): Set<number> {
  const pageOf = (sentence: Sentence): number => sentence.places[0]?.page ?? 0
  const pages = new Set(claims.map(pageOf).filter((page) => page <= lastImprintPage))
  for (const page of pages) {
    const words = sentences.reduce((sum, sentence) => sum + (pageOf(sentence) === page ? sentence.words : 0), 0)
    if (words > mostWordsOfImprint) pages.delete(page)
  }
  return pages
}

/** Whether a place stands under a legal heading, or under one below it. Asked in the order of the document. */
function sectionsOf(headings: readonly Heading[]): (page: number, start: number) => boolean {
  const placed = headings.flatMap(({ title, level, lines: [line] }) =>
    line === undefined ? [] : [{ level, page: line.page, start: line.start, isLegal: isLegal(title) }],
  )
  let next = 0
  /** Of the legal heading one is under. */
  let under: number | null = null
  return (page, start) => {
    for (let heading = placed[next]; heading !== undefined; heading = placed[next]) {
      if (heading.page > page || (heading.page === page && heading.start > start)) break
      if (under === null || heading.level <= under) under = heading.isLegal ? heading.level : null
      next += 1
    }
    return under !== null
  }
}

function isLegal(title: string): boolean {
  const bare = withoutNumber(title.replaceAll(/\s+/gu, ' ').trim())
  return legalHeading.test(bare) || (knownHeading(title) === 'aside' && /licen[sc]e|copyright/iu.test(bare))
}
