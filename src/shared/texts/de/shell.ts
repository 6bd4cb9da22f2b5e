/** Was rund um das Fenster steht: Menüs, Dialoge und die übrigen Seiten der Browser-Fassung. */
export const shell = {
  pages: {
    notYours: {
      title: 'Dieses Fenster ist noch nicht freigegeben',
      text: 'Bitte die ganze Adresse öffnen, die Storyglass beim Start ausgegeben hat, mit dem Schlüssel darin.',
    },
    usedUp: { title: 'Nicht mehr vorhanden', text: 'Dieser Download ist verbraucht. Bitte noch einmal exportieren.' },
    notFound: { title: 'Nicht gefunden', text: 'Diese Seite gibt es nicht.' },
  },
  notStarted: 'Storyglass ließ sich nicht starten.',
  menu: { file: '&Datei', open: 'Öffnen …', view: '&Ansicht', help: '&Hilfe' },
  dialogs: {
    openFiles: 'Dateien öffnen',
    watch: 'Datei oder Ordner beobachten',
    export: 'Exportieren',
    filters: { both: 'Tabellen und Dokumente', tables: 'Tabellen', documents: 'Dokumente', all: 'Alle Dateien' },
    formats: {
      html: 'Webseite',
      md: 'Markdown',
      txt: 'Reiner Text',
      csv: 'Tabelle (CSV)',
      parquet: 'Tabelle (Parquet)',
      json: 'Daten (JSON)',
      'md-charts': 'Markdown mit Diagrammen (ZIP)',
      sql: 'SQL und Tabellen (ZIP)',
      zip: 'Alles (ZIP)',
      pdf: 'PDF',
      pptx: 'PowerPoint-Präsentation',
      xlsx: 'Excel-Arbeitsmappe',
    },
  },
} as const
