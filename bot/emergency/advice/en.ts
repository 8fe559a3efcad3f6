// What somebody is told in English.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'I am a robot and cannot call for you.'

export const englishAdvice: AdviceTexts = {
  fire: {
    web: `Call ${emergency} now. ${robot} Get out, close the door behind you and warn others. If the stairs are full of smoke, stay in the flat with the door closed and stand at a window.`,
    sms: `Call ${emergency} now. ${robot} Get out, close the door behind you and warn others. If the stairs are full of smoke, stay in and stand at a window.`,
  },
  gas: {
    web: `Go outside now and call ${emergency} from there. ${robot} Light nothing, touch no switches and warn others. Do not go back in.`,
    sms: `Go outside now and call ${emergency} from there. ${robot} Light nothing, touch no switches and do not go back in.`,
  },
  'child-in-danger': {
    web: `Call ${emergency} now if a child is in danger. ${robot} If you have found a child, stay there. If you need social services at night or on a weekend, call ${emergency} too and ask for them. If you are a child you can talk to Bris on ${children}, it is free. If it is not urgent, the police answer on ${police}.`,
    sms: `Call ${emergency} now if a child is in danger, and ask for social services if needed. ${robot} If you are a child you can talk to Bris on ${children}, it is free.`,
  },
  'violence-nearby': {
    web: `Keep away and call ${emergency} now. ${robot} Do not step in between and touch nothing suspicious. Take cover, warn others and tell ${emergency} where you are and what you see. Help someone else only if it is safe for you. If it is over and nobody is in danger, the police answer on ${police}.`,
    sms: `Keep away and call ${emergency} now. ${robot} Do not step in between and touch nothing suspicious. Help others only if it is safe. Police, not urgent: ${police}.`,
  },
  violence: {
    web: `Call ${emergency} now if you or someone else is in danger. ${robot} What is happening is not your fault. Kvinnofridslinjen answers day and night on ${violence}, it is free and does not show on the phone bill. If it is not urgent, the police answer on ${police}.`,
    sms: `Call ${emergency} now if anyone is in danger. ${robot} It is not your fault. Helpline ${violence}: free, day and night, not on the phone bill. Police, not urgent: ${police}.`,
  },
  'self-harm': {
    web: `Call ${emergency} now if a life is in danger. ${robot} You should not have to carry this alone. Call the suicide helpline Mind on ${suicide}, or ${healthAdvice} for medical advice. If it is about someone else, stay with them until help comes.`,
    sms: `Call ${emergency} now if a life is in danger. ${robot} You should not have to carry this alone. Suicide helpline Mind: ${suicide}. Medical advice: ${healthAdvice}. If it is someone else, stay with them.`,
  },
  'life-in-danger': {
    web: `Call ${emergency} now. ${robot} They tell you what to do until help comes, so stay on the line. If no life is in danger, call ${healthAdvice} for medical advice.`,
    sms: `Call ${emergency} now. ${robot} They tell you what to do until help comes. If no life is in danger, call ${healthAdvice} for medical advice.`,
  },
  'lost-person': {
    web: `Call ${emergency} now, for the police, if someone who is ill, old or confused is missing or cannot find home. ${robot} If you have found someone, stay with them and help them keep warm. If you miss someone, search the home and close by, and let somebody wait at the door. If nobody is in danger, the police answer on ${police}.`,
    sms: `Call ${emergency} now, for the police, if someone ill or confused is missing or cannot find home. ${robot} If you have found someone, stay with them. Police, not urgent: ${police}.`,
  },
  'stuck-in-lift': {
    web: `Call ${emergency} now if anyone is unwell, or if nobody answers the alarm. ${robot} Hold the alarm button in the lift until somebody answers, or call the number on the sign in the lift. Stay inside and do not try to climb out. There is air in the lift.`,
    sms: `Call ${emergency} now if anyone is unwell, or if nobody answers the alarm. ${robot} Hold the alarm button in the lift, or call the number on its sign. Do not climb out.`,
  },
}
