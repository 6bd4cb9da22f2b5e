/** What an archive may ask of this machine before it counts as built to exhaust it. All are far above what Office writes. */

/** Parts of a package; Excel's own largest workbooks have a few thousand. */
export const maxEntries = 20_000

/** Unpacked bytes of a streamed part below which no ratio is held against it. */
export const freeUnpackedBytes = 64 * 1024 * 1024

/** Above that, unpacked to packed. Worksheets of real data unpack to 5 to 25 times their size. */
export const maxUnpackRatio = 120
