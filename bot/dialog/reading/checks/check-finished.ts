// The checks of a dialog that was read whole: what its texts do to people, and whether its tests come by everything.
import type { Dialog } from '../../model/model'
import type { YamlScalar } from '../../../yaml/node'
import { checkBranches } from './check-branches'
import { checkNotices, noticeTexts } from './check-notices'
import { checkPrivacy } from './check-privacy'
import { checkQuestionsBySms, checkSmsTexts } from './check-sms'
import { checkTested } from './check-tested'
import { checkWaysOut } from './check-ways-out'
import { checkWording } from './check-wording'
import type { DialogReading } from '../names/dialog-reading'
import type { DialogSetting } from '../names/dialog-setting'
import type { ReadNotice } from '../actions/read-notices'
import { spokenTexts } from '../names/spoken-texts'

/** `id` is where the dialog's own findings stand; `isShared` when it only serves others. */
export function checkFinished(
  dialog: Dialog,
  {
    id,
    isShared,
    notices,
  }: {
    readonly id: YamlScalar
    readonly isShared: boolean
    readonly notices: ReadonlyMap<string, ReadNotice>
  },
  { languages, textRules }: Pick<DialogSetting, 'languages' | 'textRules'>,
  reading: DialogReading,
): void {
  const spoken = [...spokenTexts(dialog.steps), ...noticeTexts(notices)]
  const { asks, sensitive } = dialog
  const checking = { reading, asks, languages, sensitive }
  checkSmsTexts(spoken, checking)
  checkQuestionsBySms(spoken, checking)
  checkWording(spoken, { reading, rules: textRules, title: id })
  checkPrivacy(dialog, spoken, reading)
  checkNotices(dialog, notices, reading)
  checkBranches(dialog.steps, reading)
  if (!isShared) checkWaysOut(dialog.steps, id, reading)
  checkTested(dialog.steps, dialog.tests, reading)
}
