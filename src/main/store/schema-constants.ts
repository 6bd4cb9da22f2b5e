/** Constants that are part of the library's schema: they stand in its indexes and row numbers, and cannot change alone. */

/**
 * One level of priority is worth this much waiting: a low job overtakes normal ones that came this much later, so that
 * none is starved. It is part of an index, hence of the schema.
 */
export const ageingStepMs = 600_000

/** Rows of the full-text index a document may have, one a page: more than any document has pages. */
export const documentRows = 1_048_576
