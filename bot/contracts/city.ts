// What is true for the whole city and stands once, in `dialogs/city.yaml`: names, hours, words, and the bot's own texts.
import type { Desk } from './case-desk'
import type { Language } from './language'
import type { Channel } from './message'

/** What a resident can say anywhere, in any dialog. */
export const commands = [
  'cancel',
  'person',
  'help',
  'back',
  'repeat',
  'restart',
  'skip',
  'undo',
  'yes',
  'no',
  'thanks',
  'hello',
  'goodbye',
  'small-talk',
  'abuse',
  'easy',
  'ordinary',
  'status',
  'back-to-bot',
  'resume-code',
  'language',
] as const
export type Command = (typeof commands)[number]

/**
 * The bot's own texts; `city.yaml` has each of them, `city.<lang>.yaml` translates them. ICU messages.
 * In brackets the placeholders a text may use. `{phone}` and `{city}` may stand in every one.
 */
export const wordingKeys = {
  welcome: [],
  'welcome.back': [],
  help: [],
  hello: [],
  'what-now': [],
  thanks: [],
  goodbye: [],
  'small-talk': [],
  abuse: [],
  'too-long': ['max'],
  'not-understood': [],
  'dont-know': [],
  'passage.found': [],
  'follow-up.found': ['title'],
  'follow-up.not-said': ['asked', 'title'],
  'follow-up.price': [],
  'follow-up.duration': [],
  'follow-up.time': [],
  'follow-up.place': [],
  'follow-up.it': [],
  clarify: [],
  'clarify.one': ['title'],
  'clarify.none': [],
  'clarify.none-chosen': [],
  'emergency.go-on': [],
  'person.open': ['department'],
  'person.closed': ['department', 'opens'],
  'person.calls': ['department', 'by', 'code'],
  'person.ask-number': ['department', 'opens'],
  'person.no-call': ['hours', 'code'],
  'person.decline': [],
  'person.offer': [],
  'person.button': [],
  'person.ask-summary': ['department'],
  'person.waiting': ['department'],
  'person.here': ['agent', 'department'],
  'person.says': ['agent', 'text'],
  'person.ended': ['department'],
  'person.left': ['agent', 'department'],
  'person.back': [],
  'resume.button': [],
  'resume.code': ['code'],
  'resume.here': [],
  'resume.went': [],
  'resume.wrong': [],
  'resume.too-many': ['minutes'],
  'call-back.button': [],
  'answer.yes': [],
  'answer.no': [],
  'answer.skip': [],
  'answer.done': [],
  'answer.this-number': [],
  'question.not-understood': [],
  'question.choices': [],
  'question.needed': [],
  'question.kept': ['label', 'value'],
  'question.passed-over': [],
  'question.bad-number': ['from', 'to'],
  'question.bad-count': ['from', 'to'],
  'question.bad-length': ['from', 'to'],
  'question.bad-phone': [],
  'question.bad-email': [],
  'question.bad-address': [],
  'question.bad-date': [],
  'question.past-date': [],
  'question.bad-person-id': [],
  'personal-data.hidden': ['kinds'],
  'personal-data.person-id': [],
  'personal-data.organisation': [],
  'personal-data.phone': [],
  'personal-data.email': [],
  'personal-data.card': [],
  'personal-data.iban': [],
  'personal-data.giro': [],
  'personal-data.plate': [],
  'question.bad-time': [],
  'question.no-number': [],
  'question.bad-money': [],
  'question.ticked': ['options'],
  'options.more': [],
  'options.from-start': [],
  'options.gone': [],
  'options.not-there': [],
  'question.which-day': ['options'],
  'question.which-one': ['options'],
  'question.which-number': ['street'],
  'consent.withdrawn': [],
  'consent.none': [],
  'subscription.ended': [],
  'visits.summary': ['time'],
  'visits.each': [],
  'visits.paused': [],
  'visits.help': [],
  'erasure.how': ['days'],
  'erasure.held': [],
  'erasure.partly-held': [],
  'erasure.cases': ['numbers'],
  'erasure.call-backs': ['codes'],
  'code.message': ['code'],
  'code.again': [],
  'code.sent-again': [],
  'code.no-more': [],
  'code.too-many': [],
  'code.bad': [],
  'code.wrong': ['left'],
  'code.expired': [],
  'list.change': ['list'],
  'list.remove': ['item'],
  'list.done': [],
  'list.full': ['max'],
  'confirm.summary': [],
  'confirm.send': [],
  'confirm.change': [],
  'confirm.change-what': [],
  'confirm.not-understood': [],
  'confirm.expired': [],
  'button.stale': [],
  'dialog.changed': ['label', 'value'],
  'dialog.cancelled': ['title'],
  'dialog.nothing-to-cancel': [],
  'dialog.nothing-before': [],
  'dialog.back-to': ['title'],
  'dialog.already-open': ['title'],
  'dialog.too-many-open': [],
  'dialog.updated': [],
  'dialog.gone': [],
  'dialog.stuck': [],
  'undo.offer': ['title', 'result'],
  'undo.ask': ['what'],
  'undo.button': [],
  'undo.done': ['what'],
  'undo.kept': [],
  'undo.already': ['what'],
  'undo.failed': ['what'],
  'update.button': [],
  'article.withdrawn': ['title'],
  'case.line': ['number', 'about', 'status'],
  'case.news': ['number', 'about', 'status'],
  'case.says': ['department', 'text'],
  'case.ask': [],
  'case.how-to-complete': [],
  'case.ask-complete': ['number'],
  'case.completed': ['number', 'department'],
  'case.thanks': [],
  'case.moved': ['number', 'department'],
  'case.reopened': ['number'],
  'case.archived': ['number'],
  'case.ask-phone': [],
  'letter.news': ['number', 'status'],
  'letter.more': ['number'],
  'letter.stop': ['link'],
  'letter.stop-ask': ['number'],
  'letter.stop-button': [],
  'letter.stopped': ['number'],
  'case.unknown': [],
  'case.status.sent': [],
  'case.status.begun': [],
  'case.status.waiting': [],
  'case.status.completed': [],
  'case.status.done': [],
  'case.status.not-fixed': [],
  'case.status.archived': [],
  'easy.offer': [],
  'easy.ordinary': [],
  'easy.on': [],
  'easy.off': [],
  'easy.missing': [],
  'model.stamp': [],
  'model.partial': [],
  'language.switched': [],
  'language.choose': [],
  'language.offer': [],
  'language.kept': [],
  'language.yes': ['languages'],
  'language.unknown': ['languages'],
  'language.fallback': [],
  'language.machine': [],
  failed: ['code'],
  'state-lost': [],
  'message-lost': [],
  'answer.photos': ['count'],
  'answer.files': ['count'],
  'question.bad-photo': [],
  'question.bad-file': [],
  'sms.first': [],
  'sms.menu-expired': [],
  'sms.stopped': [],
  'sms.started': [],
  'sms.info': [],
  'sms.test': [],
  'sms.more': [],
  'sms.too-many': [],
  'upload-refused': [],
  'upload.not-now': [],
  'upload.taken': ['what'],
  'upload.photo-only': [],
  'upload.too-many': ['max'],
  'upload.gone': [],
  'upload.wrong-type': [],
  'upload.damaged': [],
  'upload.empty': [],
  'upload.too-large': ['max'],
} as const satisfies Record<string, readonly string[]>
export type WordingKey = keyof typeof wordingKeys

/** One text in every language and, where staff wrote one, another for a channel. Key `sv`, or `sv.sms`. */
export interface Texts {
  /** Its name for translations and tests: `place`, `place.hint`, `create_case.fails`. */
  readonly id: string
  /** `<language>` or `<language>.<channel>` → ICU message. */
  readonly byKey: ReadonlyMap<string, string>
  /** Languages in which a machine wrote it and nobody has read it through yet. */
  readonly machine?: ReadonlySet<Language>
}
export const textKey = (language: Language, channel?: Channel): string =>
  channel === undefined ? language : `${language}.${channel}`

/** Minutes of a day, 0 to 1440. */
export interface OpenSpan {
  readonly from: number
  readonly to: number
}
export interface OpeningHours {
  /** Monday first, seven entries; an empty one is a closed day. */
  readonly week: readonly (readonly OpenSpan[])[]
  /** `2026-12-31` → spans that replace the week's and the red days'. */
  readonly exceptions: ReadonlyMap<string, readonly OpenSpan[]>
}

/** Minutes of the day in the city's zone; `to` before `from` is on the next day. */
export interface QuietTime {
  readonly from: number
  /** The first minute that is not quiet. */
  readonly to: number
}

/** Id of the department that takes what has no other. */
export const contactCentre = 'kontaktcenter'

export interface Department {
  readonly id: string
  readonly name: Texts
  readonly phone: string
  readonly hours: OpeningHours
  /** So many talks may wait for a person of it at once; none where it takes none. */
  readonly queue?: number
  /** After so long without a word from its person, who has a talk, the bot answers again; two hours where it is not said. */
  readonly silentMinutes?: number
  /** Where it is told of its cases; without one they are only kept. */
  readonly desk?: Desk
}

/** Which cases a department gets; what is not said is not asked. */
export interface RoutingRule {
  readonly classes?: readonly string[]
  /** Words of the place: streets, districts. */
  readonly places?: readonly string[]
  /** Of the register of addresses. */
  readonly roadOwners?: readonly string[]
  /** Whether the city's own hours are on when the case is made. */
  readonly hours?: 'open' | 'closed'
  readonly urgent?: boolean
  /** Id of the department. */
  readonly to: string
}

/** What the city has decided of home care visits; the times in minutes. */
export interface HomeCarePolicy {
  /** Id of the department that relatives ring. */
  readonly department: string
  /** After the end of a visit's window, before its unit is told that nothing is registered. */
  readonly graceMinutes: number
  /** After that, before relatives are told. */
  readonly relativeMinutes: number
  /** Without a word from the planning system so long, nothing is concluded from its silence. */
  readonly silentMinutes: number
  /** What happens within so long of each other is told in one text; two minutes when not given. */
  readonly gatherMinutes?: number
  /** Minute of the day at which those who wish one text a day get it; 19.30 when not given. */
  readonly summaryMinute?: number
}

export interface City {
  readonly name: string
  /** IANA zone: `Europe/Stockholm`. */
  readonly timeZone: string
  /** All that it speaks, whole or in part, Swedish first. */
  readonly languages: readonly Language[]
  /** Those in which no text may be missing. */
  readonly wholeLanguages: readonly Language[]
  /** Whether residents may be shown what a machine translated. */
  readonly allowsMachineTexts: boolean
  /** The contact centre's number, as residents read it. */
  readonly phone: string
  readonly hours: OpeningHours
  readonly departments: ReadonlyMap<string, Department>
  /** The first that fits a case decides; where none does, who owns its dialog has it. */
  readonly routing: readonly RoutingRule[]
  readonly texts: ReadonlyMap<WordingKey, Texts>
  readonly commandWords: ReadonlyMap<Language, ReadonlyMap<Command, readonly string[]>>
  /** Article or dialog ids (`article:…`, `dialog:…`) behind the three suggestions of the welcome, with their button texts. */
  readonly welcomeTopics: readonly { readonly topic: string; readonly label: Texts }[]
  /** Id of the dialog that takes a wish to be called back. */
  readonly callBackDialog: string
  /** Ids of the dialogs that may ask for a personal identity number. */
  readonly personIdDialogs: readonly string[]
  /** Names of places outside the city that residents write after an address. */
  readonly placesOutside: readonly string[]
  /** Days a class of records is kept. */
  readonly keepDays: Readonly<Record<string, number>>
  /** When no notice is sent that says nothing else. */
  readonly quiet?: QuietTime
  readonly homeCare?: HomeCarePolicy
}
