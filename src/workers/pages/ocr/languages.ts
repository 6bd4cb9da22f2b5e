/** Which of the languages the recogniser has a page is read in. */

/** ISO 639-1 to the codes of Tesseract, which are ISO 639-2/T but for a few. */
const codes: Readonly<Record<string, string>> = {
  ...{ af: 'afr', am: 'amh', ar: 'ara', az: 'aze', be: 'bel', bg: 'bul', bn: 'ben', bs: 'bos', ca: 'cat', cs: 'ces' },
  ...{ cy: 'cym', da: 'dan', de: 'deu', el: 'ell', en: 'eng', eo: 'epo', es: 'spa', et: 'est', eu: 'eus', fa: 'fas' },
  ...{ fi: 'fin', fo: 'fao', fr: 'fra', ga: 'gle', gd: 'gla', gl: 'glg', gu: 'guj', he: 'heb', hi: 'hin', hr: 'hrv' },
  ...{ hu: 'hun', hy: 'hye', id: 'ind', is: 'isl', it: 'ita', ja: 'jpn', ka: 'kat', kk: 'kaz', km: 'khm', kn: 'kan' },
  ...{ ko: 'kor', ky: 'kir', la: 'lat', lb: 'ltz', lo: 'lao', lt: 'lit', lv: 'lav', mi: 'mri', mk: 'mkd', ml: 'mal' },
  ...{ mn: 'mon', mr: 'mar', ms: 'msa', mt: 'mlt', my: 'mya', nb: 'nor', ne: 'nep', nl: 'nld', nn: 'nor', no: 'nor' },
  ...{ oc: 'oci', or: 'ori', pa: 'pan', pl: 'pol', ps: 'pus', pt: 'por', ro: 'ron', ru: 'rus', sa: 'san', sd: 'snd' },
  ...{ si: 'sin', sk: 'slk', sl: 'slv', sq: 'sqi', sr: 'srp', sv: 'swe', sw: 'swa', ta: 'tam', te: 'tel', tg: 'tgk' },
  ...{ th: 'tha', ti: 'tir', tr: 'tur', tt: 'tat', ug: 'uig', uk: 'ukr', ur: 'urd', uz: 'uzb', vi: 'vie', yi: 'yid' },
}
/** More of them take longer and confuse each other's letters. */
const mostLanguages = 3

/**
 * `declared` and `system` are BCP 47 (or null): what the document says it is in, and what this machine speaks. The
 * document's own language alone where it is installed; else English, the machine's, and whatever there is, in that order.
 */
export function languagesFor(declared: string | null, system: string | null, installed: readonly string[]): string[] {
  const own = codeOf(declared, installed)
  if (own !== null) return [own]
  const likely = [codeOf(system, installed), codeOf('en', installed)].filter((code) => code !== null)
  const [first] = installed.filter((code) => !code.includes('_vert'))
  return likely.length > 0 ? [...new Set(likely)].slice(0, mostLanguages) : first === undefined ? [] : [first]
}

function codeOf(tag: string | null, installed: readonly string[]): string | null {
  const [language = '', ...rest] = (tag ?? '').toLowerCase().split(/[-_]/u)
  if (language === 'zh') {
    const traditional = rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part))
    return installed.find((code) => code === (traditional ? 'chi_tra' : 'chi_sim')) ?? null
  }
  const code = codes[language] ?? (/^[a-z]{3}$/u.test(language) ? language : null)
  return code !== null && installed.includes(code) ? code : null
}
