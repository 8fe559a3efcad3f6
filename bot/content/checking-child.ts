// The process behind `check-in-child`: checks the files it is given, learns what is right, and hands back what the checks gave.
import { silentLogger } from '../contracts/basics/logger'
import { learnAhead } from '../understanding/classifier/load-or-train'
import { onOrder } from '../child-process/run-in-child'
import type { CheckingOrder } from './check-in-child'
import { checkUnlessKnown, errorsOf } from './checked-before'

onOrder(async (order) => {
  const { files, ...options } = order as CheckingOrder
  const checked = checkUnlessKnown(files, options, silentLogger)
  const { examples } = checked
  if (examples !== undefined && errorsOf(checked).length === 0)
    await learnAhead({ examples, cacheDirectory: options.cacheDirectory })
  return checked
})
