import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** What the log's own process would write to its standard output. */
function logged(statement: string): string {
  const file = join(__dirname, '..', '..', '..', 'adapters', 'operations', 'logger.ts')
  const program = `const { createLogger } = require(${JSON.stringify(file)}); const log = createLogger('info'); ${statement}`
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=commonjs', '--eval', program], {
    encoding: 'utf8',
  })
  expect(run.stderr).toBe('')
  return run.stdout
}

describe('the log', () => {
  test('writes facts with the time', () => {
    const line = JSON.parse(logged(`log.info({ correlationId: 'A1B2C3' }, 'a turn failed')`)) as Record<
      string,
      unknown
    >
    expect(line).toMatchObject({ correlationId: 'A1B2C3', msg: 'a turn failed' })
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  test('cuts out what a mistake would put there of a resident or a secret', () => {
    const line = logged(
      `log.info({ text: 'jag mår dåligt', phone: '+46701234567', turn: { raw: 'hemligt', answers: { a: 'hemligt' } }, token: 'abc' }, 'x')`,
    )
    for (const secret of ['dåligt', '701234567', 'hemligt', 'abc']) expect(line).not.toContain(secret)
  })

  test('does not repeat the message of a foreign error, which may quote what it was given', () => {
    const line = logged(
      `log.error({ err: new SyntaxError('Unexpected token in "mitt personnummer är"') }, 'x')`,
    )
    expect(line).toContain('SyntaxError')
    expect(line).not.toContain('personnummer')
  })
})
