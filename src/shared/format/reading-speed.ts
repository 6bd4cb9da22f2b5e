/** Silent reading of English non-fiction by adults: Brysbaert, "How many words do we read per minute?" (2019). */
export const wordsAMinute = 238

/**
 * The same of another language, whose words are longer or shorter: by how the same texts are read in both. The ratio of
 * German to English, 179 to 228 words, is that of Trauzettel-Klosinski & Dietz, "Standardized assessment of reading
 * performance: the new International Reading Speed Texts IReST" (2012). English for a language not known here.
 */
export function wordsAMinuteIn(language: string): number {
  return language === 'de' ? Math.round((wordsAMinute * 179) / 228) : wordsAMinute
}
