/** Was die Bibliothek auf der Festplatte belegt. */
export const storage = {
  parts: {
    artifacts: 'Tabellen und Dateien von Aufträgen und Storys',
    sources: 'Kopien von Dateien, die als Bytes kamen',
    library: 'Bibliothek',
    backups: 'Sicherungen',
    logs: 'Protokolle',
  },
  inFolder: 'In {folder}',
  measuringTheSizeOnDisk: 'Die Größe auf der Festplatte wird gemessen.',
  onDiskInAll: 'Auf der Festplatte insgesamt',
} as const
