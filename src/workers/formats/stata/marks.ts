/** First bytes of a data set. Since release 117 (Stata 13) its parts stand in tags; before, all is told by place. */
export const firstTag = '<stata_dta>'

export function isTagged(head: Buffer): boolean {
  return head.toString('latin1', 0, firstTag.length) === firstTag
}

/** The release (113 to 115), the order of bytes, a one and a zero. */
export function isUntagged(head: Buffer): boolean {
  const [release = 0, order = 0, kind, unused] = head
  return release >= 113 && release <= 115 && (order === 1 || order === 2) && kind === 1 && unused === 0
}
