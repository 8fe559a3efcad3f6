// What was done is taken back, or done over, when the resident says so: once, after a yes, and a person otherwise.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { assembleBot } from '../../../../bot/assemble-bot'
import type { ActionCall, ActionResult } from '../../../../bot/contracts/cases/action'
import { toConversationId, toMessageId } from '../../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { MessageContent } from '../../../../bot/contracts/talk/message'
import { noObserver } from '../../../../bot/contracts/talk/observer'
import type { Reply } from '../../../../bot/contracts/talk/reply'
import type { Store } from '../../../../bot/contracts/store/store'
import { compileDialogs } from '../../../../bot/dialog/reading/compile-dialogs'
import { sound, today } from '../../dialog/sound-dialog'
import { shippedContent } from '../../../support/test-bot'

const actions = `book:
  effect: write
  takes: [place, count]
  gives: { booking: text }
  undo: cancel
  update: move
rent: { effect: write, takes: [place, count], gives: { booking: text }, undo: cancel }
cancel: { effect: write, takes: [booking] }
move: { effect: write, takes: [booking, place, count] }
report: { effect: write, takes: [place], gives: { number: text } }
`
const dialog = (id: string, action: string, more: string) => `dialog: ${id}
title: Boka bastu
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
start: [Jag vill boka bastun ${id}, boka bastu ${id}, bastun tack ${id}]
labels: { place: Plats, count: Antal }
steps:
  - ask: place
    question: Vilken bastu?
    choices: { strand: Strandbastun, skog: Skogsbastun }
  - ask: count
    question: Hur många?
    type: number
  - confirm: send
    question: Ska jag boka?
  - do: ${action}
    if fails: { handoff: Det gick inte. }
${more}  - end: done
`
const book = `    with: { place: place, count: count }
  - say: Bokat {place} med nummer {booking}.
    id: booked
`
const asksMore = `  - ask: towel
    question: Vill du ha en handduk?
    type: yes/no
`
const files = {
  'city.yaml': sound['city.yaml'],
  'actions.yaml': actions,
  'bastu.yaml': dialog('bastu', 'book', book),
  'bastu-mer.yaml': dialog('bastu-mer', 'book', book + asksMore),
  'bastu-hyr.yaml': dialog('bastu-hyr', 'rent', book),
  'anmal.yaml': dialog('anmal', 'report', '    with: { place: place }\n' + asksMore),
}

interface Said {
  readonly text: string
  readonly buttons: Reply['suggestions']
}

class World {
  readonly did: string[] = []
  now = new Date('2026-06-01T10:00:00Z')
  answer: (call: ActionCall) => ActionResult = ({ name }) => ({
    kind: 'done',
    gives: name === 'book' || name === 'rent' ? { booking: 'B-1' } : {},
  })
  private count = 0
  private buttons: Reply['suggestions'] = []

  constructor(
    readonly store: Store,
    private readonly bot: ReturnType<typeof assembleBot>,
  ) {}

  readonly run = (call: ActionCall): Promise<ActionResult> => {
    this.did.push(`${call.name} ${JSON.stringify(call.inputs)}`)
    return Promise.resolve(this.answer(call))
  }

  async send(content: MessageContent): Promise<Said> {
    const id = toMessageId(`m${(this.count += 1)}`)
    const conversationId = toConversationId('web:a')
    const receivedAt = this.now.toISOString()
    await this.bot.receive({ id, conversationId, channel: 'web', receivedAt, content })
    const { replies } = await this.bot.answer(conversationId, id)
    this.buttons = replies.flatMap(({ suggestions }) => suggestions)
    return { text: replies.map(({ text }) => text).join('\n'), buttons: this.buttons }
  }

  say(text: string): Promise<Said> {
    return this.send({ kind: 'text', text })
  }

  tap(label: string): Promise<Said> {
    const button = this.buttons.find((one) => one.label === label)
    if (button === undefined) throw new Error(`no button ${label} among ${this.labels.join(', ')}`)
    return this.send({ kind: 'choice', choice: button.choice, label })
  }

  get labels(): readonly string[] {
    return this.buttons.map(({ label }) => label)
  }

  async booked(id = 'bastu'): Promise<void> {
    await this.send({ kind: 'choice', choice: { name: 'topic', value: `dialog:${id}` }, label: id })
    for (const text of ['strandbastun', '2', 'ja']) await this.say(text)
  }
}

let world: World
beforeEach(async () => {
  const compiled = compileDialogs({
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    today,
  })
  expect(
    compiled.findings.filter(({ severity, place }) => severity === 'error' && place.file !== 'city.yaml'),
  ).toEqual([])
  const content = { ...(await shippedContent()), dialogs: compiled.dialogs, actions: compiled.actions }
  const clock = { now: () => world.now }
  const store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  const bot = assembleBot({
    store,
    content: () => content,
    clock,
    logger: silentLogger,
    observer: noObserver,
    runAction: (call) => world.run(call),
  })
  world = new World(store, bot)
})
afterEach(() => world.store.close())

describe('after the end of a dialog', () => {
  it('"avboka det" is asked about, and taken back once', async () => {
    await world.booked()
    expect((await world.say('avboka det')).text).toBe('Ska jag avboka B-1?')
    expect(world.did).toHaveLength(1)
    expect(world.labels).toEqual(['Ja', 'Nej', 'Ändra'])
    expect((await world.tap('Ja')).text).toContain('Klart, B-1 är avbokat.')
    expect(world.did.slice(1)).toEqual(['cancel {"booking":"B-1"}'])
    expect((await world.say('avboka')).text).toContain('B-1 är redan avbokat.')
    expect(world.did).toHaveLength(2)
  })
  it('an old button takes nothing back twice', async () => {
    await world.booked()
    const { buttons } = await world.say('avboka')
    const choice = buttons[0]?.choice
    if (choice === undefined) throw new Error('no button')
    await world.send({ kind: 'choice', choice, label: 'Ja' })
    expect((await world.send({ kind: 'choice', choice, label: 'Ja' })).text).toContain('redan avbokat')
    expect(world.did).toHaveLength(2)
  })
  it('a no leaves it, and a later yes is for nothing', async () => {
    await world.booked()
    await world.say('ångra')
    await world.say('avboka')
    expect((await world.say('nej')).text).toBe('Då låter jag det vara som det är.')
    await world.say('ja')
    expect(world.did).toHaveLength(1)
  })
  it('"avboka" where nothing else can be done offers nothing else, and a yes is a yes', async () => {
    await world.booked('bastu-hyr')
    expect((await world.say('avboka')).text).toBe('Ska jag avboka B-1?')
    expect((await world.say('ja')).text).toContain('Klart, B-1 är avbokat.')
    expect(world.did.at(-1)).toBe('cancel {"booking":"B-1"}')
  })
  it('"ändra" in place of a yes changes it instead', async () => {
    await world.booked()
    await world.say('avboka')
    expect((await world.say('ändra')).text).toContain('Ska jag boka?')
    expect(world.did).toHaveLength(1)
  })
  it('asks again what it may, and a person comes when it cannot be taken back', async () => {
    await world.booked()
    world.answer = () => ({ kind: 'failed', failure: 'unavailable' })
    await world.say('avboka')
    expect((await world.say('ja')).text).toContain('Jag lyckades inte avboka B-1.')
    expect(await world.store.records('call-back', { limit: 5 })).toHaveLength(1)
  })
  it('is changed: what is new is confirmed, and the write done over with the old result', async () => {
    await world.booked()
    await world.say('avboka')
    expect((await world.tap('Ändra')).text).toContain('Ska jag boka?')
    await world.say('ändra plats till skogsbastun')
    expect((await world.say('ja')).text).toContain('Bokat Skogsbastun med nummer B-1.')
    expect(world.did.slice(1)).toEqual(['move {"place":"skog","count":2,"booking":"B-1"}'])
    await world.say('avboka')
    await world.tap('Ja')
    expect(world.did.at(-1)).toBe('cancel {"booking":"B-1"}')
  })
  it('a change that changes nothing does nothing', async () => {
    await world.booked()
    await world.say('avboka')
    await world.tap('Ändra')
    await world.say('ja')
    expect(world.did).toHaveLength(1)
  })
  it('a change of a change that changes nothing does nothing either', async () => {
    await world.booked()
    for (const text of ['skogsbastun', 'nej, plats är skogsbastun']) {
      await world.say('avboka')
      await world.tap('Ändra')
      await world.say(text)
      await world.say('ja')
    }
    expect(world.did.map((did) => did.split(' ')[0])).toEqual(['book', 'move'])
    expect((await world.say('avboka')).text).toBe('Ska jag avboka B-1?')
  })
  it('a change that is broken off leaves what was done, and it can be taken back', async () => {
    await world.booked()
    await world.say('avboka')
    await world.tap('Ändra')
    await world.say('avbryt')
    expect((await world.say('avboka')).text).toBe('Ska jag avboka B-1?')
  })
  it('is forgotten after a day', async () => {
    await world.booked()
    world.now = new Date('2026-06-02T11:00:00Z')
    expect((await world.say('avboka')).text).not.toContain('B-1')
  })
})

describe('while the dialog goes on', () => {
  it('a correction of what was sent is offered, confirmed, and sent as a change', async () => {
    await world.booked('bastu-mer')
    expect((await world.say('nej, antal är 5')).text).toContain('Det här är redan gjort')
    expect((await world.tap('Ändra')).text).toContain('Antal: 5')
    expect((await world.say('ja')).text).toContain('Vill du ha en handduk?')
    expect(world.did).toEqual([
      'book {"place":"strand","count":2}',
      'move {"place":"strand","count":5,"booking":"B-1"}',
    ])
  })
  it('a wish to change one answer opens its question', async () => {
    await world.booked('bastu-mer')
    await world.say('ändra antal')
    expect((await world.tap('Ändra')).text).toContain('Hur många?')
    await world.say('7')
    await world.say('ja')
    expect(world.did.at(-1)).toBe('move {"place":"strand","count":7,"booking":"B-1"}')
  })
  it('another message leaves the offer, and the question still waits', async () => {
    await world.booked('bastu-mer')
    await world.say('nej, antal är 5')
    await world.say('ja')
    expect(world.did).toHaveLength(1)
  })
  it('taken back, the dialog is over', async () => {
    await world.booked('bastu-mer')
    await world.say('avboka')
    expect((await world.say('ja')).text).toBe('Klart, B-1 är avbokat.')
  })
  it('without an undo or an update a person is offered, as for any other dialog', async () => {
    await world.booked('anmal')
    expect((await world.say('nej, plats är skogsbastun')).text).toContain(
      'Vill du prata med en människa i stället?',
    )
    expect(world.labels).toContain('Prata med en människa')
    expect(world.labels).not.toContain('Ändra')
  })
})

it('the sample desk cancels and moves a pickup', async () => {
  const content = await shippedContent()
  const step = content.dialogs
    .get('grovsopor')
    ?.steps.find((one) => one.kind === 'do' && one.action === 'book_pickup')
  expect(step).toMatchObject({
    undo: { action: 'cancel_pickup', takes: ['booking_id'] },
    update: { action: 'move_pickup' },
  })
})
