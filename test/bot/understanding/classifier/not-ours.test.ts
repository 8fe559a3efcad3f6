import type { Classifier } from '../../../../bot/contracts/talk/classifier'
import { withNotOurs } from '../../../../bot/understanding/classifier/not-ours'

const model: Classifier = {
  classify: () => ({ best: [{ label: 'article:orolig-for-barn', probability: 0.9 }], inScope: 0.8 }),
}
const classifier = withNotOurs(model, [
  { text: 'Elementen är kalla, och jag har en bebis', label: null },
  { text: 'jag är orolig för ett barn', label: 'article:orolig-for-barn' },
])

test.each(['Elementen är kalla, och jag har en bebis', 'elementen ar kalla och jag har en bebis!'])(
  'what staff wrote word for word as not ours is out of scope: %s',
  (text) => {
    expect(classifier.classify(text, 'sv')).toEqual({ ...model.classify(text, 'sv'), inScope: 0 })
  },
)

test.each(['elementen är kalla', 'jag är orolig för ett barn', ''])(
  'the model alone judges all else: "%s"',
  (text) => {
    expect(classifier.classify(text, 'sv')).toEqual(model.classify(text, 'sv'))
  },
)
