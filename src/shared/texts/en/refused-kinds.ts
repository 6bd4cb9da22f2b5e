/** What kinds of file are called that are known and not read, with their article, and what to do with one. */
import type { RefusedKindId } from '../../file-formats/refused.ts'

interface RefusedKindWords {
  readonly name: string
  /** None where its content is nothing that is read, or may be read in another way. */
  readonly advice?: string
}

export const refusedKinds = {
  png: { name: 'a PNG image' },
  jpeg: { name: 'a JPEG image' },
  gif: { name: 'a GIF image' },
  xz: { name: 'an xz archive' },
  sevenZip: { name: 'a 7-Zip archive' },
  rar: { name: 'a RAR archive' },
  featherOne: { name: 'a Feather file of the first version', advice: 'write it again as Feather 2 or Parquet' },
  sas: { name: 'an SAS data set', advice: 'export its data as CSV or Parquet' },
  matlab: { name: 'a MATLAB file', advice: 'export its data as CSV or Parquet' },
  rData: { name: 'an R data file', advice: 'export its data as CSV or Parquet' },
  hdf: { name: 'an HDF5 file', advice: 'export its data as CSV or Parquet' },
  netCdf: { name: 'a netCDF file', advice: 'export its data as CSV or Parquet' },
  orc: { name: 'an ORC file', advice: 'export its data as CSV or Parquet' },
  avro: { name: 'an Avro file', advice: 'export its data as CSV or Parquet' },
  numpy: { name: 'a NumPy array', advice: 'export its data as CSV or Parquet' },
  hyper: { name: 'a Tableau extract', advice: 'export its data as CSV or Parquet' },
  access: { name: 'an Access database', advice: 'export its tables as Excel or CSV' },
  powerBi: { name: 'a Power BI report', advice: 'export its data as Excel or CSV' },
  tiff: { name: 'a TIFF image' },
  elf: { name: 'a program' },
  machO: { name: 'a program' },
  doc: { name: 'a Word 97–2003 document' },
  oldExcel: { name: 'a workbook of Excel 2, 3 or 4', advice: 'save it as .xlsx' },
  ppt: { name: 'a PowerPoint 97–2003 presentation', advice: 'save it as PDF' },
  msg: { name: 'an Outlook message', advice: 'save it as PDF' },
  pptx: { name: 'a PowerPoint presentation', advice: 'save it as PDF' },
  odt: { name: 'an OpenDocument text', advice: 'save it as .docx or PDF' },
  openDocument: { name: 'an OpenDocument file', advice: 'save it as PDF' },
  epub: { name: 'an electronic book (.epub)', advice: 'print it to PDF' },
  iWork: { name: 'a Pages, Numbers or Keynote file', advice: 'export it as PDF, .docx or .xlsx' },
  wordXml: { name: 'an XML document of Word 2003', advice: 'save it as .docx' },
  xml: { name: 'an XML document' },
  rtf: { name: 'a rich text document', advice: 'save it as .docx or PDF' },
  postScript: { name: 'a PostScript document', advice: 'save it as PDF' },
  webArchive: { name: 'a web archive (.mht)', advice: 'save it as a web page' },
  excelBinary: { name: 'an Excel binary workbook (.xlsb)', advice: 'save it as .xlsx' },
  encryptedParquet: { name: 'an encrypted Parquet file', advice: 'save it without encryption' },
  encryptedDuckDb: { name: 'an encrypted DuckDB database', advice: 'export its tables as Parquet' },
  otherDuckDb: { name: 'a DuckDB database of another version of DuckDB', advice: 'export its tables as Parquet' },
} as const satisfies Readonly<Record<RefusedKindId, RefusedKindWords>>
