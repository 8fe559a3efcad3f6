import { nearest } from '../../../bot/yaml/nearest'

test.each([
  ['othr', ['pothole', 'light', 'ice', 'other'], 'other'],
  ['aks', ['say', 'ask', 'end'], 'ask'],
  ['Steps', ['steps', 'start'], 'steps'],
  ['question', ['hint', 'type'], undefined],
  ['x', ['yes', 'no'], undefined],
  ['', ['yes'], undefined],
])('%s → %s', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected)
})
