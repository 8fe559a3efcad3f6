// Asks the whole bot a file of residents' questions, and counts which of them it answers rightly.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { TopicId } from '../bot/contracts/talk/classifier'
import { questionsFile } from '../bot/knowledge/article-file'
import { readQuestions } from '../bot/knowledge/read-questions'
import {
  readArguments,
  readJsonLines,
  runEvaluation,
  textOf,
  UsageError,
  type JsonLine,
} from './eval/command'
import { figuresOf, judge, toldIn, type Judged, type Question } from './eval/judge-answer'
import { projectRoot } from '../main/project-root'
import { openTerminalBot } from './talk/terminal-bot'

const usage = `Usage: npm run eval:questions -- --file FILE [--after TEXT] [--json] [--list]

  --file FILE  one {"text": "…", "lang": "sv", "question": 16} a line (JSON Lines, UTF-8); "question" is
               a number of knowledge/questions.md, or null for a text that the city has no answer to
  --after TEXT asked first in each conversation (in the question's language), so that it shows whether the
               questions are still heard for what they are after an answer
  --list       also every question that was not answered rightly at once, with what came instead
  --json       one JSON object on standard output in place of the table
  --help       this text

Each question is asked in a conversation of its own. Of those that have a number: answered rightly at
once, after one question back (the right topic among those offered), not known, and wrongly. Of those
that have none: answered as if there were an answer.
Exit codes: 0 done, 2 wrong arguments or unusable files.`

const readOptions = () =>
  readArguments(
    () =>
      parseArgs({
        options: {
          file: { type: 'string' },
          after: { type: 'string' },
          list: { type: 'boolean', default: false },
          json: { type: 'boolean', default: false },
          help: { type: 'boolean', default: false },
        },
      }),
    usage,
  )

function toQuestion(line: JsonLine, place: string): Question {
  const { lang, question } = line
  if (typeof question !== 'number' && question !== null)
    throw new UsageError(`${place}: "question" has to be a number of knowledge/${questionsFile}, or null`)
  return { text: textOf(line, place), lang: typeof lang === 'string' ? lang : 'sv', number: question }
}

function topicsByNumber(): ReadonlyMap<number, readonly TopicId[]> {
  const listed = readQuestions(readFileSync(join(projectRoot, 'knowledge', questionsFile), 'utf8'))
  return new Map(listed.map(({ number, topics }) => [number, topics]))
}

async function askAll(questions: readonly Question[], after: string | undefined): Promise<readonly Judged[]> {
  const topics = topicsByNumber()
  const bot = await openTerminalBot({ listens: true })
  const judged: Judged[] = []
  for (const question of questions) {
    const expected = question.number === null ? [] : topics.get(question.number)
    if (expected === undefined) throw new UsageError(`question ${question.number} is not in the list`)
    const talk = bot.newTalk({ channel: 'web', language: question.lang })
    if (after !== undefined) await talk.say({ kind: 'text', text: after })
    const turn = await talk.say({ kind: 'text', text: question.text })
    const { offered, topic } = toldIn(turn)
    const got = `${turn.outcome} ${offered.length > 0 ? offered.join(' ') : (topic ?? '')}`
    judged.push({ ...question, verdict: judge(turn, expected), got })
  }
  await bot.close()
  return judged
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function table(judged: readonly Judged[]): string {
  const { questions, withoutAnswer, ...shares } = figuresOf(judged)
  return [
    `questions the city answers      ${questions}`,
    `  right at once                 ${percent(shares.rightAtOnce)}`,
    `  right after one question back ${percent(shares.afterAskingBack)}`,
    `  not known                     ${percent(shares.unknown)}`,
    `  wrong                         ${percent(shares.wrong)}`,
    `questions it does not           ${withoutAnswer}`,
    `  answered all the same         ${percent(shares.answeredAllTheSame)}`,
  ].join('\n')
}

async function main(): Promise<void> {
  const { file, after, list, json, help } = readOptions()
  if (help) {
    console.log(usage)
    return
  }
  if (file === undefined) throw new UsageError(`--file is needed\n\n${usage}`)
  const judged = await askAll(readJsonLines(file, toQuestion), after)
  console.log(json ? JSON.stringify(figuresOf(judged)) : table(judged))
  if (list)
    for (const { verdict, number, lang, text, got } of judged)
      if (verdict !== 'right' && verdict !== 'quiet')
        console.log(`${verdict.padEnd(10)} ${number ?? '–'} ${lang}  ${text}  → ${got}`)
}

void runEvaluation(main)
