// English: somebody who cannot get out of a lift.
export const stuckInLift: readonly string[] = [
  '(stuck|trapped|locked|caught) (in|inside|inside_of) (a|an|the|our|this)? (lift|elevator|lifts|elavator)',
  '(lift|elevator) .. (stopped|stuck|broke|broken|died|halted) .. .. (i_am|im|we|people|someone|mum|dad|inside|in_it|cant_get_out|with_me)',
  '(cant|cannot|cant_get|unable_to) .. (get_out|out|open_the_door) .. (lift|elevator)',
  '(lift|elevator) .. .. (cant|cannot|unable_to) (get_out|open|leave)',
]
