/** The last word on markup that is shown: no script, no style, nothing fetched, no name that meets one of ours. */
import sanitize from 'sanitize-html'
import { allowedClasses, allowedTags, idPrefix, maxDepth, withoutText } from '../../../shared/document/markup.ts'

const anywhere = ['id', 'lang', 'dir']
/** As `SafeMarkup` writes them. */
const attributes: Readonly<Record<string, string[]>> = {
  '*': anywhere,
  a: ['href', 'rel'],
  img: ['src', 'alt'],
  ol: ['start'],
  table: ['data-table'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
}

/**
 * For one page of markup that `SafeMarkup` and `FlowWriter` have written, and changes nothing in it: a second look, by
 * a library many depend on, in case they ever let something through. Takes as long as its input is large and cannot be
 * interrupted, so it is for a page, not for a document.
 */
export function sanitise(page: string): string {
  return sanitize(page, {
    allowedTags: [...allowedTags],
    nonTextTags: [...withoutText],
    allowedAttributes: { ...attributes },
    allowedClasses: Object.fromEntries(Object.entries(allowedClasses).map(([name, classes]) => [name, [...classes]])),
    allowedSchemes: ['http', 'https', 'mailto'],
    // Images are files beside the document, or data.
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    // A page is put into its own elements once more than they are deep.
    nestingLimit: maxDepth + 1,
    parseStyleAttributes: false,
    exclusiveFilter: ({ tag, attribs }) =>
      (attribs.id !== undefined && !attribs.id.startsWith(idPrefix)) ||
      (tag === 'a' && attribs.href !== undefined && !/^(?:https?:\/\/|mailto:|#doc-)/iu.test(attribs.href)),
  })
}
