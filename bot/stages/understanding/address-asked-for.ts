// "När töms soporna?" – "Storgatan 5": who asked to know something and then says where reports nothing. What the article says of
// addresses answers.
import type { Passage } from '../../contracts/knowledge/passage'
import { findAddresses } from '../../dialog/words/find-addresses'
import { plainOf, splitPassages } from '../../knowledge/search/split-passages'
import { wholeWords } from '../../text/whole-words'
import { languageOf, type Turn } from '../turn/turn'

const speaksOfAddress = wholeWords('adress(?:en)?|var du bor|address|where you live')

/** Around an address: "jag bor på Storgatan 5". */
const besides =
  /^(?:och|and|jag|vi|i|we|bor|live|på|at|on|för|for|det|är|it|is|vid|min|my|adress|address|[\s,.!?])*$/iu

function isAddressAlone({ text, content }: Turn): boolean {
  const found = findAddresses(text, content.city)
  const rest = found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
  return found.length === 1 && besides.test(rest)
}

/** Undefined where nothing was asked before it, or the article that answered says nothing of addresses. */
export function passageOnAddress(turn: Turn): Passage | undefined {
  const { answered } = turn.conversation
  if (answered === null || answered.asked.length === 0 || !isAddressAlone(turn)) return undefined
  const text = turn.content.articles.get(answered.article)?.texts.get(languageOf(turn))
  if (text === undefined) return undefined
  return splitPassages(answered.article, text).find((passage) =>
    speaksOfAddress.test(plainOf(passage.text).toLowerCase()),
  )
}
