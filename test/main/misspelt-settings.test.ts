import { misspeltSettings } from '../../main/misspelt-settings'

const departments = ['gata-park', 'kontaktcenter']

test.each([
  ['ALLOWED_ORIGIN', 'ALLOWED_ORIGINS'],
  ['MESSAGES_PER_MINUT', 'MESSAGES_PER_MINUTE'],
  ['DESK_SECRET_GATAPARK', 'DESK_SECRET_GATA_PARK'],
  ['DESK_SECRET_AVFALL', 'DESK_SECRET_ and the id of a department'],
])('%s is told to be none, and what it may be meant for', (name, meant) => {
  expect(misspeltSettings({ [name]: 'x' }, departments)).toEqual([{ name, meant }])
})

test('what is a setting, or looks like none, is not told of', () => {
  const environment = {
    PORT: '1',
    PATH: '/bin',
    REDIS_URL: 'redis://x',
    DESK_SECRET_GATA_PARK: 'x',
    HOME: '/',
  }
  expect(misspeltSettings(environment, departments)).toEqual([])
})
