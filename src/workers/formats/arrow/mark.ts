/** First bytes of an Arrow file; a stream has none. */
export const fileMark = 'ARROW1'
