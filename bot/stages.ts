// THE ORDER OF A TURN. Start here: each stage may end the turn; the first that knows what it is about says so.
import type { RunAction } from './contracts/cases/action'
import type { MakeCode, MaySendCode } from './contracts/home-care/one-time-code'
import type { Outcome } from './contracts/talk/outcome'
import { askAboutDanger } from './stages/emergency/ask-about-danger'
import { answerEmergency } from './stages/emergency/answer-emergency'
import { addToCase } from './stages/cases/add-to-case'
import { answerBesideErrand } from './stages/knowledge/answer-beside-errand'
import { answerFromKnowledge } from './stages/knowledge/answer-from-knowledge'
import { askModel, type AskModelParts } from './stages/knowledge/ask-model'
import { chooseEasyRead } from './stages/knowledge/choose-easy-read'
import { cleanInput } from './stages/message/clean-input'
import { hearCompletion, offerCompletion, offerFiles } from './stages/cases/complete-case'
import { continueDialog } from './stages/dialog/continue-dialog'
import { decide } from './stages/understanding/decide'
import { endSubscriptions, type EndSubscriptionsParts } from './stages/privacy/end-subscriptions'
import { greetArrival } from './stages/message/greet-arrival'
import { guardPersonalData } from './stages/privacy/guard-personal-data'
import { guardTexting } from './stages/sms/guard-texting'
import { fitSms } from './stages/wording/fit-sms'
import { hearButton } from './stages/understanding/hear-button'
import { hearCallNumber, type HearCallNumberParts } from './stages/hand-off/hear-call-number'
import { hearCaseAnswer, type HearCaseAnswerParts } from './stages/cases/hear-case-answer'
import { carryTalk, type CarryTalkParts } from './stages/hand-off/carry-talk'
import { withPerson } from './stages/hand-off/with-person'
import { awaitCallAnswer } from './stages/hand-off/offer-call'
import { offerPerson } from './stages/hand-off/offer-person'
import { hearAnotherDay } from './stages/dialog/hear-another-day'
import { hearBareAnswer } from './stages/understanding/hear-bare-answer'
import { hearChosenTopic } from './stages/understanding/hear-chosen-topic'
import { hearDangerAnswer } from './stages/emergency/hear-danger-answer'
import { hearFollowUp } from './stages/knowledge/hear-follow-up'
import { hearKeyword, type HearKeywordParts } from './stages/sms/hear-keyword'
import { hearMenuNumber } from './stages/sms/hear-menu-number'
import { hearTwoErrands } from './stages/understanding/hear-two-errands'
import { hearVisitQuestion } from './stages/sms/hear-visit-question'
import { hearVisitWord } from './stages/sms/hear-visit-word'
import { tellHowToStop } from './stages/sms/tell-how-to-stop'
import { hearNoticeReply, type HearNoticeReplyParts } from './stages/sms/hear-notice-reply'
import { hearOtherCity } from './stages/understanding/hear-other-city'
import { hearQuestionBeside } from './stages/understanding/hear-question-beside'
import { hearTwoQuestions } from './stages/understanding/hear-two-questions'
import { hearReversal } from './stages/dialog/hear-reversal'
import { leaveCaseQuestions } from './stages/cases/leave-case-questions'
import { markSensitive } from './stages/knowledge/may-leave-the-house'
import { noteFeedback, type NoteFeedbackParts } from './stages/message/note-feedback'
import { noticeLanguage } from './stages/language/notice-language'
import { nothingToUndo } from './stages/understanding/nothing-to-undo'
import { obeyCommand } from './stages/understanding/obey-command'
import { offerLanguage } from './stages/language/offer-language'
import { awaitWhatIsAsked } from './stages/turn/open-dialog'
import { endInterim } from './stages/knowledge/open-interim'
import { readOpenAnswer } from './stages/dialog/read-open-answer'
import { recognise } from './stages/understanding/recognise'
import { cutLongText, refuseLongText } from './stages/message/refuse-long-text'
import { rememberAnswer } from './stages/knowledge/remember-answer'
import { renewDialogs } from './stages/turn/renew-dialogs'
import { sayMore } from './stages/sms/say-more'
import { searchByMeaning, type SearchByMeaningParts } from './stages/knowledge/search-by-meaning'
import { senseDangerIn, type SenseDangerParts } from './stages/emergency/sense-danger'
import { switchLanguage } from './stages/language/switch-language'
import { sendWhatIsTold } from './stages/sms/send-what-is-told'
import { takeUpload, type TakeUploadParts } from './stages/dialog/take-upload'
import { tellLostMessage } from './stages/message/tell-lost-message'
import { tellLostState } from './stages/message/tell-lost-state'
import { tellCaseNews } from './stages/cases/tell-case-news'
import { tellCaseStatus } from './stages/cases/tell-case-status'
import { tellWhatIsKnown } from './stages/cases/tell-what-is-known'
import { tellMasked } from './stages/privacy/tell-masked'
import { tellUnknownLanguage } from './stages/language/tell-unknown-language'
import type { HandOffParts } from './stages/hand-off/hand-off'
import type { Stage, Turn } from './stages/turn/turn'
import { walkBeforeAsking } from './stages/dialog/walk-before-asking'
import { wordReply } from './stages/wording/word-reply'

export interface EndedTurn {
  readonly turn: Turn
  readonly outcome: Outcome
}

/** Runs all stages on a turn and words its replies. Rejects when a stage fails; the caller answers for that. */
export type Stages = (turn: Turn) => Promise<EndedTurn>

export interface StageParts extends AskModelParts, SearchByMeaningParts, SenseDangerParts {
  readonly runAction: RunAction
  readonly makeCode: MakeCode
  readonly maySendCode: MaySendCode
  readonly shelf: TakeUploadParts['shelf']
  readonly findReply: NoteFeedbackParts['findReply']
  readonly store: EndSubscriptionsParts['store'] &
    HearNoticeReplyParts['store'] &
    HearKeywordParts['store'] &
    HearCaseAnswerParts['store'] &
    HearCallNumberParts['store'] &
    CarryTalkParts['store'] &
    HandOffParts['store'] &
    AskModelParts['store']
}

export const stagesInOrder = (parts: StageParts): readonly (readonly [name: string, stage: Stage])[] => [
  ['clean-input', cleanInput],
  ['answer-emergency', answerEmergency(parts)],
  ['hear-danger-answer', hearDangerAnswer],
  ['guard-texting', guardTexting],
  ['hear-keyword', hearKeyword(parts)],
  ['sense-danger', senseDangerIn(parts)],
  ['tell-lost-state', tellLostState],
  ['with-person', withPerson(parts)],
  ['refuse-long-text', refuseLongText],
  ['renew-dialogs', renewDialogs],
  ['tell-lost-message', tellLostMessage],
  ['tell-case-news', tellCaseNews(parts)],
  ['carry-talk', carryTalk(parts)],
  ['offer-files', offerFiles(parts)],
  ['take-upload', takeUpload(parts)],
  ['greet-arrival', greetArrival],
  ['note-feedback', noteFeedback(parts)],
  ['hear-call-number', hearCallNumber(parts)],
  ['guard-personal-data', guardPersonalData],
  ['hear-menu-number', hearMenuNumber(parts)],
  ['end-subscriptions', endSubscriptions(parts)],
  ['switch-language', switchLanguage],
  ['notice-language', noticeLanguage],
  ['hear-reversal', hearReversal(parts)],
  ['hear-case-answer', hearCaseAnswer(parts)],
  ['hear-completion', hearCompletion(parts)],
  ['hear-visit-word', hearVisitWord(parts)],
  ['tell-how-to-stop', tellHowToStop(parts)],
  ['hear-visit-question', hearVisitQuestion(parts)],
  ['add-to-case', addToCase(parts)],
  ['tell-case-status', tellCaseStatus(parts)],
  ['tell-what-is-known', tellWhatIsKnown],
  ['choose-easy-read', chooseEasyRead],
  ['offer-person', offerPerson(parts)],
  ['obey-command', obeyCommand],
  ['hear-notice-reply', hearNoticeReply(parts)],
  ['say-more', sayMore],
  ['tell-unknown-language', tellUnknownLanguage],
  ['read-open-answer', readOpenAnswer],
  ['hear-chosen-topic', hearChosenTopic],
  ['hear-button', hearButton],
  ['hear-bare-answer', hearBareAnswer],
  ['hear-another-day', hearAnotherDay],
  ['recognise', recognise],
  ['nothing-to-undo', nothingToUndo],
  ['hear-other-city', hearOtherCity],
  ['offer-completion', offerCompletion(parts)],
  ['answer-beside-errand', answerBesideErrand],
  ['hear-follow-up', hearFollowUp],
  ['hear-two-errands', hearTwoErrands],
  ['hear-question-beside', hearQuestionBeside],
  ['hear-two-questions', hearTwoQuestions],
  ['search-by-meaning', searchByMeaning(parts)],
  ['ask-model', askModel(parts)],
  ['decide', decide],
  ['answer-from-knowledge', answerFromKnowledge],
  ['continue-dialog', continueDialog(parts)],
]

/** Answered was an earlier message, or the option that a number names; the transcript keeps what came. */
const withOwnMessage = (turn: Turn, { message }: Turn): Turn =>
  turn.isAnew === true || turn.isTranslated === true ? { ...turn, message } : turn

/** Chosen by the page or by one of its buttons, the page knows it. */
const withLanguageChosen = (turn: Turn, { message, conversation }: Turn): Turn => {
  const { language } = turn.conversation
  return message.content.kind === 'text' && language !== conversation.language
    ? { ...turn, replies: turn.replies.map((reply) => ({ ...reply, speaks: language })) }
    : turn
}

/** How a turn ended, and as what it had begun. */
interface Ending {
  readonly outcome: Outcome
  readonly begun: Turn
}

/** What every turn goes through that a stage has ended: first what is said, then its words, then where they go. */
const endingInOrder: readonly (readonly [name: string, step: (turn: Turn, ending: Ending) => Turn])[] = [
  ['with-own-message', (turn, { begun }) => withOwnMessage(turn, begun)],
  ['remember-answer', (turn, { outcome }) => rememberAnswer(turn, outcome)],
  ['leave-case-questions', (turn, { outcome, begun }) => leaveCaseQuestions(turn, outcome, begun)],
  ['mark-sensitive', markSensitive],
  ['tell-masked', (turn, { outcome }) => tellMasked(turn, outcome)],
  ['cut-long-text', (turn, { outcome }) => cutLongText(turn, outcome)],
  ['ask-about-danger', askAboutDanger],
  ['offer-language', (turn, { outcome, begun }) => offerLanguage(turn, outcome, begun.conversation)],
  ['await-call-answer', awaitCallAnswer],
  ['await-what-is-asked', awaitWhatIsAsked],
  ['word-reply', wordReply],
  ['fit-sms', (turn, { outcome }) => fitSms(turn, outcome)],
  ['with-language-chosen', (turn, { begun }) => withLanguageChosen(turn, begun)],
  ['end-interim', endInterim],
  ['send-what-is-told', sendWhatIsTold],
]

export const createStages = (parts: StageParts): Stages => {
  const stages = stagesInOrder(parts)
  const beforeAsking = walkBeforeAsking(parts)
  return async (begun) => {
    let turn = begun
    for (const [, stage] of stages) {
      const passed = stage(turn)
      // Most look at the turn and pass it on at once; to wait for each of these costs as much as they do.
      const result = passed instanceof Promise ? await passed : passed
      if (result.kind === 'end') {
        const { turn: ended, outcome } = await beforeAsking(result)
        return { turn: finish(ended, { outcome, begun }), outcome }
      }
      turn = result.turn
    }
    throw new Error('no stage ended the turn')
  }
}

const finish = (ended: Turn, ending: Ending): Turn =>
  endingInOrder.reduce((turn, [, step]) => step(turn, ending), ended)
