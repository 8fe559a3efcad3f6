import { noShelf } from '../../bot/contracts/file-shelf'
import { silentLogger } from '../../bot/contracts/logger'
import { stagesInOrder } from '../../bot/stages'

describe('the order of a turn', () => {
  test('is the one that docs/life-of-a-message.md draws', () => {
    const names = stagesInOrder({
      makeCode: () => ({ digits: '123456', salt: 'salt' }),
      maySendCode: () => Promise.resolve(true),
      runAction: () => Promise.resolve({ kind: 'failed', failure: 'unavailable' }),
      logger: silentLogger,
      shelf: noShelf,
      store: {
        record: () => Promise.resolve(undefined),
        recordsUnder: () => Promise.resolve([]),
        allocateNumber: () => Promise.resolve(1),
        spendOnce: () => Promise.resolve(true),
        load: () => Promise.resolve({ version: 0, state: undefined }),
        keepOnce: (_key, value) => Promise.resolve(value),
      },
      findReply: () => Promise.resolve(undefined),
      answerWithModel: undefined,
      findPassages: () => [],
      closenessTo: undefined,
      readSigns: undefined,
      mask: (text) => text,
    }).map(([name]) => name)
    expect(names).toEqual([
      'clean-input',
      'answer-emergency',
      'guard-texting',
      'hear-keyword',
      'sense-danger',
      'tell-lost-state',
      'with-person',
      'refuse-long-text',
      'renew-dialogs',
      'tell-lost-message',
      'tell-case-news',
      'carry-talk',
      'take-upload',
      'greet-arrival',
      'note-feedback',
      'guard-personal-data',
      'hear-menu-number',
      'end-subscriptions',
      'switch-language',
      'notice-language',
      'hear-reversal',
      'hear-case-answer',
      'tell-case-status',
      'choose-easy-read',
      'offer-person',
      'obey-command',
      'hear-notice-reply',
      'say-more',
      'tell-unknown-language',
      'read-open-answer',
      'hear-bare-answer',
      'recognise',
      'hear-follow-up',
      'search-by-meaning',
      'ask-model',
      'decide',
      'answer-from-knowledge',
      'continue-dialog',
    ])
  })
})
