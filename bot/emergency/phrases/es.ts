// Spanish.
import { calm } from './es/calm'
import { childInDanger } from './es/child-in-danger'
import { fire } from './es/fire'
import { gas } from './es/gas'
import { lifeInDanger } from './es/life-in-danger'
import { lostPerson } from './es/lost-person'
import { selfHarm } from './es/self-harm'
import { violence } from './es/violence'
import type { PhraseTable } from '../phrase-table'

export const spanish: PhraseTable = {
  language: 'es',
  negations: 'no nunca nadie nada ningún ninguna ninguno sin tampoco ni',
  alsoWritten: {
    que: 'q ke qe',
    quiero: 'kiero qiero kero quero',
    me: 'm',
    mi: 'mis',
    hay: 'ai ay',
    por: 'x',
    está: 'ta esta',
    por_favor: 'xfa',
  },
  words: {
    partner:
      'marido esposo mujer esposa novio novia pareja ex exmarido exnovio exnovia padrastro hombre compañero_sentimental expareja prometido',
    relative:
      'madre mama mamá padre papá papa hermano hermana abuela abuelo tío tía primo prima familia padres suegra suegro madrastra hermanos mami papi pariente',
    child:
      'niño niña niños niñas bebé bebe bebés hijo hija hijos hijas hijito hijita nene nena chico nieto nieta recién_nacido menor adolescente crío pequeño pequeña sobrino sobrina',
    someone:
      '<partner> <relative> <child> él ella ellos alguien gente persona personas señor señora vecino vecina vecinos amigo amiga anciano anciana hombre mujer muchacho muchacha ciclista conductor peatón tipo desconocido ' +
      'ladrón individuo chica chico colega paciente grupo pandilla compañero compañera extraño viejo',
    anyone: '<someone> yo nosotros',
    hits: 'pega pegó golpea golpeó maltrata maltrató patea estrangula agrede agredió apuñaló abusa violó viola ahorca pegando golpeando maltratando agrediendo pegado golpeado atacó ataca zarandea asfixia pegan pego',
    weapon:
      'cuchillo cuchillos pistola arma armas navaja machete hacha escopeta rifle martillo tijeras espada fusil',
    burning:
      'casa piso apartamento departamento cocina coche carro auto bosque edificio techo tejado sótano escalera escaleras balcón garaje basura contenedor vecino vecina vecinos escuela hotel tienda horno sartén aceite árbol campo hierba camión autobús televisor batería cama ventana colegio sofá todo habitación cuarto bloque cables enchufe barco portal ático puerta cortina ropa pelo restaurante',
    water: 'agua río lago mar hielo piscina canal puerto estanque pozo alberca bañera',
    pills:
      'pastillas pastilla medicamentos tabletas píldoras somníferos paracetamol ibuprofeno medicinas medicación calmantes antidepresivos',
    attack:
      'infarto ataque_cardíaco ataque_al_corazón derrame ictus paro_cardíaco derrame_cerebral ataque_epiléptico convulsiones ataque_de_epilepsia convulsión ataque_de_asma ataque_cardiaco embolia',
  },
  ordinary:
    'responder responderé contestar queda quedar quedan quedo el la los las un una y o en de del al a con por para que qué como cómo cuándo dónde quién por es son está están hay ser estar tengo tiene quiero necesito puedo puede hola gracias buenos días favor mi su nuestro muy más pero si ' +
    'ciudad ayuntamiento escuela horario cita solicitud cuánto cuesta hoy mañana ahora casa fuego juego juegos luego pega paga pago paga pagar huele suele fuera fuerte gasto gastos gas pesa mesa mama muerte muestra fuerza suero sueño nuero quema tema arde tarde parte sangra sangría sangre suicidio matar mater mata mapa marido matrícula matricular disparo violín violeta',
  calm,
  questions: [
    '(qué|cómo|a_quién|quién|dónde|cuándo|debo|puedo|hay) .. .. (si|cuando|en_caso|en_caso_de|ante|durante) ...',
    '(qué|cómo) (hacer|hago|se_hace|debo_hacer|hay_que|actuar|prevenir|evitar|reconocer|apagar|ayudar|tratar) .. (en|ante|si|con|un|una|cuando|el|la|incendio|caso) ...',
    '(riesgo|peligro|síntomas|señales|causas|seguro|prevención|estadísticas|información|consejos|normas) (de|para|sobre|contra|del|por|ante) ...',
    '(año_pasado|mes_pasado|semana_pasada|hace_años|hace_un_año|hace_dos|hace_tres|hace_meses|hace_tiempo|hace_un_mes|2023|2024|2025) ...',
    '(tuvo|tuve|sufrió|sufrí|hubo|fue|cayó|estuvo|olía|había) .. .. (año_pasado|mes_pasado|semana_pasada|hace_años|hace_un_año|hace_dos|hace_tres|hace_meses|hace_un_mes|hace_tiempo)',
    '(después|desde|tras) .. (derrame|infarto|accidente|incendio|ictus|caída)',
  ],
  afar: [
    '(jaja*|jeje*|broma|es_broma)',
    '(192*|193*|194*|195*|196*|197*|198*|199*|200*|201*|202*)',
    '(el|la) (año|mes|semana|verano|invierno|sábado|domingo|viernes) (pasado|pasada)',
    'hace (años|meses|un_año|dos_años|tres_años|un_mes|mucho_tiempo|semanas)',
    'hace . (años|meses|semanas)',
    '(en_enero|en_febrero|en_marzo|en_abril|en_mayo|en_junio|en_julio|en_agosto|en_septiembre|en_octubre|en_noviembre|en_diciembre|en_invierno|en_verano|de_niño|de_pequeña|de_pequeño)',
    '(película|peli|obra_de_teatro|libro|novela|juego|videojuego|minecraft|fortnite|serie|canción|escena|broma)',
    '(tesis|ensayo|estadística|estadísticas|charla|simulacro|artículo)',
  ],
  errands:
    'solicitud solicitar indemnización seguro permiso tasa curso empleo entierro precio subsidio cita compensación formulario logopeda logopedia',
  alarms: {
    fire,
    gas,
    'child-in-danger': childInDanger,
    violence,
    'self-harm': selfHarm,
    'life-in-danger': lifeInDanger,
    'lost-person': lostPerson,
  },
}
