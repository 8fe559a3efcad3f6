// The process behind `check-in-child`: checks the files it is given, and hands back what the checks gave.
import { silentLogger } from '../contracts/basics/logger'
import { onOrder } from '../child-process/run-in-child'
import type { CheckingOrder } from './check-in-child'
import { checkUnlessKnown } from './checked-before'

onOrder((order) => {
  const { files, ...options } = order as CheckingOrder
  return checkUnlessKnown(files, options, silentLogger)
})
