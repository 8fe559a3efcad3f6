// Who may play phones on the simulator's page: nobody whom a proxy may have brought.
import { readSettings } from '../../adapters/settings'
import { isFromHere } from '../../main/only-here'
import { openSimulator } from '../../main/open-sms'

describe('the simulator', () => {
  it.each(['localhost:3978', 'LOCALHOST', '127.0.0.1:80', '[::1]:3978'])(
    'is for who asks %s from here',
    (host) => {
      for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
        expect(isFromHere({ host }, address)).toBe(true)
    },
  )

  it.each([
    ['from another machine', {}, '192.0.2.1'],
    ['from nowhere', {}, undefined],
    ['by the name that residents know', { host: 'chatt.example.se' }, '127.0.0.1'],
    ['by a name that only begins like this machine', { host: 'localhost.example.se' }, '127.0.0.1'],
    ['by no name', { host: undefined }, '127.0.0.1'],
    ['past a proxy that says for whom', { 'x-forwarded-for': '192.0.2.1' }, '127.0.0.1'],
    ['past one that says how', { 'x-forwarded-proto': 'https' }, '127.0.0.1'],
    ['past one that follows RFC 7239', { forwarded: 'for=192.0.2.1' }, '127.0.0.1'],
    ['past one that names itself', { via: '1.1 proxy' }, '127.0.0.1'],
    ['past one as nginx is often set up', { 'x-real-ip': '192.0.2.1' }, '127.0.0.1'],
  ])('is not there for who comes %s', (_how, headers, address) => {
    expect(isFromHere({ host: 'localhost:3978', ...headers }, address)).toBe(false)
  })

  it.each([
    [{}, true],
    [{ PUBLIC_URL: 'https://chatt.example.se' }, false],
    [{ TRUST_PROXY: '1' }, false],
    [{ TRUST_PROXY: '1', SMS_SIMULATOR: 'on' }, true],
    [{ SMS_SIMULATOR: 'off' }, false],
  ])('with the settings %j is there: %s', (variables, isThere) => {
    expect(openSimulator(readSettings(variables)) !== undefined).toBe(isThere)
  })
})
