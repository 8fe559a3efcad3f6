import { isSignedByTwilio, twilioSignature } from '../../../adapters/sms/twilio-signature'

// https://www.twilio.com/docs/usage/security: the published example.
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const form = new URLSearchParams({
  CallSid: 'CA1234567890ABCDE',
  Caller: '+12349013030',
  Digits: '1234',
  From: '+12349013030',
  To: '+18005551212',
})
const signature = '0/KCTR6DLpKmkAf8muzZqo1nDgQ='

test('the published example has the published signature', () => {
  expect(twilioSignature('12345', url, form).toString('base64')).toBe(signature)
  expect(isSignedByTwilio(signature, ['12345'], url, form)).toBe(true)
})

test('either token is good while one is changed for the other', () => {
  expect(isSignedByTwilio(signature, ['new', '12345'], url, form)).toBe(true)
  expect(isSignedByTwilio(signature, ['new', 'other'], url, form)).toBe(false)
})

test('the order of the fields does not matter, each of their values does', () => {
  const turned = new URLSearchParams([...form].reverse())
  expect(isSignedByTwilio(signature, ['12345'], url, turned)).toBe(true)
  for (const name of form.keys()) {
    const changed = new URLSearchParams(form)
    changed.set(name, 'x')
    expect(isSignedByTwilio(signature, ['12345'], url, changed)).toBe(false)
    changed.delete(name)
    expect(isSignedByTwilio(signature, ['12345'], url, changed)).toBe(false)
  }
  const more = new URLSearchParams([...form, ['Extra', '1']])
  expect(isSignedByTwilio(signature, ['12345'], url, more)).toBe(false)
})

test('a field that comes several times counts with its different values, and an empty one with its name', () => {
  const sign = (pairs: [string, string][]) =>
    twilioSignature('t', 'https://a.se/', new URLSearchParams(pairs)).toString('base64')
  expect(
    sign([
      ['a', '2'],
      ['a', '1'],
      ['a', '2'],
    ]),
  ).toBe(
    sign([
      ['a', '1'],
      ['a', '2'],
    ]),
  )
  expect(sign([['a', '']])).not.toBe(sign([]))
  expect(sign([['Body', 'åäö 😀\n']])).not.toBe(sign([['Body', 'åäö 😀']]))
})

test.each([
  undefined,
  '',
  'x',
  '0/KCTR6DLpKmkAf8muzZqo1nDgQ',
  `${signature}=`,
  'A'.repeat(27) + '=',
  ` ${signature}`,
])('"%s" is no signature', (given) => {
  expect(isSignedByTwilio(given, ['12345'], url, form)).toBe(false)
})
