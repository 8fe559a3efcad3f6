// Checks what staff wrote, dialogs and articles, and says what is wrong, where, and what to do.
import { checkAsTold } from './check-as-told'
import { runInTerminal } from './terminal'

void runInTerminal(checkAsTold)
