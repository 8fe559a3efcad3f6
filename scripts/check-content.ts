// Checks what staff wrote, dialogs and articles, and says what is wrong, where, and what to do.
import { checkAsTold } from './content/check-as-told'
import { runInTerminal } from './command/terminal'

void runInTerminal(checkAsTold)
