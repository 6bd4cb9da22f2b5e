/** Where Excel puts the list of sheets of a binary workbook: what it is known by. */
export const binaryWorkbookPart = 'xl/workbook.bin'
