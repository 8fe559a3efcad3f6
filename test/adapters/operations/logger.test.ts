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

  test.each([
    ['a message of several lines', `new Error(words)`],
    ['an own error', `Object.assign(new Error(words), { name: 'ParserError' })`],
    ['a message changed after its making', `Object.assign(new Error(words), { message: 'short' })`],
    ['a message emptied after its making', `Object.assign(new Error(words), { message: '' })`],
    ['a stack of somebody else', `Object.assign(new Error('x'), { stack: words })`],
  ])('keeps the places of the code and no word of %s', (_name, made) => {
    const line = logged(
      `const words = 'mitt personnummer är\\n    at 19121212-1212 (hemma:1:2)\\n    at Storgatan';
       function failing() { return ${made} }
       log.error({ err: failing() }, 'x')`,
    )
    for (const word of ['personnummer', '1212', 'hemma', 'Storgatan']) expect(line).not.toContain(word)
  })

  test('tells where in the code an error was made', () => {
    const line = logged(`function failing() { return new Error('x') } log.error({ err: failing() }, 'x')`)
    const { stack } = (JSON.parse(line) as { err: { stack: string } }).err
    expect(stack).toMatch(/^ {4}at failing \(.+:\d+:\d+\)$/m)
  })
})
