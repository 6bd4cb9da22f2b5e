/** What a workbook may ask of this machine before it counts as built to exhaust it. All are far above what Excel writes. */

/** Unpacked bytes of a part that is read as a whole: workbook, relationships, styles. */
export const maxSmallPartBytes = 48 * 1024 * 1024

/** One tag, or one run of text between tags. Excel allows a cell 32,767 characters. */
export const maxTokenBytes = 8 * 1024 * 1024

/** Text of one shared or inline string after unescaping. */
export const maxTextLength = 4 * 1024 * 1024

/** Nesting of elements; real sheets stay below 20. */
export const maxDepth = 200

/** Bytes of shared text held in memory while a workbook is read. */
export const maxSharedTextBytes = 192 * 1024 * 1024

/** Distinct shared strings. */
export const maxSharedStrings = 12_000_000

/** Excel's own bounds of a sheet. */
export const maxRows = 1_048_576
export const maxColumns = 16_384

/** Of a table to convert: the database that writes it needs memory for each column, however few rows there are. */
export const maxTableColumns = 3000

/** Of one workbook; a person can still name a sheet behind them. */
export const maxTablesConverted = 150

/**
 * Characters of shared texts in the cells of one sheet, each counted as often as it stands there. A million rows of twenty
 * texts of twenty letters have 400 million.
 */
export const maxRepeatedCharacters = 1024 * 1024 * 1024
