/** Silent reading of English non-fiction by adults: Brysbaert, "How many words do we read per minute?" (2019). */
export const wordsAMinute = 238
