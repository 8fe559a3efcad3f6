import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { terminalCache } from '../../../scripts/talk/terminal-cache'
import { projectRoot } from '../../support/project-root'

test('a tool finds what the build has learnt, and learns nothing again', () => {
  const learnt = readdirSync(join(projectRoot, 'dist', 'learnt'), { encoding: 'utf8', recursive: true })
  expect(learnt).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^classifier-/) as string,
      expect.stringMatching(/^danger\/detector-/) as string,
    ]),
  )
  const folder = terminalCache()
  expect(learnt.filter((name) => !existsSync(join(folder, name)))).toEqual([])
})
