import { fileFaults } from '../../../bot/contracts/store/file-shelf'
import { wordFileRefusal } from '../../../bot/files/word-file-refusal'
import { shippedContent } from '../../support/test-bot'

const limits = { megabytes: 10, files: 3 }

test('every fault of a file has a sentence of its own in each language', async () => {
  const { city } = await shippedContent()
  const sentences = [...fileFaults, 'too-many' as const, 'too-slow' as const].flatMap((why) =>
    city.languages.map((language) => wordFileRefusal(city, limits, why, language)),
  )
  expect(new Set(sentences).size).toBe(city.languages.length * (fileFaults.length + 2))
  for (const sentence of sentences) expect(sentence).toMatch(/^\p{L}.+\.$/u)
})

test('the sentences name the limits that hold', async () => {
  const { city } = await shippedContent()
  expect(wordFileRefusal(city, limits, 'too-large', 'sv')).toContain('högst 10 MB')
  expect(wordFileRefusal(city, limits, 'too-many', 'en')).toContain('3 at most')
})
