// What somebody is told in Persian.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'من ربات هستم و نمی‌توانم به جای شما کمک خبر کنم.'

export const persianAdvice: AdviceTexts = {
  fire: {
    web: `همین حالا به ${emergency} زنگ بزنید. ${robot} بیرون بروید، در را پشت سرتان ببندید و به دیگران خبر بدهید. اگر راه‌پله پر از دود است، در خانه بمانید، در را ببندید و کنار پنجره بایستید.`,
    sms: `همین حالا به ${emergency} زنگ بزنید. ${robot} بیرون بروید، در را ببندید، دیگران را خبر کنید.`,
  },
  gas: {
    web: `همین حالا بیرون بروید و از آنجا به ${emergency} زنگ بزنید. ${robot} چیزی روشن نکنید، به کلید برق دست نزنید و به دیگران خبر بدهید. برنگردید.`,
    sms: `بیرون بروید و به ${emergency} زنگ بزنید. ${robot} چیزی روشن نکنید و به کلید برق دست نزنید.`,
  },
  'child-in-danger': {
    web: `اگر کودکی در خطر است، همین حالا به ${emergency} زنگ بزنید. ${robot} اگر به مددکاری اجتماعی شبانه (socialjouren) نیاز دارید، باز هم به ${emergency} زنگ بزنید. اگر خودتان کودک هستید، با Bris به شماره ${children} رایگان حرف بزنید.`,
    sms: `اگر کودکی در خطر است به ${emergency} زنگ بزنید. ${robot} اگر کودک هستید: Bris، ${children}، رایگان.`,
  },
  violence: {
    web: `اگر شما یا کسی دیگر در خطر است، همین حالا به ${emergency} زنگ بزنید. ${robot} این تقصیر شما نیست. Kvinnofridslinjen شبانه‌روز در ${violence} جواب می‌دهد، رایگان است و در قبض دیده نمی‌شود. پلیس برای کار غیرفوری: ${police}.`,
    sms: `اگر خطر هست به ${emergency} زنگ بزنید. ${robot} تقصیر شما نیست. کمک رایگان شبانه‌روز: ${violence}.`,
  },
  'self-harm': {
    web: `اگر جان کسی در خطر است، همین حالا به ${emergency} زنگ بزنید. ${robot} شما تنها نیستید. به خط Mind به شماره ${suicide} یا برای مشاوره به ${healthAdvice} زنگ بزنید. اگر درباره کس دیگری است، پیش او بمانید.`,
    sms: `اگر جان در خطر است به ${emergency} زنگ بزنید. ${robot} تنها نیستید. Mind: ${suicide}، مشاوره: ${healthAdvice}.`,
  },
  'life-in-danger': {
    web: `همین حالا به ${emergency} زنگ بزنید. ${robot} آنها می‌گویند تا رسیدن کمک چه کار کنید، پس تلفن را قطع نکنید. اگر جان کسی در خطر نیست، برای مشاوره پزشکی به ${healthAdvice} زنگ بزنید.`,
    sms: `همین حالا به ${emergency} زنگ بزنید. ${robot} اگر جان کسی در خطر نیست: ${healthAdvice}.`,
  },
}
