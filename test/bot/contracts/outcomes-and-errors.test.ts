import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DygnetError, errorTable } from '../../../bot/contracts/basics/errors'
import { outcomes } from '../../../bot/contracts/talk/outcome'

// Tables are padded for the eye; one space does for reading.
const page = readFileSync(
  join(__dirname, '..', '..', '..', 'docs', 'outcomes-and-errors.md'),
  'utf8',
).replace(/ +/g, ' ')
const [outcomePart = '', errorPart = ''] = page.split('## Errors')
const rows = (part: string) => [...part.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1])

describe('docs/outcomes-and-errors.md', () => {
  test('lists every outcome once and no other', () => {
    expect(rows(outcomePart).sort()).toEqual([...outcomes].sort())
  })

  test('lists every error code once and no other', () => {
    expect(rows(errorPart).sort()).toEqual(Object.keys(errorTable).sort())
  })

  test('says of each error whether trying again can help, as the code does', () => {
    for (const [code, { family, retryable }] of Object.entries(errorTable))
      expect(errorPart).toMatch(
        new RegExp(`\\| \`${code}\` \\| ${family} \\| ${retryable ? 'yes' : 'no'} \\|`),
      )
  })
})

describe('an error of the house', () => {
  test('carries its code, says whether trying again can help, and begins with the words of the table', () => {
    const error = new DygnetError('store-unavailable', 'connection refused')
    expect(error).toMatchObject({ code: 'store-unavailable', retryable: true, name: 'DygnetError' })
    expect(error.message).toBe('The store does not answer: connection refused')
  })
})
