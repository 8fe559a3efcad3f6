// The walk of long dialogs with their conditions and texts, and with lists: what each turn of a long errand costs.
import { compileDialogs } from '../../bot/dialog/reading/compile-dialogs'
import { formatMessage } from '../../bot/dialog/texts/message-text'
import { readDialogFiles } from '../../bot/dialog/reading/read-dialog-files'
import type { Dialog } from '../../bot/dialog/model/model'
import { openFrame, walk } from '../../bot/dialog/walk/walk'
import { applyAnswers } from '../../bot/dialog/walk/apply-answers'
import type { Value } from '../../bot/contracts/talk/value'
import { noMask } from '../../bot/contracts/talk/personal-data'
import type { WalkEnvironment } from '../../bot/dialog/model/walk-environment'
import { loadShippedContent } from '../talk/terminal-bot'
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

const lists = 4
const pairs = 25
const itemsOfList = 5

/** Twenty-five questions with a text each, four lists of five items with a text each, a confirmation and an end. */
function dialogWithLists(): string {
  const asks = Array.from(
    { length: pairs },
    (_, n) =>
      `  - ask: a${n}\n    question: Fråga ${n}?\n    type: number\n  - say: Svar {a${n}, plural, one {# sak} other {# saker}}.\n    id: s${n}`,
  )
  const listed = Array.from(
    { length: lists },
    (_, n) => `  - ask: l${n}
    question: Vad?
    more: Mer?
    max: ${itemsOfList}
    each:
      - ask: what
        question: Vilken?
        choices: { sofa: Soffa, bed: Säng, other: Annat }
      - ask: count
        question: Hur många {what}?
        type: number
        must: count < 99 or a0 given
        else: För många.
      - ask: old
        question: Gammal?
        type: yes/no
        only if: what is sofa and count > 1
  - say: Du skrev {l${n}}.
    id: said${n}
    only if: l${n}.what contains sofa`,
  )
  const steps = [...asks, ...listed].join('\n')
  return `dialog: long\ntitle: Lång\nowner: avfall\nvalid: { from: 2026-01-01 }\nstart: [lång dialog, en lång, mycket lång]\nsteps:\n${steps}\n  - confirm: c\n    question: Stämmer det?\n  - end: done\n`
}

const item = { what: 'sofa', count: 2, old: true }
const answersWithLists: Readonly<Record<string, Value>> = Object.fromEntries<Value>([
  ...Array.from({ length: pairs }, (_, n) => [`a${n}`, 20 + n] as const),
  ...Array.from(
    { length: lists },
    (_, n) => [`l${n}`, Array.from({ length: itemsOfList }, () => item)] as const,
  ),
])

async function compiled(text: string, environment: WalkEnvironment): Promise<Dialog> {
  const shared = (await readDialogFiles('dialogs')).filter(({ path }) => /(city|actions)/.test(path))
  const { dialogs, findings } = compileDialogs({
    files: [...shared, { path: 'dialogs/long.yaml', text }],
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
    mask: noMask,
  }
  const thirty = Object.fromEntries(Array.from({ length: questions }, (_, n) => [`a${n}`, 20 + n] as const))
  const thirtyMs = timeWalks(await compiled(longDialog(), environment), thirty, environment)
  const listsMs = timeWalks(await compiled(dialogWithLists(), environment), answersWithLists, environment)
  return {
    walkThirtyStepsP50Ms: rounded(percentile(thirtyMs, 0.5)),
    walkThirtyStepsP99Ms: rounded(percentile(thirtyMs, 0.99)),
    walkListsP50Ms: rounded(percentile(listsMs, 0.5)),
    walkListsP99Ms: rounded(percentile(listsMs, 0.99)),
  }
}

/** Milliseconds of each walk to the confirmation, with its texts, once everything is answered. */
function timeWalks(
  dialog: Dialog,
  values: Readonly<Record<string, Value>>,
  environment: WalkEnvironment,
): readonly number[] {
  const answers = Object.entries(values).map(([name, value]) => ({
    name,
    value,
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
  return samplesMs
}
