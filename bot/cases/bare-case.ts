// A case as who may not be the one that made it sees it: which it is and how far it has come.
import type { Case, CaseEvent } from '../contracts/cases/case'

/** Named one by one, so that what a case gets to hold later is not shown by itself. */
export function bareCase(found: Case): Case {
  const { number, class: caseClass, department, at, channel, language, status, fixed, followers } = found
  return {
    number,
    class: caseClass,
    department,
    at,
    channel,
    language,
    status,
    fixed,
    followers,
    facts: {},
    files: [],
    externalIds: {},
    history: found.history.map(bareEvent),
  }
}

/** That something was written is news; what was written is not shown. */
const bareEvent = ({ id, at, kind, by, status, fixed, text }: CaseEvent): CaseEvent => ({
  id,
  at,
  kind,
  by,
  ...(status !== undefined && { status }),
  ...(fixed !== undefined && { fixed }),
  ...(text !== undefined && { text: '' }),
})
