import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { phonePicture } from '../support/pictures'
import { projectRoot } from '../support/test-bot'
import { scriptArguments } from '../support/script'
import { writeSmallCity } from '../support/small-city'

interface Run {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** Runs a script as `npm run` does. */
function run(
  script: string,
  parameters: readonly string[],
  input = '',
  variables: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const child = spawn(process.execPath, scriptArguments(script, ...parameters), {
    cwd: projectRoot,
    env: { ...process.env, ...variables },
    stdio: 'pipe',
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  child.stdin.end(input)
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, output, errors })
    })
  })
}

describe('npm run ask', () => {
  test('prints outcome, intent and replies as JSON', async () => {
    const { code, output } = await run('ask', ['jag vill göra en felanmälan', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({
      outcome: 'asked',
      intent: {
        id: 'dialog:felanmalan',
        score: expect.any(Number) as number,
        runnerUp: { id: expect.any(String) as string },
      },
      replies: [
        {
          text: expect.stringContaining('Vad gäller felet?') as string,
          suggestions: expect.any(Array) as string[],
          sources: [],
        },
      ],
    })
  })

  test('answers a file of questions, one JSON line each, in the language of each, and asks about danger', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dygnet-ask-'))
    const file = join(folder, 'questions.jsonl')
    const danger = '{"text":"hans mössa ligger bredvid vaken","lang":"sv"}'
    writeFileSync(file, `{"text":"avbryt","lang":"sv"}\n\n{"text":"cancel","lang":"en"}\n${danger}\n`)
    const { output } = await run('ask', ['--file', file, '--json'])
    rmSync(folder, { recursive: true })
    const results = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { replies: { text: string }[] })
    expect(results).toHaveLength(3)
    expect(results[1]?.replies[0]?.text).toMatch(/cancel/i)
    expect(results[2]?.replies[0]?.text).toContain('i fara')
  })

  test('ends without a complaint when its reader has left (`| head`)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dygnet-ask-'))
    const file = join(folder, 'questions.jsonl')
    writeFileSync(file, '{"text":"hej","lang":"sv"}\n'.repeat(5))
    const command = [process.execPath, ...scriptArguments('ask', '--file', file, '--json')]
    const { stderr } = spawnSync('sh', ['-c', `${command.map((word) => `'${word}'`).join(' ')} | true`], {
      cwd: projectRoot,
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true })
    expect(stderr).toBe('')
  })

  test('says what is wrong with a line of the file, and where, and asks the others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dygnet-ask-'))
    const file = join(folder, 'questions.jsonl')
    const lines = ['\uFEFF{"text":"avbryt","lang":"sv-SE"}', 'hej', '{"text":"cancel","lang":"EN"}']
    writeFileSync(file, `${lines.join('\r\n')}\n`)
    const { code, errors, output } = await run('ask', ['--file', file, '--json'])
    rmSync(folder, { recursive: true })
    expect(code).toBe(2)
    const told = `${file}:2: skriv en rad som`
    expect(errors).toContain(told)
    const results = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(results).toEqual([
      expect.objectContaining({ outcome: 'answered-command' }),
      { error: expect.stringContaining(told) as string },
      expect.objectContaining({ outcome: 'answered-command' }),
    ])
  })

  test('says in Swedish that there is no question', async () => {
    const { code, errors } = await run('ask', [])
    expect(code).toBe(2)
    expect(errors).toMatch(/^Skriv en fråga.*Så här: npm run ask/s)
  })

  test('refuses a channel there is not, and shows the usage', async () => {
    const { code, errors } = await run('ask', ['hej', '--channel', 'fax'])
    expect(code).toBe(2)
    expect(errors).toContain('--channel är web eller sms, inte "fax"')
  })
})

const unknownLanguage =
  '--lang är sv, en, ar, fi, so, uk, fa, pl, es eller de, som är språken i dialogs/city.yaml, inte "xx"'

test.each([
  ['ask', ['hej', '--lang', 'xx']],
  ['chat', ['--lang', 'xx']],
])('%s refuses a language the city does not have, and says which there are', async (script, parameters) => {
  const { code, errors } = await run(script, parameters)
  expect(errors).toContain(unknownLanguage)
  expect(code).toBe(2)
})

test('ask.ts says in which line of a file the language is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-ask-'))
  const file = join(folder, 'questions.jsonl')
  writeFileSync(file, '{"text":"hej"}\n{"text":"hej","lang":"xx"}\n')
  const { code, errors } = await run('ask', ['--file', file, '--json'])
  rmSync(folder, { recursive: true })
  expect(errors).toContain(
    `${file}:2: "lang" är sv, en, ar, fi, so, uk, fa, pl, es eller de, som är språken i dialogs/city.yaml, inte "xx"`,
  )
  expect(code).toBe(2)
})

test.each([
  [['--lang', 'xx'], '--lang är sv eller en, inte "xx"'],
  [['--fast'], 'Valet --fast finns inte.'],
  [['finns-inte'], 'Det finns ingen dialog finns-inte'],
])('test-dialogs.ts refuses %j', async (parameters, told) => {
  const { code, errors } = await run('test-dialogs', parameters)
  expect(errors).toContain(told)
  expect(code).toBe(2)
})

test.each(['test-dialogs', 'diff-dialogs'])(
  '%s explains itself in Swedish, and in English when asked to',
  async (script) => {
    const swedish = await run(script, ['--help'])
    expect(swedish.output).toMatch(/^Så här: npm run dialogs:/)
    const english = await run(script, ['--help', '--lang', 'en'])
    expect(english.output).toMatch(/^Usage: npm run dialogs:/)
    expect([swedish.code, english.code]).toEqual([0, 0])
  },
)

test('diff-dialogs.ts refuses in the language asked for', async () => {
  expect((await run('diff-dialogs', ['--lang', 'en'])).errors).toContain('Say which version to compare with')
  expect((await run('diff-dialogs', ['--lang', 'xx', 'HEAD'])).errors).toContain(
    '--lang är sv eller en, inte "xx"',
  )
})

describe('npm run chat', () => {
  test('talks, and a number taps the suggestion of that number', async () => {
    const { code, output } = await run('chat', [], '1\n3\nTorget 1\n')
    expect(code).toBe(0)
    expect(output).toContain('robot')
    expect(output).toContain('Vad gäller felet?')
    expect(output).toContain('Var är det?')
  })

  test('sends a picture by its path, and says so when there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dygnet-terminal-'))
    const path = join(folder, 'lampa.jpg')
    writeFileSync(path, await phonePicture(80, 60))
    const talk = [
      'gatlyktan på Storgatan 12 är trasig',
      'nej',
      `bild: ${path}x`,
      `bild: ${path}`,
      'hoppa över',
      '',
    ]
    const { output } = await run('chat', [], talk.join('\n'))
    rmSync(folder, { recursive: true })
    expect(output).toContain('lampa.jpgx går inte att läsa')
    expect(output).toContain('- Bild: 1 bild')
  })

  test('over SMS no mark of Markdown is left', async () => {
    const { output } = await run('chat', ['--channel', 'sms'], 'hjälp\n')
    expect(output).not.toContain('**')
  })

  test('over SMS STOPP is heard, as from a phone', async () => {
    const { output } = await run('chat', ['--channel', 'sms'], 'STOPP\n')
    expect(output).toContain('Du får inga fler sms från oss.')
  })
})

describe('content with a faulty dialog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-faulty-'))
  const variables = { CONTENT_DIR: folder }
  beforeAll(async () => {
    await writeSmallCity(folder)
    const file = join(folder, 'dialogs', 'grovsopor.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^owner: .*$/m, 'owner: nobody-at-all'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('npm run dialogs:test fails, and says which file was left out and why', async () => {
    const { code, output, errors } = await run('test-dialogs', ['--lang', 'en'], '', variables)
    expect(errors).toMatch(/dialogs\/grovsopor\.yaml:\d+:\d+ A001 .*nobody-at-all/)
    expect(output).toContain('✓ felanmalan')
    expect(code).toBe(1)
  })

  test('npm run chat greets all the same, and says what was left out', async () => {
    const { code, output, errors } = await run('chat', [], '', variables)
    expect(code).toBe(0)
    expect(output).toContain('robot')
    expect(errors).toMatch(/dialogs\/grovsopor\.yaml:\d+:\d+ A001 .*nobody-at-all/)
    expect(errors).toContain('\nDialogen grovsopor är inte med. Kör npm run dialogs:check.\n')
  })

  test('npm run chat says what was meant by a word that is none', async () => {
    const file = join(folder, 'dialogs', 'kontakta-oss.yaml')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace('owner:', 'ownr:'))
    const { errors } = await run('chat', [], '', variables)
    writeFileSync(file, before)
    expect(errors).toMatch(/dialogs\/kontakta-oss\.yaml:\d+:1 D001 "ownr" .*Menade du "owner"\?/)
    expect(errors).toContain('Dialogen kontakta-oss är inte med.')
  })
})
