// The walk of a dialog of thirty steps with its conditions and texts: what each turn of a long errand costs.
import { compileDialogs } from '../../bot/dialog/compile-dialogs'
import { formatMessage } from '../../bot/dialog/message-text'
import { readDialogFiles } from '../../bot/dialog/read-dialog-files'
import type { Dialog } from '../../bot/dialog/model'
import { openFrame, walk } from '../../bot/dialog/walk'
import { applyAnswers } from '../../bot/dialog/apply-answers'
import type { WalkEnvironment } from '../../bot/dialog/walk-environment'
import { loadShippedContent } from '../terminal-bot'
import { percentile, rounded } from './figures'

const questions = 14
const warmUpWalks = 200
const walks = 2_000

/** Fourteen questions with conditions on earlier ones, a text after each, a confirmation and an end: thirty steps. */
function longDialog(): string {
  const steps = Array.from({ length: questions }, (_, n) => {
    const condition = n === 0 ? '' : `\n    only if: a${n - 1} given and (a0 >= ${n} or not (a${n - 1} < 0))`
    return `  - ask: a${n}\n    question: Fråga ${n}?\n    type: number${condition}\n  - say: Svar {a${n}, plural, one {# sak} other {# saker}}.\n    id: s${n}`
  })
  return `dialog: long\ntitle: Lång\nowner: avfall\nvalid: { from: 2026-01-01 }\nstart: [lång dialog, en lång, mycket lång]\nsteps:\n${steps.join('\n')}\n  - confirm: c\n    question: Stämmer det?\n  - end: done\n`
}

async function compiledLongDialog(environment: WalkEnvironment): Promise<Dialog> {
  const shared = (await readDialogFiles('dialogs')).filter(({ path }) => /(city|actions)/.test(path))
  const { dialogs, findings } = compileDialogs({
    files: [...shared, { path: 'dialogs/long.yaml', text: longDialog() }],
    today: environment.today,
  })
  const dialog = dialogs.get('long')
  if (dialog === undefined) throw new Error(`the long dialog does not compile: ${JSON.stringify(findings)}`)
  return dialog
}

export async function benchWalk(): Promise<Readonly<Record<string, number>>> {
  const { city } = await loadShippedContent()
  const now = new Date('2026-11-24T01:30:00Z')
  const environment: WalkEnvironment = {
    now,
    today: '2026-11-24',
    language: 'sv',
    channel: 'web',
    city,
    conversationId: 'web:bench',
  }
  const dialog = await compiledLongDialog(environment)
  const answers = Array.from({ length: questions }, (_, n) => ({
    name: `a${n}`,
    value: 20 + n,
    raw: '20',
    source: 'typed' as const,
  }))
  const { frame } = applyAnswers(dialog, openFrame(dialog, environment), answers, environment)
  const samplesMs: number[] = []
  for (let n = 0; n < warmUpWalks + walks; n += 1) {
    const startedAt = performance.now()
    const { said, stop } = walk(dialog, frame, environment)
    for (const one of said) formatMessage(one.text, 'sv', 'web', one.values)
    if (stop.kind !== 'confirms') throw new Error(`the walk stopped at ${stop.kind}`)
    if (n >= warmUpWalks) samplesMs.push(performance.now() - startedAt)
  }
  return {
    walkThirtyStepsP50Ms: rounded(percentile(samplesMs, 0.5)),
    walkThirtyStepsP99Ms: rounded(percentile(samplesMs, 0.99)),
  }
}
