/** What stands around a failure's own sentence. */
export const failureNote = {
  technicalDetails: 'Technical details',
  code: 'Code',
  reason: 'Reason',
  detail: 'Detail',
} as const
