/** The languages written in Latin letters whose code pages share their bytes, and how each writes its accents. */

export type LatinPage = 'windows-1250' | 'iso-8859-2' | 'windows-1254' | 'windows-1257'

export interface LatinLanguage {
  readonly pages: readonly LatinPage[]
  /** Small letters beyond a to z. */
  readonly letters: string
}

/** Languages that Windows-1252 has no letters for; most written first, since the first that fits is taken. */
export const languagesElsewhere: readonly LatinLanguage[] = [
  { pages: ['windows-1250', 'iso-8859-2'], letters: 'ąćęłńóśźż' },
  { pages: ['windows-1250', 'iso-8859-2'], letters: 'áčďéěíňóřšťúůýž' },
  { pages: ['windows-1250', 'iso-8859-2'], letters: 'áéíóöőúüű' },
  { pages: ['windows-1254'], letters: 'çğıöşüâîûi\u0307' },
  { pages: ['windows-1250', 'iso-8859-2'], letters: 'ăâîşţ' },
  { pages: ['windows-1250', 'iso-8859-2'], letters: 'áäčďéíĺľňóôŕšťúýž' },
  { pages: ['windows-1250', 'iso-8859-2'], letters: 'čćđšž' },
  { pages: ['windows-1257'], letters: 'ąčęėįšųūž' },
  { pages: ['windows-1257'], letters: 'āčēģīķļņšūž' },
]

/**
 * Words of the languages that Windows-1252 is made for, in small letters: which accents each has, and where it writes
 * them. Italian closes a word with its grave accents, Portuguese writes its tilde before few letters, Spanish its ñ before
 * vowels only: that is what tells them from the words of other languages in the same bytes.
 */
export const westernWords: readonly RegExp[] = [
  // German and Dutch
  /^[a-zäöüßéëï]+$/u,
  // French
  /^(?:[a-zàâéèêëîïôûüæ]|ç(?=[aouâôû])|œ(?=[uitdls])|ÿ$|(?<=o)ù$)+$/u,
  // Spanish
  /^(?:[a-záéíóúü]|ñ(?=[aeiouáéíóú]))+$/u,
  // Portuguese
  /^(?:[a-záàâéêíóôúü]|ç(?=[aouãõáâóôú])|ã(?=[oes]|$)|õ(?=[es]))+$/u,
  // Italian
  /^[a-zéí]*[àèéìòù]?$/u,
  // Catalan
  /^(?:[a-zàèéíïòóúü·]|ç(?=[aou]|$))+$/u,
  // Danish and Norwegian
  /^(?:[a-zøåéôêèò]|(?<!i)æ)+$/u,
  // Swedish and Finnish
  /^[a-zåäöéü]+$/u,
]

/** A language whose words are those of another in other bytes: it holds where it suits a text as a whole. */
export interface WesternText {
  readonly word: RegExp
  /** Accents that no text of several words does without. */
  readonly among: RegExp
}

export const westernTexts: readonly WesternText[] = [
  // Icelandic and Faroese
  { word: /^[abd-prs-vxyáéíóúýðþæöø]+$/u, among: /[áéíóúæø]/u },
  // Estonian
  { word: /^[abd-prs-vzäöüõšž]+$/u, among: /[äöüõ]/u },
]
