// What somebody is told in Spanish.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'Soy un robot y no puedo pedir ayuda por ti.'

export const spanishAdvice: AdviceTexts = {
  fire: {
    web: `Llama ahora al ${emergency}. ${robot} Sal, cierra la puerta y avisa a los demás. Si la escalera está llena de humo, quédate en el piso con la puerta cerrada y ponte en una ventana.`,
    sms: `Llama ahora al ${emergency}. ${robot} Sal, cierra la puerta y avisa a otros.`,
  },
  gas: {
    web: `Sal ahora y llama al ${emergency} desde fuera. ${robot} No enciendas nada, no toques interruptores y avisa a los demás. No vuelvas a entrar.`,
    sms: `Sal ahora y llama al ${emergency} desde fuera. ${robot} No enciendas nada, no toques interruptores y no vuelvas a entrar.`,
  },
  'child-in-danger': {
    web: `Llama ahora al ${emergency} si un menor está en peligro. ${robot} Si has encontrado a un menor, quédate a su lado. Si necesitas a los servicios sociales de guardia (socialjouren), llama también al ${emergency}. Si eres menor, habla con Bris en el ${children}, es gratis.`,
    sms: `Llama al ${emergency} si un menor está en peligro. ${robot} Si eres menor: Bris, ${children}, es gratis.`,
  },
  'violence-nearby': {
    web: `Aléjate y llama ahora al ${emergency}. ${robot} No te metas en medio y no toques nada sospechoso. Ponte a cubierto, avisa a los demás y di dónde estás y qué ves. Ayuda a otros solo si no corres peligro. Si ya pasó, la policía responde en el ${police}.`,
    sms: `Aléjate y llama ahora al ${emergency}. ${robot} No te metas en medio ni toques nada.`,
  },
  violence: {
    web: `Llama ahora al ${emergency} si tú u otra persona está en peligro. ${robot} No es culpa tuya. Kvinnofridslinjen responde día y noche en el ${violence}, es gratis y no sale en la factura. Si no es urgente, la policía responde en el ${police}.`,
    sms: `Llama al ${emergency} si hay peligro. ${robot} No es culpa tuya. Ayuda gratis, día y noche: ${violence}.`,
  },
  'self-harm': {
    web: `Llama ahora al ${emergency} si una vida está en peligro. ${robot} No tienes que llevar esto sin ayuda. Llama a la línea de Mind, ${suicide}, o al ${healthAdvice} para consejo médico. Si es otra persona, quédate a su lado.`,
    sms: `Llama al ${emergency} si hay peligro de muerte. ${robot} Habla con Mind: ${suicide}, o ${healthAdvice}.`,
  },
  'life-in-danger': {
    web: `Llama ahora al ${emergency}. ${robot} Te dirán qué hacer hasta que llegue la ayuda, no cuelgues. Si no hay peligro de muerte, llama al ${healthAdvice} para consejo médico.`,
    sms: `Llama ahora al ${emergency}. ${robot} Si no hay peligro de muerte, llama al ${healthAdvice} y pide consejo.`,
  },
  'lost-person': {
    web: `Llama ahora al ${emergency}, a la policía, si falta una persona enferma o confundida, o no sabe volver a casa. ${robot} Si has encontrado a alguien, quédate a su lado y ayúdale a no pasar frío. Si buscas a alguien, mira en casa y cerca. Si nadie está en peligro, la policía responde en el ${police}.`,
    sms: `Llama al ${emergency} si falta una persona enferma o confundida. ${robot} Si la has encontrado, quédate.`,
  },
  'stuck-in-lift': {
    web: `Llama ahora al ${emergency} si alguien se encuentra mal o nadie responde a la alarma. ${robot} Mantén pulsado el botón de alarma del ascensor hasta que respondan, o llama al número que aparece en el ascensor. No intentes salir trepando. Hay aire suficiente.`,
    sms: `Llama al ${emergency} si alguien está mal o nadie responde. ${robot} Pulsa la alarma del ascensor.`,
  },
}
