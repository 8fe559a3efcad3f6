// A name that stands in a table of the contracts and nowhere else promises what nothing keeps.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordingKeys } from '../../../bot/contracts/talk/wording'
import { errorTable } from '../../../bot/contracts/basics/errors'
import { outcomes } from '../../../bot/contracts/talk/outcome'
import { projectRoot } from '../../support/test-bot'

const tables = ['city.ts', 'errors.ts', 'outcome.ts'].map((name) => join('bot', 'contracts', name))
const source = ['bot', 'adapters']
  .flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  .filter((path) => path.endsWith('.ts') && !tables.includes(path))
  .map((path) => readFileSync(join(projectRoot, path), 'utf8'))
  .concat(readFileSync(join(projectRoot, 'main.ts'), 'utf8'))
  .join('\n')
const isUsed = (name: string): boolean => source.includes(`'${name}'`)

test.each([
  ['outcome', outcomes],
  ['error code', Object.keys(errorTable)],
  ['text of the city', Object.keys(wordingKeys)],
])('every %s is produced somewhere', (_kind, names) => {
  expect(names.filter((name) => !isUsed(name))).toEqual([])
})
