// Swedish: what people write when something is happening, and what only sounds like it.
import { calm } from './sv/calm'
import { childInDanger } from './sv/child-in-danger'
import { fire } from './sv/fire'
import { gas } from './sv/gas'
import { lifeInDanger } from './sv/life-in-danger'
import { violenceNearby } from './sv/violence-nearby'
import { lostPerson } from './sv/lost-person'
import { stuckInLift } from './sv/stuck-in-lift'
import { hazards } from './sv/hazards'
import { selfHarm } from './sv/self-harm'
import { violence } from './sv/violence'
import type { PhraseTable } from '../phrase-table'

export const swedish: PhraseTable = {
  language: 'sv',
  negations: 'inte ej aldrig ingen inget inga icke utan knappast',
  alsoWritten: {
    jag: 'ja jg jaq jak',
    det: 'de d dt dett',
    är: 'e er ä',
    inte: 'int ej icke itne inet ente inta',
    mig: 'mej mgi meg',
    dig: 'dej',
    sig: 'sej',
    någon: 'nån ngn nån nåån',
    något: 'nåt ngt',
    några: 'nåra ngra',
    och: 'å o ock',
    min: 'minn mn',
    mitt: 'mit',
    slår: 'slor slår slåår sl',
    dö: 'döö dööö',
    död: 'dööd',
    leva: 'lewa levva lva lev',
    andas: 'nds',
    ska: 'skall sk',
    eld: 'elld',
    rök: 'röök röken',
    gas: 'gass gaz gss',
    kniv: 'kniven knivar knif knv',
    hjälp: 'jälp help hjlp',
    ligger: 'ligge ligr ligga',
    säger: 'säjer',
    mamma: 'mama',
    pappa: 'papa',
    vill: 'vil will',
    blir: 'blr',
    blev: 'blew',
    skär: 'skärr',
    grannen: 'granen',
    golvet: 'golve golvt',
    svarar: 'svarra svarer',
    vagn: 'vangn vang',
    kommer: 'komer kome',
    vält: 'vellt vällt velt',
    ögonen: 'ögona ögon',
    snälla: 'snella snäla',
    över: 'öve övr',
    drunknar: 'drunkar drunkner',
    vaknar: 'vakner vaknr',
  },
  words: {
    my: 'min mitt mina vår vårt våra en ett någon hennes hans sin',
    partner:
      'min_man en_man mannen hennes_man make maken maka fru frun hustru sambo sambon särbo pojkvän pojkvännen flickvän flickvännen ' +
      'kille killen tjej tjejen partner partnern ex exet exman exmannen exmake exsambo exfru exkille exkillen expojkvän exflickvän ' +
      'gubbe gubben karl karln fästman fästmö livskamrat',
    parent:
      'mamma mamman morsa morsan mor mammas pappa pappan farsa farsan far pappas förälder föräldrar föräldrarna styvpappa styvfar ' +
      'styvmamma låtsaspappa plastpappa bonuspappa bonusmamma fosterpappa svärmor svärfar',
    relative:
      '<parent> farmor farfar mormor morfar bror brorsa brorsan syster syrra syrran syskon lillebror lillasyster storebror ' +
      'storasyster kusin farbror morbror moster faster familj familjen släkt släkten släkting',
    child:
      'barn barnet barnen bebis bebisen bäbis bäbisen baby babyn unge ungen ungar ungarna dotter dottern döttrar son sonen söner ' +
      'flicka flickan pojke pojken småbarn spädbarn spädbarnet barnbarn barnbarnet grabben grabb grabbarna tösen jäntan lillan lillkillen småttingen bebn bebben systerson systerdotter brorson brorsdotter tonåring tonåringen *åring *åringen *åringar ' +
      'grannbarn grannbarnet lillebror lillasyster nyfödd nyfödda elev eleven tvillingar',
    someone:
      '<partner> <relative> <child> han hon hen dom de någon person personen människa människan människor folk kvinna kvinnan ' +
      'gumma gumman tant tanten dam damen herre herren granne grannen grannar grannarna kompis kompisen kompisar vän vännen ' +
      'väninna kollega kollegan gäst gästen cyklist cyklisten fotgängare patient brukare polare polaren ungdomar män killar ' +
      'gäng gänget dykaren patienten pensionären grannfrun flicka_som farbror vårdaren hemlös hemlöse alkis farbrorn gamling gubbarna personer arbetare snubbe snubben snubbar typ tjejer tonåringar chaufför förare föraren passagerare simmare',
    anyone: '<someone> jag vi',
    hits: 'slår slåss sparkar misshandlar stryper klöser örfilar bankar dunkar pucklar spöar',
    hit: 'slog slagit sparkade sparkat misshandlade misshandlat ströp strypt strypte knivhögg knivhuggit knivskar pucklade spöade slå misshandla strypa sparka',
    victim:
      'mig oss henne honom varandra mamma pappa mor sin sina min mitt bror syster lillebror lillasyster folk någon en vännen ' +
      'kompis grannen kvinnan mannen tjejen killen personalen personal läraren vårdare sköterskan lärare en_tjej en_kille',
    weapon:
      'kniv kniven knivar pistol pistolen vapen vapnet yxa yxan machete machetes skjutvapen gevär geväret svärd sax saxen ' +
      'bössa bössan hagelbössa hagelbössan hagelgevär hagelgeväret jaktgevär jaktgeväret studsaren knogjärn machetear dolk brödkniv morakniv k-pist automatvapen hammare tillhygge basebollträ järnrör järnstång järnstänger järnrören kofot puffra köksskniv kökskniv skruvmejsel',
    hurt: 'döda mörda skada knivhugga skjuta strypa misshandla våldta slå slakta hugga',
    house:
      'hus huset lägenhet lägenheten lgh kök köket trappa trappan trapphus trapphuset trappuppgång trappuppgången källare källaren ' +
      'vind vinden tak taket balkong balkongen altan altanen sovrum sovrummet badrum vardagsrum hall hallen rum rummet garage ' +
      'garaget villa villan radhus byggnad byggnaden skola skolan soprum soprummet tvättstuga tvättstugan förråd förrådet carport ' +
      'fönster fönstret hiss hissen ladugård ladugården lada stuga stugan kolonistuga affär affären butik restaurang restaurangen ' +
      'höghus höghuset hotell fabrik lokal hem hemmet kåk kåken dagis förskola förskolan boendet uppgång uppgången port porten entrén dörr dörren korridor korridoren verkstad verkstaden kyrkan',
    burning:
      '<house> bil bilen bilar buss bussen lastbil båt båten moped mopeden skog skogen gräs gräset buskar busken träd trädet soptunna ' +
      'soptunnan sopkärl container containern papperskorg papperskorgen spis spisen gryta grytan stekpanna kastrull olja oljan tvättmaskin ' +
      'torktumlare tvätten tv teven dator datorn batteri batteriet elsparkcykel elcykel elskåp elskåpet elcentral proppskåp säng sängen soffa ' +
      'soffan gardin gardiner gardinerna adventsljusstake ljusstake julgran granen kläder kläderna hår håret fläkt fläkten kyl frys ' +
      'mikro mikron ugn ugnen laddare laddaren mobil mobilen tåg tåget mark marken häck häcken staket fält fältet åker åkern ' +
      'skorsten skorstenen vindsbrand granne grannen grannens grannhuset macken däck slyet sly buskage buskaget snår snåret vass vassen löv lövhög lövhögen hö höbalar halm ris rishög rishögen dike diket slänt slänten banvall banvallen lekplats lekplatsen cisternen allt',
    illness:
      'hjärtinfarkt hjärtattack hjärtstopp stroke slaganfall hjärnblödning hjärtstillestånd propp epilepsianfall blodpropp infarkt',
    poison:
      'frätande frätmedel avlopps* kaustik* propplös* glykol kylarvätska spolarvätska metanol t-sprit tändvätska lampolja råttgift råttmedel lut syra ammoniak klorin blekmedel ' +
      'avkalkning* entkalk* maskindisk* diskmaskins* diskmedel tvättmedel ättiksprit ättika lösningsmedel terpentin rengöring* handsprit parfym nagellack* fläckborttagning* ' +
      'ogräsmedel bekämpningsmedel motorolja bensin diesel aceton thinner lacknafta tvättkapsel knappcell knappcellsbatteri batteri flugsvamp svampar',
    tool: 'motorsåg slägga spade järnspett skruvmejsel tegelsten flaska glasflaska påk planka kätting hammare bräda stekpanna',
    door: 'dörren dörr ytterdörren ytterdörr porten fönstret fönster rutan altandörren balkongdörren handtaget',
    cold: 'kall kalla kallt iskall iskalla iskallt stel stela stelt blå blåa grå blek likblek vit slapp slappa slappt livlös',
    edge: 'bron broräcket räcket taket takkanten kanten klippan perrongen viadukten spåret rälsen brokanten balkongräcket kajkanten hustaket höghuset fönsterbrädan stupet',
    fuel: 'bensin bensinen tändvätska fotogen t-sprit thinner diesel bensindunk',
    floor:
      'golvet marken gatan vägen trottoaren trappan asfalten snön trappen gräset backen diket badrumsgolvet parkeringen kajen',
    water:
      'vattnet sjön havet hamnen hamnbassängen ån kanalen älven isen vaken dammen bassängen poolen brunnen floden viken bäcken sundet',
    pills:
      'tabletter tabletten tabletterna piller pillren alvedon alvedoner panodil ipren medicin mediciner sömntabletter sömnmedel ' +
      'värktabletter lugnande insulin benzo tramadol paracetamol antidepressiva burkar kartor morfin lyrica xanor',
    vehicle:
      'bil bilen bilar buss bussen lastbil lastbilen traktor traktorn truck trucken grävmaskin grävmaskinen grävskopa grävskopan skopan ' +
      'hjullastare hjullastaren fyrhjuling fyrhjulingen moped mopeden motorcykel motorcykeln mc tåg tåget spårvagn spårvagnen gräsklippare ' +
      'gräsklipparen åkgräsklippare släp släpet husvagn skåpbil skåpbilen skoter skotern snöskoter snöskotern maskin maskinen kran kranen',
    head: 'huvudet huvet skallen bakhuvudet pannan tinningen nacken',
    electric:
      'elcentral elcentralen elskåp elskåpet proppskåp proppskåpet säkringsskåpet säkringar säkringarna eluttag eluttaget vägguttag vägguttaget uttag ' +
      'uttaget sladd sladden elkabel elkabeln kontakten laddaren laddare batteri batteriet powerbank elmätaren elen elledning ' +
      'tvättmaskinen diskmaskinen torktumlaren mikron elementet spisen tv teven datorn solcellerna växelriktaren laddboxen',
    chemical:
      'kemikalier kemikalie syra lut klor klorin ammoniak propplösare rengöringsmedel ugnsrengöring maskindiskmedel lösningsmedel kaustiksoda avfettning ' +
      'kalk cement betong bensin diesel aceton batterisyra',
    intimate:
      'nakenbilder nakenbild nakna_bilder nudes mina_bilder bilder_på_mig bilder_av_mig min_bild videor_på_mig video_på_mig bilder_på_min film_på_mig',
    online:
      'nätet internet snapchat snap discord roblox instagram insta tiktok chatten facebook fortnite minecraft telegram kik spelet',
    clan: 'familjen familj släkten släktingar pappa bror brorsan bröder bröderna kusin kusiner kusinen farbror farbröder morbror föräldrar föräldrarna',
    abroad:
      'utomlands hemlandet somalia irak syrien afghanistan pakistan turkiet libanon iran gambia eritrea etiopien kurdistan jordanien egypten indien',
    ago: 'fjol förra igår tidigare länge_sedan sedan 90-talet barndom förr i_våras i_somras i_höstas i_vintras historien liten_var',
    badly:
      'mycket massor massa jättemycket kraftigt väldigt ymnigt rejält svårt allvarligt illa hårt floder ordentligt sjukt extremt sinnessjukt mkt jättemkt',
    now: 'nu just här pågår hjälp snabbt skynda snälla genast',
  },
  ordinary:
    'avslagen avslaget inslagen inslaget uppslagen bott repat repad hörslinga hörslingan hörslingor brädd brädden kommando kommandot soss sossar sossarna uppskjuten uppskjutet uppskjutna uppläst upplästa dödfött dödfödd dödfödda askgrå askgrått ' +
    'lagar lagas lagat lagade gnistrade gnistrat infart infarten infarter garageinfart garageinfarten mans jag du vi ni han hon det den de en ett och att som på i av för till med om är var har hade ska skulle kan kunde vill måste får inte ej men eller så när där här hur vad vem ' +
    'vilken vilket vilka varför då nu sen från ut upp ner in mot vid utan mellan efter innan över under också bara mer mest mycket många alla allt något någon min mitt mina ' +
    'din ditt dina vår våra er era sin sitt sina hej tack idag imorgon kommunen staden ansöka boka anmäla fråga undrar behöver gäller tid dag vecka år kronor telefon ' +
    'varar varat rinner hinner finner vinner spinner brunnen brunn brunnar bränner branter brant brandt brister bringer blinkar spricker ' +
    'andra andras andreas anmäls anda hoppas hotell hotellet hoten huset husets slaget slagets lagen sparar spara sparade spelar ' +
    'lättläst lättlästa lättare enklare skaver skrapar skräpar kräver krävs kräva skarpt skara skatt kastar hittar hinder hanterar leder lever levde levererar lever ' +
    'krocket krokar krock skjuts skjutsen skjutsar skjutsa skolskjuts drunknat blommar blodet blocket bloder blöjor blöder blöter böter ' +
    'saknar saknas sakna rökare rökning röker röka tabeller tablett tomten vattnar vattna faller fäller fyller fälla hänger hanger ' +
    'hängt hoppat hoppar dottern barnens bärnen tanden tanten ambulerande döpa döpt mordet mörkt mordisk gräset grannar gården ' +
    'skrivet skriver skrikit skurar skuren skurit strypa vakna väckt vaknar svarar svara svaret svalt svalde svettas svetsar ' +
    'ligger lägger lagger larmet larmar lampor lampan medveten medvetet kniven krampa kramar krama kram bomben bommen bommar bomber ' +
    'simmat simmar svimmar simma brutet bruten bryta brott elden elda eldar eldat kvar kvart kvarn kvart trafik ' +
    'spisen hotar hotet hota noterar hostar hostat hosta hastar handen handel händer hända hände ensam ensamt rädda räddar räddning ' +
    'svämmat svämmar svämmade svämma svämmas proppfull proppfullt proppfulla överfull överfullt överfulla ' +
    'använder använde används använda använt skällde skäller skällt skällande begravs begrava begravas begravning spolade spolar spolat spola spolas spelade tabort vägrar vagnen vuxen växer sjunker sjunger ring ringer ringa rymmer rymma rymden rykten ryker ryktas brand branden',
  calm,
  questions: [
    '(vem|vems|vilken|vilka|vad) .. (ansvarar|ansvar|ansvarig|ansvariga|betalar|ersätter) .. (om|när|ifall) ...',
    '(ramlat|ramlade|ramla|trillat|trillade|föll|fallit|halkade|halkat|snubblade|snubblat) .. .. (igår|i_går|häromdagen|förut|tidigare|nyligen|ofta|ibland) .. (ska_jag|vill_jag|kan_ni|kan_man|vem|hur|vart|anmäla|ersättning|fixa|laga|sanda|sätta_upp|$)',
    '(ramlat|ramlade|trillat|trillade|föll|fallit|halkade|halkat) .. .. (flera|många|två|tre) gånger',
    '(fick|hade|har_haft|haft|blev|var|ramlade|ramlat|ramla|trillade|föll|bröt|krockade|svimmade|brann|kollapsade|blödde|fått|halkade|slog) .. .. .. (i_januari|i_februari|i_mars|i_april|i_maj|i_juni|i_juli|i_augusti|i_september|i_oktober|i_november|i_december|för_länge_sen|månad_sen|månader_sen|år_sen|åren_sen)',
    '(röra|rör|lyfta|domnad|domnat|känsel) .. .. .. (efter|sedan|sen) (operationen|en_operation|min_operation|olyckan|stroken)',
    '(förra|i_fjol|i_våras|i_somras|i_höstas|i_vintras) (året|veckan|månaden|sommaren|vintern|våren|hösten|julen)? .. (bröt|brutit|svimmade|kollapsade|krockade|blödde|föll|halkade|snubblade|trillade|slog) ...',
    '(blödde|svimmade|kräktes|krampade|kollapsade|bröt) .. (då|den_gången|på_den_tiden|som_ung|som_liten)',
    '(hade|haft) (cancer|bröstcancer|en_tumör|tumör|en_operation|covid) ...',
    '(nu_är_jag|är_nu|nu_är_hon|nu_är_han) (frisk|friskförklarad|återställd|bra_igen)',
    '(vad|hur|vem|vart|var|när|vilket|vilka|kan|ska|får|måste|bör) .. .. man .. .. (om|vid|när|ifall|mot|efter) ...',
    '(vad|hur|vem|vart|var|när|vilket|ska|kan|får|måste|bör) .. .. (om|när|ifall) (det|en|ett|man|larmet) ...',
    '(vad|hur|vem|vart|var|vilket|kontakta|ringer|finns|information|info|råd|tips|rutin|rutiner|plan|regler|samlingsplats|handlar|numret|nummer) .. .. vid (brand|en|ett|olycka|olyckor|gas*|hjärt*|rök*|drunk*|bilolycka|stroke|förgift*) ...',
    '(vad|hur) (gör|ska|bör|kan) .. .. (brand|bränder|eldsvåda|hjärtstopp|gasläcka|olycka|drunkning) $',
    '(tecken|symtom|symptom|risk|risken|risker|faktorer) .. (på|för|vid|med) ...',
    '(hur|vad) (hjälper|undviker|förebygger|känner|märker|upptäcker|släcker|behandlar|förhindrar|fungerar|gör) (man|en|ett) ...',
    '(fick|hade|har_haft|haft|blev|var|ramlade|trillade|föll|bröt|krockade|svimmade|luktade|brann|opererad|kollapsade|blödde|fått) .. .. (fjol|förra|igår_men|år_sedan|månader_sedan|veckor_sedan|månad_sedan|vecka_sedan|länge_sedan|dagar_sedan|tidigare|som_barn|i_våras|i_somras|i_höstas|i_vintras|2020|2021|2022|2023|2024|2025)',
    '(förra|i_fjol|för_länge|i_våras|i_somras|i_höstas|i_vintras|en_gång) .. (året|veckan|månaden|sommaren|vintern|sedan)? .. (fick|hade|blev|var|ramlade|brann|luktade) ...',
    '(har|hade) haft ...',
    '(sedan|efter|efter_sin|efter_en|sen) (min|sin|en|ett|hennes|hans|stroken|olyckan|mammas|pappas)? (stroke|stroken|hjärtinfarkt|hjärtinfarkten|hjärnblödning|olycka|olyckan|slaganfall|fall)',
    '(om|ifall) det (skulle|börjar|händer|blir|uppstår) ...',
    '(tänk|vad_händer|undrar_vad|anta|exempel|till_exempel) (om|att) ...',
    '(är|vara) rädd (för|att) (det|att|brand|eld|gas|olyckor) ...',
    '(brandfarlig|brandfarligt|brandrisk|brandrisken|brandskydd|eldningsförbud) ...',
  ],
  afar: [
    '(skämt|skämtar|skoja|skojar|skojade|haha*|hihi*|lol)',
    '(192*|193*|194*|195*|196*|197*|198*|199*|200*|201*|202*)',
    '(läste|läst|läser|såg|hörde) .. (i|på) (hd|dn|tidningen|lokaltidningen|nyheterna|radion|radio|p1|p4|aftonbladet|expressen|svt|tv)',
    '(förra|förrförra) (året|veckan|månaden|sommaren|vintern|hösten|våren|helgen|julen|terminen)',
    '(i_våras|i_somras|i_höstas|i_vintras|i_fjol|ifjol|i_förrgår)',
    '(år|månader|veckor|månad|vecka) (sen|sedan)',
    'för länge (sen|sedan)',
    '(ingen|inga|ingenting) .. (skadad|skadade|skadades|skadats|skada|skador) (nu|alls|$)',
    '(inte|ej|inget) .. hänt (något|nåt|nånting|någonting|$)',
    'allt (är|e|gick|va|var) (bra|lugnt|ok|okej|väl)',
    'i (januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|måndags|tisdags|onsdags|torsdags|fredags|lördags|söndags)',
    '(som|var) (barn|liten|ung)',
    '(på|under) (50-talet|60-talet|70-talet|80-talet|90-talet)',
    '(film|filmen|filmer|pjäs|pjäsen|skolpjäs|skolpjäsen|teatergruppen|amatörteater|kuliss|rekvisita|bok|boken|böcker|deckare|deckaren|roman|romanen|novell|spel|spelet|dataspel|minecraft|fortnite|tv-serie|serien|avsnitt|avsnittet|låten|lajv|halloween|zombie*|mordgåta|mordgåtan|escape_room|teambuilding)',
    '(uppsats|uppsatsen|skoluppgift|skolarbete|statistik|statistiken|föreläsning|föreläsningen|föreläsa|övning|övningen|brandövning|utrymningsövning|temadag|temavecka|debattartikel|insändare|motion|rapport|rapporten|bokcirkel|bokcirkeln)',
  ],
  errands:
    'betalar kompensation hemtjänst* färdtjänst* ersättning* bidrag* avlastning* trygghetslarm* hjälpmedel* försäkring* ansök* blankett* jobba jobb tillstånd* avgift* kostar kostnad faktura* öppettider bygglov* felanmäl* skolskjuts* sjukanmäl* frånvaro* förskola* intyg* återvinning* boka avboka begravning* synpunkt* förslag äldreboende* bostadsanpassning* farthinder* hastighet* farthinder övergångsställe* städar städa sanda sandning halkbekämp* skadestånd* skadeanmälan rollator* ledsagare* anhörigstöd* korttidsboende* bistånd* biståndshandläggare* parkeringstillstånd* handikapp* kurs kurser utbildning* föreläsning* praktik sommarjobb statistik tandvård* vaccin* avregistrera* dödsbo* fritids busskort* taxa priser regler lag lagen tillsyn serveringstillstånd* sotning* sotare* assistans* färdtjänsten lov loven simskola* taxi skolresa* klasslista* frånvaro*',
  hazards,
  alarms: {
    fire,
    gas,
    'self-harm': selfHarm,
    violence,
    'child-in-danger': childInDanger,
    'life-in-danger': lifeInDanger,
    'stuck-in-lift': stuckInLift,
    'lost-person': lostPerson,
    'violence-nearby': violenceNearby,
  },
}
