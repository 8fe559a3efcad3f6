// What a dialog is read against: the city, its actions, and the day.
import type { Language } from '../../../contracts/talk/language'
import type { ActionType } from '../../model/model'
import type { Callable } from './call-sites'
import type { Report } from '../fields/report'
import type { TextRules } from './text-rules'
import type { Stamps } from '../fields/translation-stamps'

export interface DialogSetting {
  readonly actions: ReadonlyMap<string, ActionType>
  readonly callable: Callable
  /** Ids of the city's departments; undefined when city.yaml cannot be used, which has its finding. */
  readonly departments: readonly string[] | undefined
  /** Ids of the dialogs that may ask for a personal identity number. */
  readonly personIdDialogs: readonly string[]
  /** Days that the city keeps each class of records. */
  readonly keepDays: Readonly<Record<string, number>>
  /** All that the city speaks. */
  readonly languages: readonly Language[]
  /** Those in which no text may be missing. */
  readonly wholeLanguages: readonly Language[]
  readonly allowsMachineTexts: boolean
  /** Words that always mean something to the bot, by language, lower case. */
  readonly commandWords: ReadonlyMap<Language, ReadonlySet<string>>
  readonly textRules: TextRules
  /** Which source text each translation of a dialog was made from. */
  readonly stamps: (dialog: string, language: Language) => Stamps | undefined
  /** ISO date. */
  readonly today: string
  readonly report: Report
}
