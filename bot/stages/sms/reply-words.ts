// What a resident answers to a notice when they want to know more, as the whole message.
import { plainLine } from '../../dialog/words/fold-words'

const listed = (text: string): readonly string[] => text.split(',').map(plainLine)

const words = new Set([
  ...listed('mer, mera, mer info, mer information, berätta mer, jag vill veta mer, läs mer, visa mer'),
  ...listed('svar, svara, fråga, en fråga, frågor, jag har en fråga, jag har frågor'),
  ...listed('more, more info, more information, tell me more, reply, answer, question, i have a question'),
  ...listed('lisää, lisätietoja, kerro lisää, vastaa, vastaus, kysymys, minulla on kysymys'),
  ...listed('wax dheeraad ah, faahfaahin, jawaab, su’aal, su aal, waxaan qabaa su’aal'),
  ...listed('المزيد, مزيد, مزيد من المعلومات, رد, جواب, سؤال, لدي سؤال, عندي سؤال'),
])

export const isReplyWord = (text: string): boolean => words.has(plainLine(text))
