/** Finds English in what should be said in another language. */

/** Words without which hardly an English sentence does, and that no German one has. */
const functionWords = new Set(
  `the of and or is are were with without than that this these those which from by to for not it its they their there
  has have had been be at on as but each every both most more less between below above when where while into among
  rows row columns column values value number average mean month months year years week weeks day days hours
  higher lower highest lowest rose fell one two other others only whole first last against group groups
  jobs table tables page pages chart file files read written found shown said`.split(/\s+/u),
)

/** Every such word of a text, in order. */
export function englishIn(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}_'’-])[a-z]+(?![\p{L}\p{N}_'’-])/giu)]
    .map(([word]) => word)
    .filter((word) => functionWords.has(word.toLowerCase()))
}
