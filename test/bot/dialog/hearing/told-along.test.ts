// What the first sentence says for questions in words is not asked again.
import { toldAlong } from '../../../../bot/dialog/hearing/told-along'
import { ask, confirm, dialogOf, end, environment } from '../dialog-builder'

const call = dialogOf([
  ask('topic', { question: 'Vad gäller det? Skriv kort.', length: [3, 200] }),
  ask('wish', { question: 'När passar det bäst att vi ringer?', length: [2, 80], optional: true }),
  ask('phone', { type: 'phone' }),
  confirm('send'),
  end(),
])
const told = (text: string) =>
  Object.fromEntries(toldAlong(call, text, environment).map(({ name, value }) => [name, value]))

test.each<[string, object]>([
  [
    'Kan ni ringa 0701740612 i övermorgon kl 10 om förskola',
    { topic: 'förskola', wish: 'i övermorgon kl 10' },
  ],
  [
    'Can you call me tomorrow at 10 about my invoice, 0701740612',
    { topic: 'my invoice', wish: 'tomorrow at 10' },
  ],
  ['ring mig på fredag angående bygglov', { topic: 'bygglov', wish: 'på fredag' }],
  ['ring mig', {}],
  ['kan ni ringa om det går', {}],
  ['ring mig om en vecka', { wish: 'om en vecka' }],
  [
    'kan någon ringa efter klockan 15 på tisdag om min faktura',
    { topic: 'min faktura', wish: 'efter klockan 15 på tisdag' },
  ],
  ['call me after 3 pm on Friday about my invoice', { topic: 'my invoice', wish: 'after 3 pm on Friday' }],
  ['ring mig om bygglov, jag kan inte på tisdag', { topic: 'bygglov', wish: 'kan inte på tisdag' }],
  ['can you call me on tuesday about an invoice', { topic: 'an invoice', wish: 'on tuesday' }],
  [
    'can someone call me on thursday afternoon about my building permit on 0701740612',
    { topic: 'my building permit', wish: 'on thursday afternoon' },
  ],
  [
    'ring mig på torsdag efter lunch om bygglov på 0701740612',
    { topic: 'bygglov', wish: 'på torsdag efter lunch' },
  ],
  ['ring mig på torsdag, inte på fredag', { wish: 'på torsdag, inte på fredag' }],
])('"%s"', (text, answers) => expect(told(text)).toEqual(answers))

test('nothing is read where no question asks for it', () => {
  const other = dialogOf([ask('kind', { choices: { a: 'Hål', b: 'Halka' } }), end()])
  expect(toldAlong(other, 'ett hål i går om backen', environment)).toEqual([])
})
