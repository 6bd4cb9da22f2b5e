/** Footnotes, endnotes and comments over a document that is read in parts: numbered through, and put at its end. */

/** What mammoth writes after the body of each part; no list or item of the body itself has such a name. */
const notesStart = /<ol><li id="(?:footnote|endnote)-/u
const commentsStart = /<dl><dt id="comment-/u
const noteNumber = /(id="(?:footnote|endnote)-ref-[^"]*">\[)(\d+)(?=\])/gu
const commentNumber = /(id="comment-(?:ref-)?[^"]*">(?:Comment )?\[[^\]<]*?)(\d+)(?=\])/gu

export class NoteGatherer {
  readonly #notes: string[] = []
  readonly #comments: string[] = []
  #noteCount = 0
  #commentCount = 0

  /** Gives the body of a part, its notes taken out. */
  take(html: string): string {
    const commentsAt = html.search(commentsStart)
    const comments = commentsAt < 0 ? '' : html.slice(commentsAt)
    const withoutComments = commentsAt < 0 ? html : html.slice(0, commentsAt)
    const notesAt = withoutComments.search(notesStart)
    const notes = notesAt < 0 ? '' : withoutComments.slice(notesAt)
    const body = notesAt < 0 ? withoutComments : withoutComments.slice(0, notesAt)
    const [noteCount, commentCount] = [this.#noteCount, this.#commentCount]
    const renumber = (text: string): string =>
      text
        .replace(noteNumber, (_, before: string, number: string) => `${before}${Number(number) + noteCount}`)
        .replace(commentNumber, (_, before: string, number: string) => `${before}${Number(number) + commentCount}`)
    if (notes !== '') {
      this.#notes.push(renumber(inner(notes, 'ol')))
      this.#noteCount += [...notes.matchAll(/<li id="(?:footnote|endnote)-/gu)].length
    }
    if (comments !== '') {
      this.#comments.push(renumber(inner(comments, 'dl')))
      this.#commentCount += [...comments.matchAll(/<dt id="comment-/gu)].length
    }
    return renumber(body)
  }

  /** Everything taken out, for after the last part. */
  end(): string {
    const notes = this.#notes.length === 0 ? '' : `<ol>${this.#notes.join('')}</ol>`
    return notes + (this.#comments.length === 0 ? '' : `<dl>${this.#comments.join('')}</dl>`)
  }
}

function inner(html: string, name: string): string {
  const end = html.lastIndexOf(`</${name}>`)
  return html.slice(html.indexOf('>') + 1, end < 0 ? html.length : end)
}
