// Brings the files of staff into their usual form, and remembers which Swedish text each translation was made from.
import { formatAsTold } from './format-as-told'
import { runInTerminal } from './terminal'

void runInTerminal(formatAsTold)
