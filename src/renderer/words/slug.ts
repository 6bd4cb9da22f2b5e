/** Names of places within a story, from its headings. */

/** One slug a heading, unique among them; a heading without letters gets its place in the order. */
export function slugsOf(headings: readonly string[]): readonly string[] {
  const used = new Set<string>()
  return headings.map((heading, index) => {
    const plain = heading
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{Mark}/gu, '')
      .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
    const base = plain === '' ? `section-${index + 1}` : plain
    let slug = base
    for (let count = 2; used.has(slug); count += 1) slug = `${base}-${count}`
    used.add(slug)
    return slug
  })
}
