import { sentencesOf } from '../../../scripts/command/render-findings'

const said = (sv: string): string => sentencesOf({ message: { sv, en: sv } } as never, 'sv')

test.each([
  ['odlingslada.yaml.txt läses inte', 'odlingslada.yaml.txt läses inte.'],
  ['odling3.yaml.txt läses inte', 'odling3.yaml.txt läses inte.'],
  ['min-odling_2.txt läses inte', 'min-odling_2.txt läses inte.'],
  ['"phone" saknas', '"phone" saknas.'],
  ['staden tillåter inte det', 'Staden tillåter inte det.'],
])('"%s" is a sentence that keeps the name of a file as it is', (message, sentence) =>
  expect(said(message)).toBe(sentence),
)
