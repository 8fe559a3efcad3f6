// Pictures or documents at any moment, wanted or not.
import type { Frame } from '../../bot/contracts/talk/conversation'
import { sentFileKinds } from '../../bot/contracts/talk/sent-file'
import { interpretFiles } from '../../bot/dialog/hearing/file-answer'
import { answerIn, corrects } from '../../bot/dialog/model/frame-answers'
import { hear } from '../../bot/dialog/hearing/hear'
import type { Dialog } from '../../bot/dialog/model/model'
import type { WalkEnvironment } from '../../bot/dialog/model/walk-environment'
import { sampleFiles } from '../conversation-tests/sample-files'
import type { Chance } from './chance'
import { Broken } from './lost-answers'

interface Sender {
  readonly dialog: Dialog
  readonly environment: WalkEnvironment
  readonly said: string[]
  frame: Frame
}

export function sendFiles(talk: Sender, chance: Chance): void {
  const { dialog, frame, environment } = talk
  const files = sampleFiles(chance.pick(sentFileKinds), chance.pick([1, 2, 4]))
  talk.said.push(`(${files.length} ${files[0]?.kind ?? ''})`)
  const meant = interpretFiles(dialog, frame, files, environment)
  if (meant.kind !== 'answer') return
  const answers = [meant.answer]
  const heard = hear(
    dialog,
    frame,
    { kind: 'answers', answers, certainty: 'full', corrects: corrects(frame, answers) },
    environment,
  )
  if (heard.kind === 'moved' && answerIn(heard.frame, meant.answer.name) === undefined)
    throw new Broken(`files were taken and are no answer to ${meant.answer.name}`)
  talk.frame = heard.frame
}
