import { wantsNoTexts } from '../../../bot/sms/stop-wish'

describe('the wish that no more texts come', () => {
  it.each([
    'jag vill inte få fler sms',
    'Jag vill inte ha sms om P längre!',
    'sluta skicka sms',
    'sluta sms:a mig',
    'kan ni sluta skicka meddelanden till mig',
    'inga fler sms tack',
    'hur slutar jag få sms',
    'hur slipper jag sms',
    'ta bort mitt nummer från listan',
    'I want to stop messages',
    'please stop sending me texts',
    "I don't want any more texts",
    'unsubscribe me',
  ])('is heard in "%s"', (text) => {
    expect(wantsNoTexts(text)).toBe(true)
  })

  it.each([
    'jag får inga sms',
    'jag har inte fått något sms',
    'har ni skickat sms',
    'är det här smset äkta',
    'jag vill inte ha påminnelser från biblioteket',
    'ta bort mitt nummer',
    'ta bort soffan',
    'avbryt',
    'bussen stoppar inte här',
    'stop',
    'hur skickar jag sms till er',
  ])('is not heard in "%s"', (text) => {
    expect(wantsNoTexts(text)).toBe(false)
  })
})
