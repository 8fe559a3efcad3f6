// Searches the answers of a file for each of its questions, and prints how often the right one was found.
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import {
  scoreSearch,
  type FaqFigures,
  type FaqQuestion,
  type FaqResult,
} from '../bot/knowledge/search/score-search'
import { checkSynonyms } from '../bot/knowledge/search/synonym-file'
import { noSynonyms, synonymsFrom, type Synonyms } from '../bot/knowledge/search/synonyms'

const usualSynonyms = 'knowledge/synonyms.yaml'

const usage = `Usage: npm run eval:faq -- --data FILE [--lang sv] [--synonyms FILE] [--json]

Searches as the bot searches its articles, in all answers of the file, with each of its questions.

  --data FILE      one {"category": 1, "question": "…", "answers": ["…", …], "correct": 0} a line (JSON
                   Lines, UTF-8): the answers of the question's category, and which of them is right,
                   from 0. Other fields are ignored. A category is taken for a page of the city's: its
                   answers speak for each other. No other question is looked at.
  --lang LANGUAGE  of the file; sv (default) or en
  --synonyms FILE  ${usualSynonyms} when nothing is said; none when there is no such file
  --json           one JSON object on standard output in place of the table
  --help           this text

Prints: in-category accuracy (the right answer is first among those of its category), nDCG@10 and
recall@5 over all answers of the file, the same of every other line and of the lines between,
and counts.
Exit codes: 0 done, 2 wrong arguments or unusable files.`

/** A wrong argument or file: told to the one who called, without a stack. */
class UsageError extends Error {}

const lineForm = z
  .object({
    category: z.union([z.string(), z.number()]).transform(String),
    question: z.string(),
    answers: z.array(z.string()).min(1),
    correct: z.number().int().min(0),
  })
  .refine(({ answers, correct }) => correct < answers.length, {
    message: '"correct" names no answer',
  })

function readArguments() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        lang: { type: 'string', default: 'sv' },
        synonyms: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new UsageError(`${file}: cannot be read (${(error as Error).message})`)
  }
}

function parseLine(line: string, place: string): FaqQuestion {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch (error) {
    throw new UsageError(`${place}: this line is no JSON (${(error as Error).message})`)
  }
  const read = lineForm.safeParse(parsed)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UsageError(`${place}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is of another form'}`)
}

function readQuestions(file: string): readonly FaqQuestion[] {
  const questions = readText(file)
    .split(/\r?\n/)
    .flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(line, `${file}:${at + 1}`)]))
  if (questions.length === 0) throw new UsageError(`${file}: holds no questions`)
  return questions
}

function readSynonyms(file: string | undefined, language: string): Synonyms {
  const path = file ?? usualSynonyms
  if (file === undefined && !existsSync(path)) return noSynonyms
  const { synonyms } = checkSynonyms(
    { path: basename(path), text: readText(path) },
    { languages: ['sv', 'en', language], textIn: () => undefined },
  )
  return synonymsFrom(synonyms.get(language) ?? [], language)
}

const shown = ({ inCategoryAccuracy, ndcg10, recallAt5 }: FaqFigures): readonly string[] =>
  [inCategoryAccuracy, ndcg10, recallAt5].map((figure) => figure.toFixed(3))

function table(result: FaqResult): string {
  const columns = [shown(result), ...result.halves.map(shown)]
  const names = ['in-category accuracy', 'nDCG@10', 'recall@5']
  const rows = names.map((name, row) => [name, ...columns.map((column) => column[row] ?? '')])
  const head = ['', 'all', 'odd', 'even']
  return [
    ...[head, ...rows].map(
      ([name = '', ...cells]) => name.padEnd(24) + cells.map((cell) => cell.padEnd(10)).join(''),
    ),
    `${result.questionCount} questions, ${result.answerCount} answers`,
  ].join('\n')
}

function main(): void {
  const options = readArguments()
  if (options.help) {
    console.log(usage)
    return
  }
  if (options.data === undefined) throw new UsageError(`--data is needed\n\n${usage}`)
  const synonyms = readSynonyms(options.synonyms, options.lang)
  const result = scoreSearch(readQuestions(options.data), { language: options.lang, synonyms })
  console.log(options.json ? JSON.stringify(result) : table(result))
}

try {
  main()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
