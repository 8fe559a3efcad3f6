// What somebody is told in Somali.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'Waxaan ahay robot mana kuu wici karo.'

export const somaliAdvice: AdviceTexts = {
  fire: {
    web: `Hadda wac ${emergency}. ${robot} Dibadda u bax, albaabka xir oo dadka kale u digo. Haddii jaranjarada qiiq ka buuxo, guriga ku jir oo daaqadda is taag.`,
    sms: `Hadda wac ${emergency}. ${robot} Dibadda u bax, albaabka xir oo dadka u digo. Haddii jaranjarada qiiq ka buuxo, guriga ku jir oo daaqadda is taag.`,
  },
  gas: {
    web: `Hadda dibadda u bax oo halkaas ka wac ${emergency}. ${robot} Waxba ha shidin, nalka ha taaban oo dadka kale u digo. Ha ku noqon gudaha.`,
    sms: `Hadda dibadda u bax oo halkaas ka wac ${emergency}. ${robot} Waxba ha shidin, nalka ha taaban, gudaha ha ku noqon.`,
  },
  'child-in-danger': {
    web: `Hadda wac ${emergency} haddii ilmo khatar ku jiro. ${robot} Haddii aad ilmo heshay, la joog. Haddii aad u baahan tahay adeegga bulshada (socialjouren), sidoo kale wac ${emergency}. Haddii aad ilmo tahay, Bris kala hadal ${children}, waa bilaash.`,
    sms: `Hadda wac ${emergency} haddii ilmo khatar ku jiro, weydiina socialjouren. ${robot} Haddii aad ilmo tahay, Bris kala hadal ${children}, waa bilaash.`,
  },
  'violence-nearby': {
    web: `Ka fogow oo hadda wac ${emergency}. ${robot} Ha dhex galin, waxba oo laga shakiyo ha taaban. Meel ammaan ah gal, dadka u digo, oo sheeg meesha aad joogto iyo waxa aad aragto. Qof kale caawi keliya haddii aad ammaan tahay. Haddii ay dhammaatay, booliisku waa ${police}.`,
    sms: `Ka fogow oo hadda wac ${emergency}. ${robot} Ha dhex galin, waxba ha taaban. Qof kale caawi keliya haddii aad ammaan tahay. Booliiska, haddii aan degdeg ahayn: ${police}.`,
  },
  violence: {
    web: `Hadda wac ${emergency} haddii adiga ama qof kale khatar ku jiro. ${robot} Khaladkaagu maaha. Kvinnofridslinjen waxay ka jawaabaan ${violence} habeen iyo maalin, waa bilaash, biilkana kama muuqato. Booliiska, haddii aan degdeg ahayn: ${police}.`,
    sms: `Hadda wac ${emergency} haddii qof khatar ku jiro. ${robot} Khaladkaagu maaha. Caawimo habeen iyo maalin, bilaash, biilka kama muuqato: ${violence}. Booliiska: ${police}.`,
  },
  'self-harm': {
    web: `Hadda wac ${emergency} haddii naf khatar ku jirto. ${robot} Kaligaa ma tihid. Wac khadka Mind ${suicide}, ama ${healthAdvice} si aad talo u hesho. Haddii ay tahay qof kale, la joog.`,
    sms: `Hadda wac ${emergency} haddii naf khatar ku jirto. ${robot} Kaligaa ma tihid. Khadka Mind: ${suicide}. Talo caafimaad: ${healthAdvice}. Haddii ay tahay qof kale, la joog.`,
  },
  'life-in-danger': {
    web: `Hadda wac ${emergency}. ${robot} Waxay kuu sheegayaan waxa aad samaynayso ilaa caawimadu timaado. Haddii naftu khatar ku jirin, wac ${healthAdvice} oo talo caafimaad weydii.`,
    sms: `Hadda wac ${emergency}. ${robot} Waxay kuu sheegayaan waxa aad samaynayso. Haddii naftu khatar ku jirin, wac ${healthAdvice}.`,
  },
  'lost-person': {
    web: `Hadda wac ${emergency}, booliiska, haddii qof jiran, da ah ama wareersan la la yahay ama guriga garan waayo. ${robot} Haddii aad qof heshay, la joog oo ka caawi qabowga. Haddii aad qof raadinayso, guriga iyo agagaarka ka eeg. Haddii aan khatar jirin, booliisku waa ${police}.`,
    sms: `Hadda wac ${emergency} haddii qof jiran ama wareersan la la yahay ama guriga garan waayo. ${robot} Haddii aad qof heshay, la joog. Booliiska: ${police}.`,
  },
  'stuck-in-lift': {
    web: `Hadda wac ${emergency} haddii qof xanuunsan yahay ama cidna alaarmiga ka jawaabin. ${robot} Riix badhanka alaarmiga wiishka ilaa qof ka jawaabo, ama wac lambarka wiishka ku qoran. Ha isku dayin inaad ka baxdo. Hawo waa jirtaa.`,
    sms: `Hadda wac ${emergency} haddii qof xanuunsan yahay ama cidna ka jawaabin. ${robot} Riix badhanka alaarmiga wiishka. Ha isku dayin inaad ka baxdo.`,
  },
}
