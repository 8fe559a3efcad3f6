// What somebody is told in Arabic.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'أنا روبوت ولا أستطيع طلب النجدة عنك.'

export const arabicAdvice: AdviceTexts = {
  fire: {
    web: `اتصل الآن بالرقم ${emergency}. ${robot} اخرج وأغلق الباب خلفك ونبّه الآخرين. إذا كان الدرج مليئا بالدخان فابق في الشقة والباب مغلق وقف عند النافذة.`,
    sms: `اتصل الآن بالرقم ${emergency}. ${robot} اخرج وأغلق الباب ونبّه الآخرين.`,
  },
  gas: {
    web: `اخرج الآن واتصل من الخارج بالرقم ${emergency}. ${robot} لا تشعل شيئا ولا تلمس مفاتيح الكهرباء ونبّه الآخرين. لا ترجع إلى الداخل.`,
    sms: `اخرج الآن واتصل بالرقم ${emergency}. ${robot} لا تشعل شيئا ولا تلمس مفاتيح الكهرباء.`,
  },
  'child-in-danger': {
    web: `اتصل الآن بالرقم ${emergency} إذا كان طفل في خطر. ${robot} إذا احتجت إلى الخدمات الاجتماعية المناوبة (socialjouren) فاتصل أيضا بالرقم ${emergency}. إذا كنت طفلا فتحدث مع Bris على ${children} مجانا.`,
    sms: `اتصل الآن بالرقم ${emergency} إذا كان طفل في خطر. ${robot} إذا كنت طفلا: Bris ${children} مجانا.`,
  },
  violence: {
    web: `اتصل الآن بالرقم ${emergency} إذا كنت أنت أو غيرك في خطر. ${robot} ما يحدث ليس ذنبك. خط Kvinnofridslinjen يجيب ليلا ونهارا على ${violence} مجانا ولا يظهر في فاتورة الهاتف. الشرطة لغير العاجل: ${police}.`,
    sms: `اتصل الآن بالرقم ${emergency} إذا كان هناك خطر. ${robot} ليس ذنبك. مساعدة مجانية ليلا ونهارا: ${violence}.`,
  },
  'self-harm': {
    web: `اتصل الآن بالرقم ${emergency} إذا كانت الحياة في خطر. ${robot} لست وحدك في هذا. اتصل بخط Mind على ${suicide} أو ${healthAdvice} لنصيحة طبية. إذا كان الأمر عن شخص آخر فابق معه.`,
    sms: `اتصل الآن بالرقم ${emergency} إذا كانت الحياة في خطر. ${robot} لست وحدك. خط Mind: ${suicide}، نصيحة: ${healthAdvice}.`,
  },
  'life-in-danger': {
    web: `اتصل الآن بالرقم ${emergency}. ${robot} سيقولون لك ماذا تفعل حتى تصل المساعدة، فلا تغلق الخط. إذا لم تكن الحياة في خطر فاتصل بالرقم ${healthAdvice} لنصيحة طبية.`,
    sms: `اتصل الآن بالرقم ${emergency}. ${robot} إذا لم تكن الحياة في خطر فاتصل بالرقم ${healthAdvice}.`,
  },
}
