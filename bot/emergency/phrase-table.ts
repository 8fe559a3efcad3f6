// What the tables of `phrases/` are made of, and the notation that they are written in.
import type { EmergencyKind } from '../contracts/talk/emergency-kind'
import type { Language } from '../contracts/talk/language'

/**
 * `life-in-danger` is acute illness, injury and accident; `violence` is threats, rape and honour violence too, and `violence-nearby` what
 * a stranger does, for whoever sees or hears it: a knife, shots, a fight, a burglar, a bag that may be a bomb. `lost-person` is somebody
 * ill or confused who is gone or was found.
 */
export type Alarms = Readonly<Partial<Record<EmergencyKind, readonly string[]>>>

/**
 * The phrases of one language. A phrase is words with blanks between, in any case, with or without dots and accents:
 *
 * | Notation     | Means                                                                    |
 * | ------------ | ------------------------------------------------------------------------ |
 * | `brinner`    | this word, also with one slip of the finger from five letters on         |
 * | `skog*`      | a word that begins so; `*brand` one that ends so                         |
 * | `(en\|ett)`   | one of these; each may be several words                                  |
 * | `a_b`         | `a b` as one of several                                                  |
 * | `<partner>`  | one of the words of that name in `words`                                 |
 * | `mycket?`    | may be left out; so may `(…)?` and `<…>?`                                |
 * | `.` and `..` | at most one, at most three words, of which none is of `negations`        |
 * | `...`        | last of a phrase: the rest of the clause                                 |
 * | `^` and `$`  | the beginning and the end of a clause                                    |
 * | `~`           | last of an alarm: not where a word of `errands` is in the text           |
 */
export interface PhraseTable {
  readonly language: Language
  /** Words that turn a phrase round: no gap runs across them. */
  readonly negations: string
  /** Word → how people also write it; for words too short for slips of the finger to be told apart. */
  readonly alsoWritten: Readonly<Record<string, string>>
  /** Name → words, among them `<name>` for all of a name listed before. */
  readonly words: Readonly<Record<string, string>>
  /** Everyday words: they tell the language, and none of them is taken for another one with a slip of the finger. */
  readonly ordinary: string
  /** Taken out before alarms are looked for. */
  readonly calm: readonly string[]
  /** Likewise, but not from violence, self-harm and what is done to children: who asks what to do if somebody hits them may well be hit. */
  readonly questions: readonly string[]
  /**
   * What sets a story at a distance: times long past, plays and films, laughter, study, that nobody was hurt; not what is a place too, as a cinema
   * is. Beside it an alarm that is not of suicide counts only where signs speak of danger too.
   */
  readonly afar: readonly string[]
  /** What people write of who wants something of the city, and not of an ambulance: "mum has fallen, can she get home care". */
  readonly errands: string
  /** What may hurt somebody any moment, a roof, sparks, a well without its lid: no alarm, but whoever tells it is asked about danger. */
  readonly hazards?: readonly string[]
  readonly alarms: Alarms
}
