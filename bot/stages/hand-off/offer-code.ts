// A button for the code by which a talk goes on elsewhere: on the web, where people leave for the phone, and nobody knows the words.
import type { Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

export const offerCode = ({ message: { channel } }: Turn): readonly Utterance[] =>
  channel === 'web'
    ? [
        {
          kind: 'buttons',
          buttons: [{ key: 'resume.button', choice: { name: 'command', value: 'resume-code' } }],
        },
      ]
    : []
