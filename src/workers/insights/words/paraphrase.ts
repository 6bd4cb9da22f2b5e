/** Which of several ways to say a thing: varied between stories, always the same for the same content. */

/** FNV-1a, 32 bits: enough to spread choices, no more. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  // The low bits of FNV are weak for short texts; folding mixes the high ones in.
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

export type Chooser = <Choice>(slot: string, first: Choice, ...others: readonly Choice[]) => Choice

export function chooserFor(content: string): Chooser {
  return (slot, first, ...others) => {
    const choices = [first, ...others]
    return choices[hashText(`${content}\n${slot}`) % choices.length] ?? first
  }
}
