// What is to be said, before it has words: the stages decide, `word-reply` words it for language and channel.
import type { WordingKey } from '../../contracts/talk/wording'
import type { TopicId } from '../../contracts/talk/classifier'
import type { Danger } from '../../contracts/talk/danger'
import type { Language } from '../../contracts/talk/language'
import type { Choice } from '../../contracts/talk/message'
import type { Passage } from '../../contracts/knowledge/passage'
import type { PersonalDataKind } from '../../contracts/talk/personal-data'
import type { Said } from '../../dialog/texts/said'
import type { Emergency } from '../../emergency/spot-emergency'
import type { SideName } from '../../knowledge/follow-up/sides'

export type Utterance =
  /** One of the bot's own texts. */
  | { readonly kind: 'wording'; readonly key: WordingKey; readonly values?: Readonly<Record<string, string>> }
  /** One of them that names a dialog: `{title}`. */
  | { readonly kind: 'dialog-title'; readonly key: WordingKey; readonly dialog: string }
  /** One of them that names a department: `{department}`. */
  | {
      readonly kind: 'department'
      readonly key: WordingKey
      readonly department: string
      readonly values?: Readonly<Record<string, string>>
    }
  /** What a person of a department says. */
  | { readonly kind: 'person-says'; readonly agent: string; readonly text: string }
  /** Personal data was masked in what the resident wrote; shall the person who has the talk have it? */
  | { readonly kind: 'masked'; readonly kinds: readonly PersonalDataKind[]; readonly askedFor?: string }
  | { readonly kind: 'welcome'; readonly back: boolean }
  /** What to do now, in the language of the cry for help. `cannotCall`: what can be done all the same. */
  | { readonly kind: 'emergency'; readonly emergency: Emergency; readonly cannotCall?: true }
  /** After a cry for help all is well, as the resident says in this language. */
  | { readonly kind: 'all-clear'; readonly language: Language }
  /** Is somebody in danger? In the language that the resident writes. */
  | { readonly kind: 'danger-question'; readonly danger: Danger['kind']; readonly language: Language }
  /** A text of a dialog. */
  | { readonly kind: 'said'; readonly said: Said }
  /** The question, or the confirmation, that the topmost dialog waits for. */
  | {
      readonly kind: 'open-question'
      /** This turn's answer to it was not understood: `explained` when what was wrong has been said already. */
      readonly missed?: 'unexplained' | 'explained'
      /** This turn's walk has just stopped at it, so nothing stands before it. */
      readonly isReached?: true
    }
  /** What did not fit into the SMS before. */
  | { readonly kind: 'rest'; readonly text: string; readonly language: Language }
  /** Buttons for the answers that can be changed. */
  | { readonly kind: 'changeable'; readonly dialog: string; readonly names: readonly string[] }
  | { readonly kind: 'article'; readonly article: string }
  /** What the language model made of these articles, checked. */
  | {
      readonly kind: 'model-answer'
      readonly text: string
      readonly isWhole: boolean
      readonly articles: readonly string[]
    }
  /** A passage of an article, with buttons for the whole of it and for what may have been meant instead. */
  | {
      readonly kind: 'passage'
      readonly passage: Passage
      readonly others: readonly TopicId[]
      readonly followsUp?: boolean
    }
  /** The article that answered last does not say it: `asked` in the resident's words, or empty where `side` alone tells. */
  | {
      readonly kind: 'not-said'
      readonly article: string
      readonly asked: string
      readonly side: SideName | undefined
    }
  /** A button that asks for it by its title, under what was said before. */
  | { readonly kind: 'topic-button'; readonly topic: TopicId }
  /** Which of these did you mean? */
  | { readonly kind: 'topics'; readonly topics: readonly TopicId[] }
  /** When a person is there, with a button to be called back; or by when a call is promised; or asked which number to call. */
  | {
      readonly kind: 'person'
      readonly department: string
      readonly callBack?: { readonly code: string; readonly by: Date }
      readonly asksNumber?: true
    }
  /** A button that asks for a call, under what a dialog said last; over SMS its words say what to write. */
  | { readonly kind: 'call-offer'; readonly department: string }
  /** Buttons with the city's words on them, under what was said before. */
  | {
      readonly kind: 'buttons'
      readonly buttons: readonly { readonly key: WordingKey; readonly choice: Choice }[]
    }
  /** A button that asks for a person, under what was said before. */
  | { readonly kind: 'person-button' }
  /** Whether the resident wants this language, asked in it. */
  | { readonly kind: 'language-offer'; readonly language: Language }
  /** Which of the city's languages? Each on a button. */
  | { readonly kind: 'language-choice' }
  /** A button that goes to another language. */
  | { readonly kind: 'language-button'; readonly language: Language }
  /** In English, with the city's languages in their own names and a button for each: for who does not read the talk's. */
  | { readonly kind: 'languages-spoken' }
