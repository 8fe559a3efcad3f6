// Brings the files of staff into their usual form, and remembers which Swedish text each translation was made from.
import { formatAsTold } from './content/format-as-told'
import { runInTerminal } from './command/terminal'

void runInTerminal(formatAsTold)
