// Pictures and documents: the answer to a question that takes them. Where none does, the resident is told so kindly, and a
// question that waits is asked again.
import type { WordingKey } from '../../contracts/talk/wording'
import type { FileShelf } from '../../contracts/store/file-shelf'
import type { SentFile } from '../../contracts/talk/sent-file'
import { interpretFiles, type FilesMeant } from '../../dialog/hearing/file-answer'
import { answerIn, corrects } from '../../dialog/model/frame-answers'
import { hear } from '../../dialog/hearing/hear'
import type { ReadValue } from '../../dialog/model/read-value'
import { showFiles } from '../../dialog/showing/show-value'
import { followHeard } from './follow-heard'
import { openDialog, openQuestion, type OpenDialog } from '../turn/open-dialog'
import { endTurn, goOn, type Stage, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

export interface TakeUploadParts {
  readonly shelf: Pick<FileShelf, 'keep'>
}

export const takeUpload =
  ({ shelf }: TakeUploadParts): Stage =>
  async (turn) => {
    const { content, conversationId } = turn.message
    if (content.kind !== 'upload') return goOn(turn)
    const { files } = content
    if (files.length === 0) return refuse(turn, 'upload-refused')
    const open = turn.topDialogGone === true ? undefined : openDialog(turn)
    if (open === undefined) return refuse(turn, 'upload.not-now')
    const meant = interpretFiles(open.dialog, open.frame, files, open.environment)
    if (meant.kind !== 'answer') return refuseMeant(turn, meant)
    // Before the commit: a file that nothing mentions is removed one day, but one that an answer mentions must be there.
    if (!(await shelf.keep(conversationId, files))) return refuse(turn, 'upload.gone')
    return take(turn, open, files, meant.answer)
  }

function take(turn: Turn, open: OpenDialog, files: readonly SentFile[], answer: ReadValue): StageResult {
  const { dialog, frame, environment } = open
  const isUnasked = frame.open !== answer.name && answerIn(frame, answer.name) === undefined
  const taken: readonly Utterance[] = isUnasked
    ? [{ kind: 'wording', key: 'upload.taken', values: { what: showFiles(files, environment) } }]
    : []
  const heard = hear(
    dialog,
    frame,
    { kind: 'answers', answers: [answer], certainty: 'full', corrects: corrects(frame, [answer]) },
    environment,
  )
  return followHeard({ ...turn, utterances: [...turn.utterances, ...taken] }, open, heard)
}

function refuseMeant(turn: Turn, meant: Exclude<FilesMeant, { kind: 'answer' }>): StageResult {
  switch (meant.kind) {
    case 'nowhere':
      return refuse(turn, 'upload.not-now')
    case 'photo-only':
      return refuse(turn, 'upload.photo-only')
    case 'too-many':
      return refuse(turn, 'upload.too-many', { max: String(meant.max) })
  }
}

function refuse(turn: Turn, key: WordingKey, values: Readonly<Record<string, string>> = {}): StageResult {
  return endTurn(turn, 'guarded-upload', { kind: 'wording', key, values }, ...openQuestion(turn))
}
