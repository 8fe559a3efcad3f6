// Finnish, spoken forms with it: "mua", "mun", "oo".
import { calm } from './fi/calm'
import { childInDanger } from './fi/child-in-danger'
import { fire } from './fi/fire'
import { gas } from './fi/gas'
import { lifeInDanger } from './fi/life-in-danger'
import { selfHarm } from './fi/self-harm'
import { violence } from './fi/violence'
import type { PhraseTable } from '../phrase-table'

export const finnish: PhraseTable = {
  language: 'fi',
  negations: 'ei en et emme ette eivät älä eikä enkä ilman',
  alsoWritten: {
    minä: 'mä mää mie',
    minua: 'mua minnuu',
    minun: 'mun',
    hän: 'se hää',
    ole: 'oo',
    ei: 'e eii',
    pitää: 'pittää',
    on: 'o',
  },
  words: {
    partner:
      'mies mieheni miehen vaimo vaimoni puoliso puolisoni avomies avomieheni avovaimo poikaystävä poikaystäväni tyttöystävä tyttöystäväni poikakaveri exä eksä exäni eksäni ' +
      'exmies exmieheni ukko kumppani kumppanini aviomies ex',
    relative:
      'äiti äitini isä isäni iskä iskän faija mutsi veli veljeni sisko siskoni mummo mummi mummoni pappa ukki vaari isäpuoli äitipuoli vanhemmat vanhempani perhe perheeni ' +
      'setä täti eno suku sukulaiset vanhempi velipuoli isoveli isosisko',
    child:
      'lapsi lapsen lasta lapset lapseni lapsia lapsemme vauva vauvan vauvaa poika poikani tyttö tyttöni tytär tyttäreni pojan tytön vauvani pikkulapsi taapero lapsella teini *vuotias lastaan lapsiaan poikaansa tyttöään pikkuveli pikkusisko pikkusiskoa pikkuveljeä',
    someone:
      '<partner> <relative> <child> hän he ne joku jokun nainen naapuri naapurin naapurit ihminen ihmiset ihmisiä henkilö kaveri kaverini ystävä ystäväni vanhus pyöräilijä kuljettaja ' +
      'jengi porukka miehet mummo asiakas työkaveri kämppis vanha tuntematon nuoret kaksi',
    anyone: '<someone> minä me',
    hits: 'lyö löi hakkaa hakkasi potkii potki pahoinpitelee pahoinpiteli kuristaa kuristi pieksee pieksi mukiloi läpsii puukotti puukottaa lyönyt hakannut pahoinpidellyt raiskasi raiskaa lyödä',
    me: 'minua minut mua mut meitä meidät häntä hänet sitä vaimoaan vaimonsa äitiä äitiäni siskoani tyttöystäväänsä toisiaan naista miestä',
    weapon:
      'puukko puukon puukolla veitsi veitsen veitsellä ase aseen aseella pistooli haulikko kirves kirveen kirveellä kivääri veitsi machete',
    burning:
      'talo talon asunto asunnossa keittiö keittiössä auto metsä metsässä maasto sauna kerrostalo kerrostalossa rivitalo katto roskis roskakatos naapurin naapurissa liesi uuni parveke varasto koulu kellari kellarissa rappu rapussa rappukäytävä rappukäytävässä ikkuna ikkunasta asunnosta talosta autosta moottori katolla heinikko ruoho sähkötaulu pesukone televisio paisti rasva öljy kattila huone huoneessa hissi vene mökki',
    water:
      'veteen vedessä järveen järvessä jäihin jokeen joessa mereen meressä altaaseen altaassa satamaan kaivoon avantoon vedestä jäälle',
    pills:
      'unilääkkeet unilääkkeitä unilääkettä unipillerit unipillereitä särkylääkkeet särkylääkkeitä lääkkeitä lääkettä pillereitä tabletteja särkylääkkeitä unilääkkeitä buranaa panadolia tabletit lääkkeet pillerit unilääkettä rauhoittavia',
  },
  ordinary:
    'tiedosto tiedoston tiedostot tiedostoa ' +
    'haukkuu haukkuvat ja on ei se että hän minä sinä te he mutta tai kun jos niin myös kuin mitä missä milloin miten miksi kuka onko voiko voin minun sinun meidän tämä tuo nämä olen olet ovat oli haluan ' +
    'kiitos hei mistä mihin voi saa kotiin koti kaupunki hakea haku tarvitsen saanko paljonko maksaa aukeaa aukioloajat palata palaan palaute palautetta palvelu palkka lapion lapio hakata hukassa ' +
    'kaatunut hakija hakkuu sataa savi savun kaatopaikka kuollut kuolla laulaa kaasua kassa kaasu verta verkko veri verot',
  calm,
  questions: [
    '(mitä|miten|kenelle|kuinka|mihin|saako|voiko|pitääkö|onko) .. .. (jos|kun|mikäli|tulipalon_sattuessa|onnettomuudessa) ...',
    '(mitä|miten) (tehdä|tehdään|tekee|pitää|pitäisi|toimia|toimin|toimitaan) ...',
    '(riski|vaara|oireet|merkit|ehkäisy|ohje|ohjeet|vakuutus|tilasto|tilastot|ehkäistä) ...',
    '(viime|vuosi_sitten|vuotta_sitten|viikko_sitten|kuukausi_sitten|kuukautta_sitten) (vuonna|viikolla|kesänä|talvena|kuussa)? ...',
    '(paloi|oli|sai|kaatui|haisi|sattui|räjähti) .. .. (viime|vuosi_sitten|vuotta_sitten|viikko_sitten|kuukautta_sitten|sitten)',
    '(jälkeen) ...',
  ],
  afar: [
    '(haha*|hehe*|lol|vitsi|vitsailin)',
    '(192*|193*|194*|195*|196*|197*|198*|199*|200*|201*|202*)',
    'viime (vuonna|viikolla|kuussa|kesänä|talvena|keväänä|syksynä|viikonloppuna)',
    '(vuotta|vuosi|kuukautta|kuukausi|viikkoa|viikko) sitten',
    '(keväällä|kesällä|syksyllä|talvella|vuonna|tammikuussa|helmikuussa|maaliskuussa|huhtikuussa|toukokuussa|kesäkuussa|heinäkuussa|elokuussa|syyskuussa|lokakuussa|marraskuussa|joulukuussa)',
    '(lapsena|nuorena|aikoinaan)',
    '(elokuva|elokuvan|elokuvassa|leffa|leffan|näytelmä|näytelmän|näytelmässä|kuunnelma|kuunnelmassa|kirja|kirjan|kirjassa|dekkari|peli|pelin|pelissä|mariokart*|minecraft|fortnite|sarja|sarjassa|biisi|halloween|zombi*)',
    '(tutkielma|opinnäytettä|opinnäytetyö|essee|tilasto|tilastoja|luento|paloharjoitus|artikkeli)',
  ],
  errands:
    'kotihoito kotihoitoa korvaus korvausta korvauksia hakemus hakemusta hakea haen tuki tukea lupa lupaa maksaa maksu aukioloajat vakuutus vakuutuksen kurssi kuljetuspalvelu turvapuhelin turvapuhelimen päiväkoti päiväkotiin sairausloma palautetta hidaste hautajaiset puheterapia puheterapiaa puheterapeutti puheterapeutin',
  alarms: {
    fire,
    gas,
    'child-in-danger': childInDanger,
    violence,
    'self-harm': selfHarm,
    'life-in-danger': lifeInDanger,
  },
}
