import { renderReply } from '../../bot/activities'
import { toMessageId, toReplyId } from '../../bot/contracts/talk/ids'
import type { Reply, Source } from '../../bot/contracts/talk/reply'

const source = (title: string, url: string): Source => ({
  articleId: 'simhallen',
  title,
  url,
  owner: 'Bad och idrott',
  reviewed: '2026-10-19',
})

const reply: Reply = {
  id: toReplyId(toMessageId('m1'), 1),
  text: 'Simhallen är öppen. Ring 042-10 50 00.',
  language: 'sv',
  suggestions: [],
  sources: [],
  asksFeedback: false,
}
const linked = 'Simhallen är öppen. Ring [042-10 50 00](tel:042105000).'
const dygnetOf = (activity: ReturnType<typeof renderReply>): object =>
  (activity.channelData as { readonly dygnet: object }).dygnet

test('no line of a page ends within an amount, and a text message has it as it is', () => {
  const priced = { ...reply, text: 'Det kostar 30 000 kronor.' }
  expect(renderReply(priced).text).toBe('Det kostar 30\u00A0000 kronor.')
  expect(renderReply(priced, { channel: 'sms' }).text).toBe(priced.text)
})

describe('a reply as an activity for Web Chat', () => {
  test('defines each of its sources, whatever is in their titles, and has its words alone beside that', () => {
    const sources = [
      source('Simhallen, "tider" och \\priser', 'https://example.se/a(1)'),
      source('Bad', 'https://example.se/b'),
    ]
    const activity = renderReply({ ...reply, sources }, { definesSources: true })
    expect(activity.text).toBe(
      [
        linked,
        '',
        '[1]: <https://example.se/a(1)> "Simhallen, \\"tider\\" och \\\\priser"',
        '[2]: <https://example.se/b> "Bad"',
      ].join('\n'),
    )
    expect(dygnetOf(activity)).toMatchObject({ text: linked, sources })
    expect(activity.entities).toMatchObject([
      {
        citation: [
          { position: '1', appearance: { url: 'https://example.se/a(1)', name: sources[0]!.title } },
          { position: '2', appearance: { url: 'https://example.se/b', name: 'Bad' } },
        ],
      },
    ])
  })

  test('has no definitions without sources, and for other clients none at all', () => {
    const plain = renderReply(reply, { definesSources: true })
    expect(plain.text).toBe(linked)
    expect(dygnetOf(plain)).not.toHaveProperty('text')
    const elsewhere = renderReply({ ...reply, sources: [source('Bad', 'https://example.se/b')] })
    expect(elsewhere.text).toBe(linked)
    expect(dygnetOf(elsewhere)).not.toHaveProperty('text')
  })

  test('names the person who says it, and has their words without the name', () => {
    const activity = renderReply({ ...reply, text: 'Anna: Hej!', person: { name: 'Anna', text: 'Hej!' } })
    expect(activity.text).toBe('Anna: Hej!')
    expect(dygnetOf(activity)).toMatchObject({ person: { name: 'Anna' }, text: 'Hej!' })
  })
})
