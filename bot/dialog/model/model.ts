// A dialog as the compiler hands it to the walk: checked, immutable, in every language at once.
import type { QuietTime } from '../../contracts/city/hours'
import type { Texts } from '../../contracts/talk/texts'
import type { NoticeGrant } from '../../contracts/home-care/home-care'
import type { Place } from '../../contracts/basics/finding'
import type { HttpAction } from '../../contracts/cases/http-action'
import type { Language } from '../../contracts/talk/language'
import type { Channel } from '../../contracts/talk/message'
import type { AnswerType, Value } from '../../contracts/talk/value'
import type { Expression } from './condition'
import type { DialogTest } from './dialog-test'

export interface Dialog {
  readonly id: string
  readonly file: string
  readonly title: Texts
  /** Department id. */
  readonly owner: string
  /** ISO dates. */
  readonly valid: { readonly from?: string; readonly to?: string; readonly review?: string }
  /** Of dialogs that its calls go through, by their ids: their own days. */
  readonly daysOfCalled?: ReadonlyMap<string, Dialog['valid']>
  readonly sensitive: boolean
  /** So long an open talk keeps the version it was begun with, when a new one asks or does something else. */
  readonly pinHours: number
  /** Old name of an answer → its name of now, so that open talks keep what was answered. */
  readonly renamed: ReadonlyMap<string, string>
  /** What may interrupt it: everything, articles only, or always-words only. */
  readonly interrupt: 'all' | 'questions' | 'none'
  readonly start: ReadonlyMap<Language, readonly StartPhrase[]>
  /** Name of an answer → how a summary and a correction call it. */
  readonly labels: ReadonlyMap<string, Texts>
  /** In the order written; each may use answers and the values before it. */
  readonly values: readonly { readonly name: string; readonly expression: Expression }[]
  readonly steps: readonly Step[]
  /** Every question by name, wherever it stands. */
  readonly asks: ReadonlyMap<string, AskStep>
  /** Name that a call gives → the name in the called dialog: `phone` → `verify_phone.phone`. */
  readonly copies?: ReadonlyMap<string, string>
  /** Answer of a called dialog → what that one calls it: `verify_phone.phone`. No summary of the caller shows it. */
  readonly calledLabels?: ReadonlyMap<string, Texts>
  /** Event → what its subscribers are told. */
  readonly notices: ReadonlyMap<string, Notice>
  readonly tests: readonly DialogTest[]
  /** Changes with logic, names, types and rules; an open conversation notices. */
  readonly shapeHash: string
  /** Changes with any text. */
  readonly textHash: string
}

export interface StartPhrase {
  /** As a resident would write it: `gatlyktan på Storgatan 12 är trasig`. */
  readonly text: string
  /** With marked values masked, for training: `gatlyktan på _place_ är trasig`. */
  readonly masked: string
  readonly marks: readonly { readonly name: string; readonly text: string }[]
}

export type Step =
  | SayStep
  | AskStep
  | ConfirmStep
  | IfStep
  | DoStep
  | CallStep
  | ForgetStep
  | HandoffStep
  | EndStep

interface StepBase {
  /** Unique in its dialog; stable while its name stays: `ask:kind`, `say:thanks`, `if:3`. */
  readonly key: string
  readonly place: Place
  readonly onlyIf?: Expression
  /** Of a step that came in by a call: what stands before each name that its texts and its action use, `verify_phone.`. */
  readonly scope?: string
}

export interface SayStep extends StepBase {
  readonly kind: 'say'
  readonly id: string
  readonly text: Texts
  /** Placeholders of the text in any language: it is said again when one of these changes. */
  readonly variables: readonly string[]
}

export interface ChoiceOption {
  readonly code: string
  readonly label: Texts
  /** Other words people use, lower case, label not included. */
  readonly synonyms: ReadonlyMap<Language, readonly string[]>
  /** Those that say nothing of what the dialog is about: "åk 5" is an answer to one of its questions. */
  readonly answersOnly?: readonly string[]
}

export interface AskStep extends StepBase {
  readonly kind: 'ask'
  readonly name: string
  readonly question: Texts
  readonly hint?: Texts
  /** Said to who asks why this is asked. */
  readonly why?: Texts
  /** One, or several for `phone or email`; tried in this order. */
  readonly types: readonly AnswerType[]
  readonly choices: readonly ChoiceOption[]
  /** Of a question of the type `pick`. */
  readonly pick?: OptionSource
  /** Characters of a text. */
  readonly length?: { readonly from: number; readonly to: number }
  readonly range?: { readonly from: number; readonly to: number }
  readonly must?: Expression
  readonly else?: Texts
  readonly optional: boolean
  readonly default?: Value
  /** Of a yes/no: what "kanske" and "vet inte" count as. */
  readonly unsure?: boolean
  /** Of a yes/no: what is told in place of a yes. */
  readonly meansYes?: readonly string[]
  /** Of a text: whether what the resident began with is offered as the answer. */
  readonly offersFirstSentence?: true
  /** Of a code: the phone number it is sent to. */
  readonly to?: Expression
  /** Of a code: what then when it was not given, under `else`. Of options: how reading them failed → what then. */
  readonly ifFails?: ReadonlyMap<string, readonly Step[]>
  /** Of a photo or file: how many may be sent, 1 to 10. */
  readonly files?: { readonly max: number }
  /** Of a consent: its name in the city's register of processing. */
  readonly purpose?: string
  /** Days it is kept; set = personal data. */
  readonly keepDays?: number
  /** Of type `list`: the answer is a list of records, one field for each inner question. */
  readonly list?: ListRules
}

export const takesYesNo = ({ types }: AskStep): boolean =>
  types.some((type) => type === 'yes/no' || type === 'consent')

export const takesChoice = ({ types }: AskStep): boolean =>
  types.some((type) => type === 'choice' || type === 'choices')

export interface ListRules {
  /**
   * Asked of every item, by the names `items.what` and `items.count`; inside, these mean the item itself. What the first
   * one takes is what an item is called.
   */
  readonly each: readonly AskStep[]
  readonly more: Texts
  /** Most items, 1 to 20. */
  readonly max: number
}

export type ListStep = AskStep & { readonly list: ListRules }

/** Where the options of a question come from when they do not stand in the file. */
export interface OptionSource {
  readonly from:
    | {
        readonly kind: 'action'
        readonly action: string
        readonly with: DoStep['with']
        /** Name of its result that is the list. */
        readonly gives: string
      }
    /** A list that an earlier action gave. */
    | { readonly kind: 'result'; readonly name: string; readonly place: Place }
  /** How many are shown at a time. */
  readonly show: Readonly<Record<Channel, number>>
  /** What then when there is nothing to choose from, and when the action fails in a way that `if fails` has not. */
  readonly ifNone?: readonly Step[]
}

export interface ConfirmStep extends StepBase {
  readonly kind: 'confirm'
  readonly name: string
  readonly question: Texts
}

export interface IfStep extends StepBase {
  readonly kind: 'if'
  readonly condition: Expression
  readonly then: readonly Step[]
  readonly else: readonly Step[]
}

export interface DoStep extends StepBase {
  readonly kind: 'do'
  readonly action: string
  readonly effect: 'read' | 'write'
  /** Input name → expression over answers and values. */
  readonly with: readonly { readonly name: string; readonly expression: Expression }[]
  readonly gives: readonly string[]
  /** Failure name, or `else` → what then. */
  readonly ifFails: ReadonlyMap<string, readonly Step[]>
  /** Takes it back when it is done. */
  readonly undo?: FollowUp
  /** Does it over when an answer is corrected afterwards. */
  readonly update?: FollowUp
}

/** A write that follows another one; its inputs are that one's results and inputs, by name. */
export interface FollowUp {
  readonly action: string
  readonly takes: readonly string[]
}

/** The steps of another dialog in the place of this one; their names begin with its id: `verify_phone.phone`. */
export interface CallStep extends StepBase {
  readonly kind: 'call'
  /** Id of the called dialog. */
  readonly dialog: string
  /** Names of the called dialog that are known here too when it has ended with `done`. */
  readonly gives: readonly { readonly from: string; readonly as: string }[]
  /** What else it ended with, or `else` → what then. */
  readonly ifFails: ReadonlyMap<string, readonly Step[]>
  readonly steps: readonly Step[]
}

/** Clears an answer and walks again from the first step. */
export interface ForgetStep extends StepBase {
  readonly kind: 'forget'
  readonly name: string
}

export interface HandoffStep extends StepBase {
  readonly kind: 'handoff'
  readonly id: string
  readonly text: Texts
  readonly closed?: Texts
  /** Before others in the department's queue. */
  readonly priority?: 'high'
}

export interface EndStep extends StepBase {
  readonly kind: 'end'
  readonly status: string
  /** The last words offer a call: a yes or a number right after them begins the city's call-back dialog. */
  readonly offers?: 'call'
}

/** What is sent by SMS to who subscribed, when something happens outside. */
export interface Notice {
  readonly kind: 'notice'
  readonly event: string
  readonly place: Place
  readonly text: Texts
  /** It goes to relatives with a registered grant of this scope, and to no subscription. */
  readonly grant?: NoticeGrant
  /** What comes with the event: name → answer type. */
  readonly gives: ReadonlyMap<string, string>
  readonly quiet?: NoticeQuiet
}

export interface NoticeQuiet {
  /** The city's own when it is left out. */
  readonly time?: QuietTime
  /** Over what the subscription keeps and the event gives: no time is quiet when it holds. */
  readonly unless?: Expression
}

/** `actions.yaml`: what developers promise staff. */
export interface ActionType {
  readonly name: string
  readonly effect: 'read' | 'write'
  readonly takes: readonly string[]
  /** Those of `takes` that may be left out. */
  readonly optionalTakes: readonly string[]
  /** Result name → answer type, or `list`. */
  readonly gives: ReadonlyMap<string, string>
  /** Result name of type `choice` → the words it can be. */
  readonly givesCodes: ReadonlyMap<string, readonly string[]>
  readonly fails: readonly string[]
  /** Write actions that take this one back, and do it over with other inputs. */
  readonly undo?: string
  readonly update?: string
  /** The request that it is; without one the house does it itself. */
  readonly http?: HttpAction
}
