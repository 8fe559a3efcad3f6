// How good the phrases are on texts that nobody looked at while they wrote them. These bounds may only be tightened.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spotEmergency } from '../../../bot/emergency/spot-emergency'

const read = (file: string): readonly string[] =>
  readFileSync(join(__dirname, 'held-out', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text)

const alarmedShare = (file: string): number => {
  const texts = read(file)
  expect(texts.length).toBeGreaterThan(300)
  return texts.filter((text) => spotEmergency(text) !== undefined).length / texts.length
}

test.each([
  ['dev', 0.99, 0],
  ['sealed', 0.87, 0.03],
])(
  'of the texts of the %s half at least %d of the alarms are found, at most %d of the calm',
  (half, recall, most) => {
    expect(alarmedShare(`alarms.${half}.jsonl`)).toBeGreaterThanOrEqual(recall)
    expect(alarmedShare(`calm.${half}.jsonl`)).toBeLessThanOrEqual(most)
  },
)
