/** What a packed file may ask of this machine before it counts as built to exhaust it. */

/** Unpacked bytes below which no ratio is held against a file. */
export const freeUnpackedBytes = 64 * 1024 * 1024

/** Above that, all that is unpacked to the packed file. Tables of few different values pack to a hundredth. */
export const maxUnpackRatio = 250

/** All that is unpacked, in bytes. */
export const maxUnpackedBytes = 20 * 1024 ** 3

/** Files of an archive, without folders and what programs leave beside files. */
export const maxArchiveFiles = 2_000

/** Entries of any kind an archive may list. */
export const maxArchiveEntries = 20_000

/** A file may be packed in several ways, one around the other (`.tar.gz`, a `.gz` in a `.zip`). */
export const maxLayers = 3
