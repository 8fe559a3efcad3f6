// A button to choose with, where another one may stand in its place a moment later.
import { button } from './element'

/** The second half of a double click is for none: after "no" it would land on a reason. */
export const createChoice = (onPress: () => void): HTMLButtonElement =>
  button('choice', ({ detail }) => {
    if (detail < 2) onPress()
  })
