// Which personal data a question, or a dialog, asks for.
import { madeOnce } from '../../contracts/basics/made-once'
import { personalDataKinds, type PersonalDataKind } from '../../contracts/talk/personal-data'
import { everyQuestion } from './list-question'
import type { AskStep, Dialog } from './model'

/** A question for any text asks for a number or an address all the same when it is called like this. */
const contactNames = /(?:^|\.)(?:contact|kontakt|phone|telefon|mobil|email|epost)$/i

export const dataAskedBy = (ask: AskStep): readonly PersonalDataKind[] =>
  ask.types.includes('text') && contactNames.test(ask.name)
    ? ['phone', 'email']
    : personalDataKinds.filter((kind) => ask.types.some((type) => type === kind))

export const dataAskedIn = ({ asks }: Pick<Dialog, 'asks'>): ReadonlySet<PersonalDataKind> => dataIn(asks)

const dataIn = madeOnce(
  (asks: Dialog['asks']): ReadonlySet<PersonalDataKind> =>
    new Set(everyQuestion(asks.values()).flatMap(dataAskedBy)),
)
