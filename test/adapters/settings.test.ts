import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mapOf, readDeskSecret, readSettings } from '../../adapters/settings'
import { settingRules } from '../../adapters/settings/rules'

const example = readFileSync(join(__dirname, '..', '..', '.env.example'), 'utf8')
const documented = [...example.matchAll(/^#?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => ({
  name: name!,
  value: value!,
}))

const messageOf = (environment: NodeJS.ProcessEnv): string => {
  try {
    readSettings(environment)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('the settings were accepted')
}

describe('settings', () => {
  test('.env.example documents every variable once and no other', () => {
    expect(documented.map(({ name }) => name).sort()).toEqual(Object.keys(settingRules).sort())
  })

  test('.env.example shows the defaults that hold', () => {
    const shown = Object.fromEntries(
      documented
        .filter(({ name, value }) => value !== '' && name !== 'REDIS_URL')
        .map(({ name, value }) => [name, value]),
    )
    expect(readSettings(shown)).toEqual(readSettings({}))
  })

  test('no variable is needed', () => {
    expect(readSettings({})).toMatchObject({ PORT: 3978, DATA_DIR: 'var', ALLOWED_ORIGINS: [] })
  })

  test('an empty variable counts as not set', () => {
    expect(readSettings({ PORT: ' ', REDIS_URL: '' })).toEqual(readSettings({}))
  })

  test('a wrong value is named with what was expected and what to do', () => {
    const message = messageOf({ PORT: 'eighty' })
    expect(message).toContain('PORT: expected a whole number from 0 to 65535, but it is "eighty"')
    expect(message).toContain('.env.example')
  })

  test('every wrong variable is told at once', () => {
    const message = messageOf({ PORT: '70000', LOG_LEVEL: 'loud', ALLOWED_ORIGINS: 'https://a.se/chat' })
    for (const name of ['PORT', 'LOG_LEVEL', 'ALLOWED_ORIGINS'])
      expect(message).toContain(`${name}: expected`)
  })

  test('a wrong secret is not shown', () => {
    expect(messageOf({ REDIS_URL: 'hunter2' })).not.toContain('hunter2')
    expect(messageOf({ PUBLIC_URL: 'https://a:hunter2@chatt.example.se' })).not.toContain('hunter2')
  })

  test.each([
    ['http://tiles.example.se/{z}/{x}/{y}.png', 'not encrypted'],
    ['https://{s}.tiles.example.se/{z}/{x}/{y}.png', 'of several hosts'],
    ['https://tiles.example.se/{z}/{x}.png', 'without a part'],
    ["https://tiles.example.se/{z}/{x}/{y}.png; script-src 'unsafe-inline'", 'that would change the policy'],
  ])('tiles at %s, %s, are refused', (tiles) => {
    const map = { MAP_TILES: tiles, MAP_ATTRIBUTION: 'Staden', MAP_START: '56.0465,12.6945,14' }
    expect(messageOf(map)).toContain('MAP_TILES: expected')
  })

  test.each([
    ['PUBLIC_URL', 'https://chatt.example.se?x=1'],
    ['PUBLIC_URL', 'https://chatt.example.se/a#b'],
    ['PUBLIC_URL', 'https://user:password@chatt.example.se'],
    ['MAP_START', '99.1,200.1,9'],
    ['MAP_START', '56.0465,200.1,9'],
    ['SMS_DAILY_KRONOR', '9'.repeat(400)],
    ['OPENAI_DAILY_KRONOR', '1'.repeat(10)],
    ['OPENAI_API_KEY', 'sk-one\ntwo'],
  ])('%s=%j stops the start', (name, value) => {
    expect(messageOf({ [name]: value })).toContain(`${name}: expected`)
  })

  test('a map needs all three of its settings', () => {
    const map = {
      MAP_TILES: 'https://tiles.example.se/{z}/{x}/{y}.png?key=a',
      MAP_ATTRIBUTION: 'Staden',
      MAP_START: '56.0465, 12.6945, 14',
    }
    expect(mapOf(readSettings(map))).toEqual({
      tiles: map.MAP_TILES,
      attribution: 'Staden',
      start: { lat: 56.0465, lon: 12.6945, zoom: 14 },
    })
    expect(messageOf({ MAP_TILES: map.MAP_TILES })).toMatch(/MAP_ATTRIBUTION[^]*MAP_START/)
    expect(mapOf(readSettings({}))).toBeUndefined()
  })

  test('a language model without its key and its price stops the start, and a key alone is no model', () => {
    const message = messageOf({ OPENAI_MODEL: 'city-model-1' })
    for (const name of ['OPENAI_API_KEY', 'OPENAI_KRONOR_IN', 'OPENAI_KRONOR_OUT'])
      expect(message).toContain(`${name}: expected a value, because OPENAI_MODEL is set`)
    expect(readSettings({ OPENAI_API_KEY: 'sk-1' }).OPENAI_MODEL).toBeUndefined()
  })

  test('a server that sends letters needs a sender, and its password is not shown', () => {
    const url = 'smtps://user:hunter2@mail.example.se'
    expect(messageOf({ SMTP_URL: url })).toContain(
      'DESK_EMAIL_FROM: expected a value, because SMTP_URL is set',
    )
    expect(messageOf({ SMTP_URL: 'mail hunter2' })).not.toContain('hunter2')
    expect(messageOf({ SMTP_URL: url, DESK_EMAIL_FROM: 'a@b.se\nBcc: c@d.se' })).toContain('DESK_EMAIL_FROM')
    expect(readSettings({ SMTP_URL: url, DESK_EMAIL_FROM: 'Dygnet <a@b.se>' }).DESK_EMAIL_FROM).toContain(
      'a@b.se',
    )
  })

  test('the secret of a department stands under its name', () => {
    expect(readDeskSecret('gata-park', { DESK_SECRET_GATA_PARK: 's' })).toBe('s')
    expect(readDeskSecret('gata-park', { DESK_SECRET_GATA_PARK: '' })).toBeUndefined()
  })

  test('a gateway needs all of its settings, shows none of them, and stands beside no simulator', () => {
    const elks = {
      ELKS_WEBHOOK_PATH: 'hemligVag0123456789',
      ELKS_WEBHOOK_USER: 'u',
      ELKS_WEBHOOK_PASSWORD: 'hunter2',
    }
    expect(messageOf({ ELKS_WEBHOOK_PATH: elks.ELKS_WEBHOOK_PATH })).toContain('ELKS_WEBHOOK_PASSWORD')
    expect(messageOf({ ...elks, ELKS_WEBHOOK_PATH: 'kort' })).toMatch(
      /ELKS_WEBHOOK_PATH: expected at least 16/,
    )
    expect(messageOf({ ...elks, ELKS_WEBHOOK_PATH: 'hemlig väg hunter2' })).not.toContain('hunter2')
    expect(messageOf({ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 't' })).toContain(
      'PUBLIC_URL: expected a value, because TWILIO_ACCOUNT_SID is set',
    )
    expect(messageOf({ ...elks, SMS_SIMULATOR: 'on' })).toContain('SMS_SIMULATOR: expected off')
    expect(messageOf({ SMS_COUNTRIES: 'sverige' })).toContain('calling codes such as +46,+45')
    expect(readSettings(elks).SMS_COUNTRIES).toContain('+46')
  })

  test.each([
    ['DESK_EMAIL_FROM', 'a@b.se', 'SMTP_URL'],
    ['MAP_ATTRIBUTION', 'Staden', 'MAP_TILES'],
    ['MAP_START', '56.0465,12.6945,14', 'MAP_TILES'],
    ['ELKS_WEBHOOK_USER', 'u', 'ELKS_WEBHOOK_PATH'],
    ['ELKS_WEBHOOK_PASSWORD', 'p', 'ELKS_WEBHOOK_PATH'],
    ['ELKS_API_PASSWORD', 'p', 'ELKS_API_USERNAME'],
    ['TWILIO_AUTH_TOKEN_SECONDARY', 't', 'TWILIO_ACCOUNT_SID'],
  ])('%s does nothing by itself, and stops the start', (name, value, needed) => {
    expect(messageOf({ [name]: value })).toContain(`${needed}: expected a value, because ${name} is set`)
  })

  test('kronor may have a comma', () => {
    expect(readSettings({ OPENAI_DAILY_KRONOR: '12,50' }).OPENAI_DAILY_KRONOR).toBe(12.5)
    expect(messageOf({ OPENAI_DAILY_KRONOR: 'a lot' })).toContain('kronor in figures')
  })

  test('an app id without its password stops the start', () => {
    expect(messageOf({ MICROSOFT_APP_ID: 'a', MICROSOFT_APP_TYPE: 'MultiTenant' })).toContain(
      'MICROSOFT_APP_PASSWORD: expected a value, because MICROSOFT_APP_ID is set',
    )
  })
})
