// What sends an errand, and what must not.
import { readConfirmation } from '../../../../bot/dialog/hearing/read-confirmation'
import { environment } from '../dialog-builder'

const kindOf = (text: string) => readConfirmation(text, environment).kind

test.each([
  'gör det',
  'ok kör på det',
  'Ja, gör så!',
  'okej gör det tack',
  'kör',
  'då gör vi så',
  'ok, do it',
])('"%s" sends it', (text) => expect(kindOf(text)).toBe('confirmed'))

test.each([
  ['gör det inte', 'not-understood'],
  ['ja men gör det dagen efter', 'which'],
  ['ja, det är farligt', 'which'],
  ['hur gör jag det?', 'not-understood'],
])('"%s" does not', (text, kind) => expect(kindOf(text)).toBe(kind))
