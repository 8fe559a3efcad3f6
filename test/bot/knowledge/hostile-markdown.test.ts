// Whatever an article holds: what comes out as an answer is paragraphs, lists, bold text and https links.
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { answerFromArticle } from '../../../bot/knowledge/answer-from-article'
import { check, english, swedish } from './sound-article'

const city = { languages: ['sv', 'en'] }
const allowedTag = /^<(?:\/?(?:p|ul|ol|li|strong)|\/a|a href="https:\/\/[^"\s]+\.[^"\s]+")>$/

/** Renders as loosely as anyone could: HTML as it is, every link taken. */
const loose = new MarkdownIt({ html: true })
loose.validateLink = () => true

const answerTo = (body: string): string | undefined => {
  const head = swedish.text.slice(0, swedish.text.lastIndexOf('---\n') + 4)
  const article = check([{ ...swedish, text: head + body }, english]).articles.get('elda')
  if (article === undefined) return undefined
  const answer = answerFromArticle(article, 'sv', { today: '2026-11-24', city })
  return answer.kind === 'answer' ? answer.text : undefined
}

test.each([
  '<script>alert(1)</script>',
  'Hej <img src=x onerror=alert(1)>',
  'Hej [du](javascript:alert(1))',
  'Hej [du](JaVaScRiPt:alert(1))',
  'Hej [du](java&#115;cript:alert(1))',
  'Hej [du](data:text/html;base64,PHNjcmlwdD4=)',
  'Hej [du](vbscript:x)',
  'Hej [du](//evil.se)',
  'Hej [du](/intern)',
  'Hej [du](https://helsingborg.se@evil.se)',
  'Hej <javascript:alert(1)>',
  'Hej [du][1]\n\n[1]: javascript:alert(1)',
  'Hej ![du](javascript:alert(1))',
  'Hej\n\n- <iframe src=//evil.se>',
  'Hej &lt;script&gt;',
  'Hej <!-- dold -->',
])('nothing of "%s" is answered', (body) => {
  expect(answerTo(body)).toBeUndefined()
})

test('a harmless body is answered', () => {
  expect(answerTo('Hej **du**. [Läs](https://example.se/a).\n\n1. Ett\n2. Två')).toContain('Hej **du**')
})

const pieces = fc.constantFrom(
  'Hej',
  ' ',
  '\n',
  '\n\n',
  '- ',
  '1. ',
  '**',
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '](',
  '<',
  '>',
  '/',
  '&',
  ';',
  '\\',
  '"',
  '!',
  '#',
  '=',
  ':',
  'javascript:',
  'https://',
  'https://a.se',
  'http://a.se',
  '<b>',
  '</b>',
  '<a href=x>',
  '<!--',
  '-->',
  '&lt;',
  '&#60;',
  '[a](https://a.se)',
  '[a](javascript:b)',
  '[a]: ',
  '    ',
  '> ',
  '|',
  '~~',
  '\t',
  '\r',
  '\u200B',
)

test('no mix of marks brings another tag or link into an answer', () => {
  let answered = 0
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 14 }), (parts) => {
      const answer = answerTo(`Hej ${parts.join('')}`)
      if (answer === undefined) return
      answered += 1
      const tags = loose.render(answer).match(/<[^>]*>/g) ?? []
      expect(tags.filter((tag) => !allowedTag.test(tag))).toEqual([])
    }),
    { seed: 20261124, numRuns: 3000 },
  )
  expect(answered).toBeGreaterThan(300)
})
