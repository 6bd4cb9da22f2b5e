/** Elements of a document that are shown as others: what they are for is their place, or their look. */

const asBlock = ['address', 'aside', 'center', 'dialog', 'fieldset', 'footer', 'form', 'header', 'hgroup', 'legend']
export const shownAs: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...asBlock, 'main', 'nav', 'search'].map((name) => [name, 'div'])),
  ...{ dir: 'ul', menu: 'ul', strike: 's', tt: 'code' },
}
