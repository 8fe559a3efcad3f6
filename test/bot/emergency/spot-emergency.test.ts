// What is an emergency and what only sounds like one, in ten languages and as people in a hurry type it.
import { join } from 'node:path'
import { emergencyKinds, type EmergencyKind } from '../../../bot/contracts/talk/emergency-kind'
import { phraseTables } from '../../../bot/emergency/phrase-tables'
import { spotEmergency } from '../../../bot/emergency/spot-emergency'
import { compileDialogs } from '../../../bot/dialog/reading/compile-dialogs'
import { readDialogFiles } from '../../../bot/dialog/reading/read-dialog-files'
import { checkArticles } from '../../../bot/knowledge/check-articles'
import { readArticles } from '../../../bot/knowledge/read-articles'
import { processorMs } from '../../support/processor-time'
import { withOneTypo, withoutMarks } from './noise'
import { readList } from './read-list'

const alarms = readList('alarms')
const calm = readList('calm')
const kindOf = (text: string): EmergencyKind | undefined => spotEmergency(text)?.kind

/** Which of the listed alarms are missed when they are written so. */
const missedWhen = (write: (text: string, at: number) => string): readonly string[] =>
  alarms.map(({ text }, at) => write(text, at)).filter((text) => spotEmergency(text) === undefined)

describe('the lists', () => {
  it('hold more than three hundred texts each, of every language', () => {
    for (const list of [alarms, calm]) {
      expect(list.length).toBeGreaterThan(300)
      expect([...new Set(list.map(({ language }) => language))].sort()).toEqual(
        phraseTables.map(({ language }) => language).sort(),
      )
    }
  })

  it('hold no text twice', () => {
    const texts = [...alarms, ...calm].map(({ text }) => text)
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
  })

  it('name kinds that there are', () => {
    const known = new Set<string>([...emergencyKinds, 'any kind'])
    expect(alarms.filter(({ kind }) => !known.has(kind))).toEqual([])
  })
})

describe('an emergency', () => {
  it('is recognised in every listed text', () => {
    expect(missedWhen((text) => text)).toEqual([])
  })

  it('is answered in the language it is written in', () => {
    expect(alarms.filter(({ text, language }) => spotEmergency(text)?.language !== language)).toEqual([])
  })

  it('is of the kind under whose heading it stands', () => {
    const listed = alarms.filter(({ kind }) => kind !== 'any kind')
    expect(listed.filter(({ text, kind }) => kindOf(text) !== kind)).toEqual([])
  })

  it.each<[string, (text: string) => string]>([
    ['in capitals', (text) => text.toUpperCase()],
    ['without dots, rings and accents', withoutMarks],
    ['decomposed', (text) => text.normalize('NFD')],
    ['with emoji between the words', (text) => text.replaceAll(' ', ' 😭 ')],
    ['with exclamation marks', (text) => `${text}!!!!`],
    ['with zero-width characters', (text) => text.replaceAll('', '\u200b')],
    ['after a greeting and before a name', (text) => `Hej! Jag heter Anna.\n${text}\nMvh Anna`],
  ])('is recognised %s', (_, write) => {
    expect(missedWhen(write)).toEqual([])
  })

  it('is recognised with one slip of the finger in nineteen of twenty texts', () => {
    expect(missedWhen(withOneTypo).length).toBeLessThan(alarms.length / 20)
  })

  it('is recognised with pauses between the words in 99 of 100 texts', () => {
    expect(missedWhen((text) => text.replaceAll(' ', '... ')).length).toBeLessThan(alarms.length / 100)
  })

  it.each([
    ['ja vill int leva mer', 'self-harm'],
    ['d brinner', 'fire'],
    ['hjälp min man slår mej', 'violence'],
    ['nån har kniv', 'violence-nearby'],
    ['farmor trilla pa toan', 'life-in-danger'],
    ['sitter fast i hisen', 'stuck-in-lift'],
    ['brandlamet går i trapphuset va ska ja göra', 'fire'],
    ['CO-larmet piper', 'gas'],
    ['borttapat barn på torget', 'child-in-danger'],
    ['en förvirad gubbe på gatan', 'lost-person'],
    ['pls help he cant breath', 'life-in-danger'],
    ['jag har själv mordstankar', 'self-harm'],
    ['det är en gas läcka', 'gas'],
    ['detbrinner', 'fire'],
    ['mammaandasinte', 'life-in-danger'],
    ['jagvillintelevalängre', 'self-harm'],
    ['det briiiiinner', 'fire'],
    ['det binner i köket', 'fire'],
    ['hjäääälp det brinner', 'fire'],
    ['زوجـــي يضربـــني', 'violence'],
    ['زَوْجِي يَضْرِبُنِي', 'violence'],
    ['شوهرم كتكم مي زند', 'violence'],
    ['чоловик бе мене', 'violence'],
    ['пахне газом у пид’изди', 'gas'],
    ['bdi amoot', 'self-harm'],
    ['mikham bemiram', 'self-harm'],
  ])('is recognised as people type it: "%s"', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  it('is told by the more exact kind where a text says several', () => {
    expect(kindOf('det brinner och mamma andas inte')).toBe('fire')
    expect(kindOf('min man slår mig och jag vill dö')).toBe('violence')
    expect(kindOf('det sitter en förvirrad tant i trapphuset, hon andas inte')).toBe('life-in-danger')
  })

  it.each([
    ['min man har en kniv', 'violence'],
    ['en man har en kniv', 'violence-nearby'],
    ['han slår mig', 'violence'],
    ['grannen slår sin fru', 'violence-nearby'],
    ['my husband has a knife', 'violence'],
    ['a man with a knife outside', 'violence-nearby'],
  ])('is told to who sees it in other words than to who lives with it: "%s"', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  it.each([
    ['mi hijo se quiere matar', 'mi marido me quiere matar'],
    ['мій син хоче вбити себе', 'чоловік хоче мене вбити'],
    ['ابني يريد أن يقتل نفسه', 'زوجي يريد أن يقتلني'],
    ['wiilkaygu wuxuu rabaa inuu is dilo', 'ninkaygu wuxuu rabaa inuu i dilo'],
    ['پسرم می‌خواهد خودش را بکشد', 'شوهرم می‌خواهد مرا بکشد'],
    ['mein bruder droht sich umzubringen', 'mein freund droht mich umzubringen'],
  ])('is self-harm where it is of oneself: "%s", and violence in "%s"', (self, other) => {
    expect(kindOf(self)).toBe('self-harm')
    expect(kindOf(other)).toBe('violence')
  })
})

describe('one short phrase in a long text', () => {
  const signs = (accident: number) => () => ({ accident, violence: 0, 'self-harm': 0 })
  const slight = 'vilken dag visar filmklubben den där om en bomb på torget i Oslo'

  it('alarms unless signs speak of calm', () => {
    expect(spotEmergency(slight)?.kind).toBe('violence-nearby')
    expect(spotEmergency(slight, () => undefined)?.kind).toBe('violence-nearby')
    expect(spotEmergency(slight, signs(0.2))?.kind).toBe('violence-nearby')
    expect(spotEmergency(slight, signs(0.02))).toBeUndefined()
  })

  it.each([
    'min far fick en stroke 2019',
    'en man med kniv kom in i butiken i somras',
    'flickan blev knivskuren och skrek på hjälp i pjäsen',
    'someone got stabbed at the square last summer',
    'papa hatte 2018 einen schlaganfall, bekommt er reha',
  ])('alarms where it is told from afar only if signs speak of danger: "%s"', (text) => {
    expect(spotEmergency(text, signs(0.5))).toEqual(spotEmergency(text))
    expect(spotEmergency(text, signs(0.3))).toBeUndefined()
  })

  it('is never afar where it is of suicide, and a place is not afar', () => {
    for (const text of ['haha nej men allvarligt jag vill dö', 'someone has a gun at the concert'])
      expect(spotEmergency(text, signs(0.2))).toBeDefined()
  })

  it('is one also where two tables have it', () => {
    const text = 'SOS! vi hittar inte vårt lånekort någonstans'
    expect(spotEmergency(text)).toBeDefined()
    expect(spotEmergency(text, signs(0.02))).toBeUndefined()
  })

  it.each(['det brinner', 'bomb i huset', 'min man slår mig och barnen och han har en kniv i handen nu'])(
    'is not "%s", whatever signs say',
    (text) => expect(spotEmergency(text, signs(0))).toBeDefined(),
  )
})

describe('no emergency', () => {
  it('is seen in any listed text', () => {
    expect(calm.filter(({ text }) => spotEmergency(text) !== undefined)).toEqual([])
  })

  it.each(['', '   ', '😭😭😭', '?', '112', '….', 'hej'])('is seen in "%s"', (text) => {
    expect(spotEmergency(text)).toBeUndefined()
  })

  it.each([
    ['brinner', 'det rinner i köket'],
    ['brand', 'det är brant i trappan'],
    ['slår', 'han står där'],
    ['kvävs', 'det krävs bygglov'],
    ['sparkar mig', 'min man sparar oss pengar'],
    ['skjuten', 'skolskjutsen blev inställd, ingen skjutsar'],
    ['andas', 'andras hundar, inte mina'],
    ['dying', 'what are you doing here'],
    ['choking', 'my son is cooking'],
    ['raped', 'how are you rated'],
    ['hukkuu', 'naapurin koira haukkuu'],
    ['disparos', 'put "get tires checked" on my calendar'],
  ])('is taken from what is one letter from "%s": "%s"', (_, text) => {
    expect(spotEmergency(text)).toBeUndefined()
  })

  it('is in what is denied, but is in what stands beside it', () => {
    expect(spotEmergency('ingen är skadad')).toBeUndefined()
    expect(kindOf('ingen är skadad men det brinner')).toBe('fire')
    expect(spotEmergency('vad gör man om det brinner')).toBeUndefined()
    expect(kindOf('vad gör man, det brinner')).toBe('fire')
  })

  it('is in an errand about who fell, but is when the errand does not matter', () => {
    expect(spotEmergency('mamma har ramlat i trappan, kan hon få hemtjänst')).toBeUndefined()
    expect(kindOf('mamma har ramlat i trappan')).toBe('life-in-danger')
    expect(kindOf('hemtjänsten kom inte och nu andas mamma inte')).toBe('life-in-danger')
  })
})

describe('the shipped content', () => {
  const departments = [
    'gata-park',
    'avfall',
    'kontaktcenter',
    'aldreomsorg',
    'forskola-skola',
    'stadsbyggnad',
    'kultur-fritid',
    'miljo',
    'socialtjanst',
    'vatten',
  ]

  /** Violence, a child that fares ill, self-harm, a smell of burning: whoever asks so may need help now. */
  const trulyEmergencies = new Set([
    // violence at home
    'min man slår mig',
    'jag blir slagen hemma',
    'är rädd för min sambo',
    'han hotar mig och barnen',
    'min fru är våldsam mot mig',
    'behöver skyddat boende',
    'min son slår mig',
    'får inte träffa någon för min kille',
    'vald i nara relation hjalp',
    'min kompis blir misshandlad av sin kille',
    'hon slänger saker på mig när hon är full',
    'exet förföljer mig',
    'han tog strypgrepp på mig i natt',
    'sambon hotar att döda katten om jag går',
    'rädd att komma hem',
    'pappa slår mamma',
    'vad gör jag när min partner låser in mig',
    'våldtagen av min make',
    'my husband hits me',
    'i am scared of my partner',
    'he threatens me and the kids',
    'my wife is violent',
    'my friend is being beaten by her boyfriend',
    'how do i leave someone who hits me',
    'my ex is stalking me',
    'she throws things at me when she is drunk',
    'my boyfriend locks me in',
    'domestic violence help',
    // children
    'barn som far illa vem ringer man',
    'tror att ett barn blir slaget',
    'pappa slår min lillasyster',
    'barnen är ensamma hemma jämt',
    'en liten flicka går alltid runt här utan jacka och matsäck',
    'mina kusiner får inte mat hemma',
    'min systerdotter ska giftas bort mot sin vilja',
    'en treåring sitter ensam på gården timme efter timme',
    'i think a child is being hit',
    'my dad hits my sister',
    'children left alone at home',
    'a toddler sits alone in the courtyard for hours',
    'my niece is going to be married off against her will',
    'the school texted that my son is missing',
    'min pappa är full varje dag',
    'jag är tio år och det är jobbigt hemma',
    'my dad is drunk every day',
    'i am ten and things are bad at home',
    // tired of life
    'jag orkar inte mer',
    'jag vill inte leva längre',
    'har tankar på att ta mitt liv',
    'jag tänker på att dö',
    'livet känns meningslöst',
    'i do not want to live any more',
    'i am thinking of killing myself',
    'everything feels hopeless',
    // told beside an errand, and yet of somebody in danger
    'klasskompisen ska skickas utomlands för könsstympning',
    'skär mig i armarna',
    'min sambo har sagt att han vill ta sitt liv',
    'mitt barn vill inte leva',
    'i cut my arms',
    'han nyper och sparkar mig när barnen sover',
    'hedersvåld',
    'vi måste fly från min styvfar',
    'han tvingar mig till sex fast jag säger nej',
    'partnervåld',
    'han har tagit min telefon och jag får inte gå ut',
    'i want a divorce from a violent man but do not dare',
    'he pinches and kicks me when the kids are asleep',
    'my parents beat me because of honour',
    'he forces me to have sex',
    'the woman next door is being beaten by her man',
    'my grown daughter slaps us, her old parents',
    // self-harm, fire and machines that somebody breathes with
    'dottern har självskadebeteende och vi föräldrar går under',
    'transformatorstation brummar och det luktar bränt',
    'oxygen machine and no power at home',
    // rockets are aimed at somebody
    'ungdomar skjuter raketer på folk',
    'someone shoots fireworks at people',
  ])

  it('has no start phrase, choice word or line of a conversation test that alarms', async () => {
    const files = await readDialogFiles(join(__dirname, '../../../dialogs'))
    const { dialogs, city } = compileDialogs({ files, today: '2026-11-24' })
    const said = [...dialogs.values()].flatMap(({ start, tests }) => [
      ...[...start.values()].flat().map(({ text }) => text),
      ...tests.flatMap(({ chat }) => chat.flatMap((line) => (line.kind === 'user' ? [line.text] : []))),
    ])
    const commands = [...(city?.commandWords.values() ?? [])].flatMap((words) => [...words.values()].flat())
    expect(said.length).toBeGreaterThan(100)
    expect([...said, ...commands].filter((text) => spotEmergency(text) !== undefined)).toEqual([])
  })

  it('has only those questions of articles that alarm which are of somebody in an emergency', async () => {
    const files = await readArticles(join(__dirname, '../../../knowledge'))
    const { articles } = checkArticles(files, { today: '2026-11-24', departments })
    const asked = [...articles.values()].flatMap(({ texts }) =>
      [...texts.values()].flatMap(({ questions }) => questions),
    )
    expect(asked.length).toBeGreaterThan(400)
    const alarming = asked.filter((text) => spotEmergency(text) !== undefined)
    expect(alarming.filter((text) => !trulyEmergencies.has(text))).toEqual([])
  })
})

describe('the time', () => {
  it.each([
    ['words that begin phrases', 'min man '],
    ['words that fill gaps', 'han slår '],
    ['letters without blanks', 'minmanslår'],
    ['one letter', 'a'],
    ['clauses', 'det. brinner. inte. '],
    ['Arabic', 'زوجي يضربني '],
    ['unknown words', 'brlnner knlv hjalpp '],
    ['signs that stand for eighteen letters', 'ﷺ'],
  ])('grows no faster than the text of %s', (_, piece) => {
    const read = (characters: number): number => {
      const text = piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters)
      spotEmergency(text)
      return processorMs(() => {
        // Another text each time: the same one again is not heard anew.
        for (let round = 0; round < 10; round += 1) spotEmergency(`${round} ${text}`)
      })
    }
    const short = read(1_000)
    expect(read(8_000)).toBeLessThan(8 * short * 3 + 20)
  })

  it('is a fraction of a millisecond for a message of ordinary length', () => {
    const texts = calm.filter(({ language }) => language === 'sv').map(({ text }) => text)
    const messages = texts.flatMap((text, at) =>
      `${text}. ${texts[at + 1] ?? ''}. ${texts[at + 2] ?? ''}.`.slice(0, 200),
    )
    for (const message of messages) spotEmergency(message)
    const took = processorMs(() => {
      for (const message of messages) spotEmergency(message)
    })
    expect(took / messages.length).toBeLessThan(1)
  })
})
