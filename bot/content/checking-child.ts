// The process behind `check-in-child`: checks the files it is given, and hands back what the checks gave.
import { silentLogger } from '../contracts/basics/logger'
import { onOrders } from '../child-process/run-in-child'
import { createDialogCompiler } from '../dialog/reading/compile-dialogs'
import { sameFiles } from '../contracts/basics/same-files'
import type { CheckingOrder } from './check-in-child'
import { checkUnlessKnown } from './checked-before'
import type { ContentFile } from './content-files'

const compile = createDialogCompiler()
const same = sameFiles<ContentFile>()

onOrders((order) => {
  const { files, ...options } = order as CheckingOrder
  const { dialogs, articles, places, hash } = files
  const known = { dialogs, articles: articles.map(same), places: places.map(same), hash }
  return checkUnlessKnown(known, options, silentLogger, compile)
})
