// What is true for the whole city and stands once, in `dialogs/city.yaml`: names, hours, words, and the bot's own texts.
import type { Command } from '../talk/command'
import type { Department, RoutingRule } from './department'
import type { HomeCarePolicy } from '../home-care/home-care-policy'
import type { OpeningHours, QuietTime } from './hours'
import type { Language } from '../talk/language'
import type { Texts } from '../talk/texts'
import type { WordingKey } from '../talk/wording'

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
