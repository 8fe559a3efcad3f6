// The evaluation command as people run it: small files written here, its output and exit codes read back.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'eval-faq-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, lines: readonly (object | string)[]): string {
  const file = join(folder, name)
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return file
}

function evaluate(...options: readonly string[]) {
  const script = join(root, 'scripts', 'eval-faq.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...options], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const library = ['Lån av böcker är gratis.', 'Biblioteket öppnar klockan 10 på vardagar.']
const waste = ['Sopkärlet töms varannan vecka.', 'Bygglov söker du i e-tjänsten.']
const data = write('faq.jsonl', [
  { category: 1, question: 'När öppnar biblioteket?', answers: library, correct: 1 },
  { category: 2, question: 'När tömmer ni kärlet för sopor?', answers: waste, correct: 0 },
  { category: 1, question: 'Kostar det att låna en bok?', answers: library, correct: 0 },
  // Nothing in the file answers this one, so it counts as not found.
  { category: 2, question: 'xyzzy', answers: waste, correct: 1 },
])
const noSynonyms = write('synonyms.yaml', [''])

describe('npm run eval:faq', () => {
  it('prints accuracy, nDCG and recall as one JSON object', () => {
    const { status, stdout } = evaluate('--data', data, '--synonyms', noSynonyms, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      inCategoryAccuracy: 0.75,
      ndcg10: 0.75,
      recallAt5: 0.75,
      halves: [
        { inCategoryAccuracy: 1, ndcg10: 1, recallAt5: 1 },
        { inCategoryAccuracy: 0.5, ndcg10: 0.5, recallAt5: 0.5 },
      ],
      questionCount: 4,
      answerCount: 4,
    })
  })

  it('prints a table for people', () => {
    const { status, stdout } = evaluate('--data', data)
    expect(status).toBe(0)
    expect(stdout).toMatch(/nDCG@10 +0\.750 +1\.000 +0\.500/)
    expect(stdout).toMatch(/4 questions, 4 answers/)
  })

  it.each([
    [[], /--data is needed/],
    [['--data', join(folder, 'nowhere.jsonl')], /nowhere\.jsonl: cannot be read \(ENOENT/],
    [['--data', write('empty.jsonl', [''])], /holds no questions/],
    [['--data', write('broken.jsonl', ['{'])], /broken\.jsonl:1: this line is no JSON/],
    [
      ['--data', write('wrong.jsonl', [{ category: 1, question: 'a', answers: ['b'], correct: 1 }])],
      /wrong\.jsonl:1: .*"correct" names no answer/,
    ],
    [['--fil', data], /--fil/],
  ])('says what is wrong with %j', (options, message) => {
    const { status, stderr } = evaluate(...options)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })
})
