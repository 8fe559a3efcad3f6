// What somebody is told in Ukrainian.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'Я робот і не можу викликати допомогу.'

export const ukrainianAdvice: AdviceTexts = {
  fire: {
    web: `Телефонуйте зараз ${emergency}. ${robot} Вийдіть, зачиніть за собою двері й попередьте інших. Якщо на сходах дим, залишайтеся в квартирі із зачиненими дверима й станьте біля вікна.`,
    sms: `Телефонуйте зараз ${emergency}. ${robot} Вийдіть, зачиніть двері, попередьте інших.`,
  },
  gas: {
    web: `Вийдіть зараз надвір і звідти телефонуйте ${emergency}. ${robot} Нічого не запалюйте, не торкайтеся вимикачів і попередьте інших. Не повертайтеся.`,
    sms: `Вийдіть зараз і телефонуйте ${emergency}. ${robot} Не вмикайте світло й вогонь, не повертайтеся.`,
  },
  'child-in-danger': {
    web: `Телефонуйте зараз ${emergency}, якщо дитина в небезпеці. ${robot} Якщо потрібна чергова соціальна служба (socialjouren), теж телефонуйте ${emergency}. Якщо ти дитина, поговори з Bris: ${children}, безкоштовно.`,
    sms: `Якщо дитина в небезпеці, телефонуйте ${emergency}. ${robot} Ти дитина? Bris: ${children}, безкоштовно.`,
  },
  violence: {
    web: `Телефонуйте зараз ${emergency}, якщо ви або хтось інший у небезпеці. ${robot} Це не ваша провина. Kvinnofridslinjen відповідає цілодобово: ${violence}, безкоштовно, у рахунку цього не видно. Якщо не терміново, поліція відповідає за номером ${police}.`,
    sms: `У небезпеці телефонуйте ${emergency}. ${robot} Це не ваша провина. Безкоштовно, цілодобово: ${violence}.`,
  },
  'self-harm': {
    web: `Телефонуйте зараз ${emergency}, якщо є загроза життю. ${robot} Ви не маєте бути з цим на самоті. Телефонуйте на лінію Mind ${suicide} або ${healthAdvice} за порадою. Якщо йдеться про іншу людину, залишайтеся поруч.`,
    sms: `Якщо є загроза життю, телефонуйте ${emergency}. ${robot} Лінія підтримки Mind: ${suicide}. Порада: ${healthAdvice}.`,
  },
  'life-in-danger': {
    web: `Телефонуйте зараз ${emergency}. ${robot} Вам скажуть, що робити, доки їде допомога, не кладіть слухавку. Якщо життю нічого не загрожує, телефонуйте ${healthAdvice} за порадою.`,
    sms: `Телефонуйте зараз ${emergency}. ${robot} Якщо загрози життю немає, телефонуйте ${healthAdvice}.`,
  },
}
