// The page for hub staff who pilot without a gateway: phones side by side, each one a resident who texts the city.
import { freeNumber, isSameNumber } from './numbers'
import { partOf } from './parts'
import { createPhone, type Phone } from './phone'
import { nothingYet, renderTally, sum } from './tally'

const firstPhones = 2
const lookEveryMs = 2_000

const room = partOf(document, '#phones')
const addButton = partOf(document, '#add')
const notice = partOf(document, '#notice')
const total = partOf(document, '#total')
let phones: readonly Phone[] = []
let places = 0

const drawTotal = (): void => {
  const all = phones.map((phone) => phone.tally()).reduce(sum, nothingYet)
  total.textContent = `Alla telefoner: ${renderTally(all)}`
}

function addPhone(): Phone | undefined {
  const number = freeNumber(phones.map((phone) => phone.number()))
  if (number === undefined) return undefined
  places += 1
  const phone: Phone = createPhone(places, number, {
    isTaken: (wanted) => phones.some((other) => other !== phone && isSameNumber(other.number(), wanted)),
    remove() {
      phones = phones.filter((other) => other !== phone)
      phone.node.remove()
      drawTotal()
      addButton.focus()
    },
    tallied: drawTotal,
  })
  phones = [...phones, phone]
  room.append(phone.node)
  return phone
}

async function lookAgainAndAgain(): Promise<void> {
  const answers = await Promise.all(phones.map((phone) => phone.look()))
  const words = answers.includes(false) ? 'Servern svarar inte. Sidan försöker igen.' : ''
  // Said once, not every time.
  if (notice.textContent !== words) notice.textContent = words
  setTimeout(() => void lookAgainAndAgain(), lookEveryMs)
}

addButton.addEventListener('click', () => addPhone()?.focus())
for (let count = 0; count < firstPhones; count += 1) addPhone()
drawTotal()
void lookAgainAndAgain()
