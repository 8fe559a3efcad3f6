import fc from 'fast-check'
import { cutText } from '../../../bot/sms/cut-text'
import { smsParts } from '../../../bot/text/sms-parts'

const more = 'Svara MER för resten.'
const sentence = (n: number) => `Mening nummer ${n} handlar om sopor och annat som hör staden till.`
const long = Array.from({ length: 20 }, (_, n) => sentence(n)).join(' ')

test('what fits into three parts goes whole, with its options below', () => {
  expect(cutText('Vad gäller det?', '1 Sopor\n2 Skola', more)).toEqual({
    text: 'Vad gäller det?\n\n1 Sopor\n2 Skola',
  })
  const full = 'a'.repeat(459)
  expect(cutText(full, '', more)).toEqual({ text: full })
})

test('a longer text is cut to two parts where a sentence ends, and says how to get the rest', () => {
  const { text, rest } = cutText(long, '', more)
  expect(smsParts(text).parts).toBe(2)
  expect(text).toMatch(/till\.\n\nSvara MER för resten\.$/)
  expect(`${text.replace(`\n\n${more}`, '')} ${rest}`).toBe(long)
})

test('a line that leads something in goes with it', () => {
  const first = 'Det här är en mening som är ganska lång. '.repeat(6).trim()
  const list = `- ${'en rad som hör ihop med raden ovanför'.repeat(4)}`
  const { text, rest } = cutText(`${first}\n\nSå går det till:\n\n${list}\n${list}`, '', more)
  expect(text).toBe(`${first}\n\n${more}`)
  expect(rest).toBe(`Så går det till:\n\n${list}\n${list}`)
})

test('the options stand below also when the text is cut', () => {
  const { text, rest } = cutText(long, '1 Ja\n2 Nej', more)
  expect(text).toMatch(/\n\nSvara MER för resten\.\n\n1 Ja\n2 Nej$/)
  expect(smsParts(text).parts).toBeLessThanOrEqual(3)
  expect(rest).toBeDefined()
})

test('a question stays whole beside options that take much room', () => {
  const options = Array.from({ length: 12 }, (_, n) => `${n + 1} ${'val '.repeat(9).trim()}`).join('\n')
  expect(cutText('Vad gäller felet?', options, more)).toEqual({ text: `Vad gäller felet?\n\n${options}` })
})

test.each(['Kolla först:\n\n- Har grannen ström?', '- Boka resa: ring samma nummer.'])(
  'no text ends with words that lead in what was cut: %s',
  (lead) => {
    const before = Array.from({ length: 4 }, (_, n) => sentence(n)).join(' ')
    const { text, rest } = cutText(`${before}\n\n${lead} ${long}`, '', more)
    expect(text.replace(`\n\n${more}`, '')).not.toMatch(/:$/)
    expect(rest).toBeDefined()
  },
)

test('one word without end is cut where it must be', () => {
  const { text, rest = '' } = cutText('å'.repeat(1_000), '', more)
  expect(smsParts(text).parts).toBe(2)
  expect(text.replace(`\n\n${more}`, '') + rest).toBe('å'.repeat(1_000))
})

test('whatever the text, nothing of it is lost and no character is divided', () => {
  const words = fc.array(fc.constantFrom('hej', 'då.', '€', '😀', 'å', 'مرحبا', '\n\n', 'lång'), {
    maxLength: 400,
  })
  fc.assert(
    fc.property(words, fc.constantFrom('', '1 Ja\n2 Nej'), (list, tail) => {
      const whole = list.join(' ').trim()
      let left: string | undefined = whole
      let read = ''
      for (let round = 0; left !== undefined && round < 100; round += 1) {
        const { text, rest }: { text: string; rest?: string } = cutText(left, tail, more)
        expect(text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
        if (rest !== undefined) expect(rest.length).toBeLessThan(left.length)
        const shown: string = rest === undefined ? left : left.slice(0, left.length - rest.length)
        expect(text.startsWith(shown.trimEnd())).toBe(true)
        read += shown
        left = rest
      }
      expect(read).toBe(whole)
    }),
    { seed: 7, numRuns: 300 },
  )
})
