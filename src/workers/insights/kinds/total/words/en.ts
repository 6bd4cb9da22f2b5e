const each = '{mean} {each} on average, with a median of {median}'

export const en = {
  lookedAt: 'a total and what it comes to a row',
  claim: [`{totalOf} came to {total}{rows}: ${each}`, `the total of {measure} is {total}{rows}: ${each}`],
} as const
