/** The engine cannot be heard. */
export const connection = {
  storyglassIsNotAnswering: 'Storyglass is not answering.',
  thisWindowKeepsTryingNothing:
    'This window keeps trying. Nothing you had is lost, and jobs go on as long as Storyglass runs. If it was closed, start it again and open the address it prints: it is a new one each time.',
} as const
