/** Headings whose words say what stands under them, in the languages that are known here. */
import { plain } from './lines.ts'

const words = {
  abstract: [
    'abstract',
    'summary',
    'executive summary',
    'management summary',
    'synopsis',
    'key points',
    'highlights',
    'zusammenfassung',
    'kurzfassung',
    'kurzzusammenfassung',
    'überblick',
    'résumé',
    'synthèse',
    'resumen',
    'resumen ejecutivo',
    'riassunto',
    'sommario',
    'sintesi',
    'resumo',
    'sumário executivo',
    'samenvatting',
  ],
  introduction: ['introduction', 'einleitung', 'einführung', 'introducción', 'introduzione', 'introdução', 'inleiding'],
  conclusion: [
    'conclusion',
    'conclusions',
    'concluding remarks',
    'discussion',
    'conclusion and outlook',
    'summary and conclusions',
    'summary and discussion',
    'conclusions and outlook',
    'fazit',
    'schluss',
    'schlussfolgerung',
    'schlussfolgerungen',
    'ausblick',
    'conclusión',
    'conclusiones',
    'conclusione',
    'conclusioni',
    'conclusão',
    'conclusões',
    'conclusie',
    'conclusies',
    'bilan',
  ],
  contents: [
    'contents',
    'table of contents',
    'list of figures',
    'list of tables',
    'index',
    'inhalt',
    'inhaltsverzeichnis',
    'abbildungsverzeichnis',
    'tabellenverzeichnis',
    'table des matières',
    'sommaire',
    'índice',
    'tabla de contenidos',
    'índice general',
    'contenido',
    'indice',
    'sumário',
    'inhoud',
    'inhoudsopgave',
  ],
  references: [
    'references',
    'bibliography',
    'literature',
    'literature cited',
    'works cited',
    'literatur',
    'literaturverzeichnis',
    'quellen',
    'quellenverzeichnis',
    'références',
    'bibliographie',
    'références bibliographiques',
    'referencias',
    'bibliografía',
    'riferimenti',
    'riferimenti bibliografici',
    'bibliografia',
    'referências',
    'literatuur',
    'literatuurlijst',
    'bronnen',
    'referenties',
  ],
  aside: [
    'acknowledgments',
    'acknowledgements',
    'acknowledgement',
    'danksagung',
    'remerciements',
    'agradecimientos',
    'ringraziamenti',
    'agradecimentos',
    'dankwoord',
    'license',
    'licence',
    'copyright',
    'impressum',
    'affiliation',
    'legal notice',
    'disclaimer',
    'colophon',
    'keywords',
    'about the author',
    'about the authors',
    'contributors',
    'gnu free documentation license',
    'gnu general public license',
  ],
} as const

export type KnownHeading = keyof typeof words

const kinds = new Map<string, KnownHeading>(
  (Object.keys(words) as KnownHeading[]).flatMap((kind) => words[kind].map((word) => [word, kind] as const)),
)

/** What a heading says it is, its number left aside; null where it says something of its own. */
export function knownHeading(text: string): KnownHeading | null {
  return kinds.get(plain(withoutNumber(text))) ?? null
}

/** `2.1 Methods`, `IV. Methods`, `Chapter 3: Methods`, `Appendix A. Methods` without what numbers them. */
export function withoutNumber(heading: string): string {
  return heading
    .replace(
      /^(?:chapter|section|part|appendix|kapitel|abschnitt|anhang|teil|chapitre|annexe|capítulo|capitolo|hoofdstuk)\s+(?:\d+|[A-Z]|[IVXLC]+)\b[.:)]?\s*/iu,
      '',
    )
    .replace(/^(?:(?:\d+|[A-Z])(?:\.\d+)+\.?|\d+[.)]?|[A-Z][.)]|[IVXLC]+[.)])\s+(?=\S)/u, '')
    .trim()
}
