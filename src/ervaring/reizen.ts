/**
 * Every journey and its steps, in one place: which pages begin a step, and which finish it. Pages are named by their row
 * in web/routes.ts; a test there holds that each row stands here or in `buiten`, with its reason. What a step is called
 * stands in corpus/teksten, under `ervaring.stap` with its id.
 */
export interface Stap {
  readonly id: string
  /** Opening one of these, from elsewhere, is arriving at this step. */
  readonly begin: readonly string[]
  /** One of these with a good answer is going on. None: here a journey ends, and only people can say whether it worked. */
  readonly verder: readonly string[]
  /** Also of this step: what goes wrong there is counted here. */
  readonly ook?: readonly string[]
  /** What one came for may be here already: whoever does not go on may be done, and did not give up. */
  readonly kanKlaar?: true
  /** Where «Is dit gelukt?» stands open: the end of the step. On its other pages it is folded. */
  readonly einde: readonly string[]
}

export interface Reis {
  readonly id: string
  readonly stappen: readonly Stap[]
}

export const reizen = [
  {
    id: 'rechten',
    stappen: [
      { id: 'rechten-begin', begin: ['rechten'], verder: ['vraag'], einde: [] },
      {
        id: 'rechten-vragen',
        begin: ['vraag'],
        verder: ['overzicht'],
        ook: ['antwoord', 'antwoorden'],
        einde: ['antwoorden'],
      },
      {
        id: 'rechten-overzicht',
        kanKlaar: true,
        begin: ['overzicht'],
        verder: ['regeling', 'print'],
        einde: ['overzicht'],
      },
      { id: 'rechten-regeling', begin: ['regeling'], verder: [], einde: ['regeling'] },
    ],
  },
  {
    id: 'wat-als',
    stappen: [
      { id: 'wat-als-keuze', begin: ['watAls'], verder: ['watAlsVorm'], einde: [] },
      { id: 'wat-als-vorm', begin: ['watAlsVorm'], verder: ['watAlsStuur'], einde: [] },
      { id: 'wat-als-uitslag', begin: ['watAlsUitslag'], verder: [], einde: ['watAlsUitslag'] },
    ],
  },
  {
    id: 'gebeurtenis',
    stappen: [
      { id: 'gebeurtenis-kiezen', begin: ['gebeurtenissen'], verder: ['gebeurtenis'], einde: [] },
      {
        id: 'gebeurtenis-plan',
        kanKlaar: true,
        begin: ['gebeurtenis'],
        verder: ['stap', 'gebeurtenisPrint', 'gebeurtenisAgenda', 'gebeurtenisBewaar'],
        ook: ['gebeurtenisAntwoord'],
        einde: ['gebeurtenis'],
      },
      { id: 'gebeurtenis-stap', begin: ['stap'], verder: [], einde: ['stap'] },
    ],
  },
  {
    id: 'vinden',
    stappen: [
      {
        id: 'vinden-zoeken',
        kanKlaar: true,
        begin: ['zoeken'],
        verder: ['product', 'organisatie', 'stap'],
        einde: ['zoeken'],
      },
      { id: 'vinden-regeling', begin: ['product'], verder: [], einde: ['product'] },
      { id: 'vinden-organisatie', begin: ['organisatie'], verder: [], einde: ['organisatie'] },
    ],
  },
  {
    id: 'inloggen',
    stappen: [
      {
        id: 'inloggen-kiezen',
        begin: ['inloggen'],
        verder: ['inlogTerug'],
        ook: ['inlogStart'],
        einde: [],
      },
      { id: 'inloggen-voor-wie', begin: ['voorWie'], verder: ['voorWieKies'], einde: [] },
    ],
  },
  {
    id: 'zaken',
    stappen: [
      {
        id: 'zaken-lijst',
        kanKlaar: true,
        begin: ['zaken'],
        verder: ['zaak'],
        ook: ['zakenZoek', 'zakenOpnieuw', 'zakenDeelname'],
        einde: ['zaken'],
      },
      {
        id: 'zaken-zaak',
        kanKlaar: true,
        begin: ['zaak'],
        verder: ['zaakVraag', 'taak', 'zaakDocument', 'zaakVoegToe'],
        einde: ['zaak', 'zaakVoegToe'],
      },
      { id: 'zaken-vraag', begin: ['zaakVraag'], verder: ['zaakVraagStuur'], einde: [] },
      { id: 'zaken-taak', begin: ['taak'], verder: ['taakStuur'], einde: ['taakStuur'] },
    ],
  },
  {
    id: 'post',
    stappen: [
      { id: 'post-schrijven', begin: ['post'], verder: ['postStuur'], einde: ['postStuur'] },
      {
        id: 'post-bewijs',
        kanKlaar: true,
        begin: ['verstuurdStuk'],
        verder: ['verstuurdPdf', 'verstuurdHtml', 'verstuurdBewijs', 'verstuurdBijlage'],
        ook: ['verstuurd'],
        einde: ['verstuurdStuk', 'verstuurd'],
      },
    ],
  },
  {
    id: 'berichten',
    stappen: [
      {
        id: 'berichten-lijst',
        kanKlaar: true,
        begin: ['berichten'],
        verder: ['bericht'],
        ook: ['berichtenZoek'],
        einde: [],
      },
      {
        id: 'berichten-lezen',
        kanKlaar: true,
        begin: ['bericht'],
        verder: ['berichtDoor', 'berichtBijlage'],
        ook: ['berichtZet', 'berichtPapier'],
        einde: ['bericht'],
      },
      { id: 'berichten-doorsturen', begin: ['berichtDoor'], verder: ['berichtDoorStuur'], einde: [] },
    ],
  },
  {
    id: 'kanalen',
    stappen: [
      {
        id: 'kanalen-kiezen',
        kanKlaar: true,
        begin: ['kanalen'],
        verder: ['kanalenKies', 'kanalenVerklaar', 'kanalenTerug', 'kanalenPrint'],
        ook: ['kanalenSoorten', 'kanalenOrganisaties', 'kanalenZaak'],
        einde: ['kanalen', 'kanalenSoorten', 'kanalenOrganisaties', 'kanalenZaak'],
      },
      {
        id: 'kanalen-wensen',
        begin: ['kanalenWensen'],
        verder: ['kanalenWensenZet'],
        einde: [],
      },
    ],
  },
  {
    id: 'afspraken',
    stappen: [
      {
        id: 'afspraken-lijst',
        kanKlaar: true,
        begin: ['afspraken'],
        verder: ['afspraakNieuw', 'afspraak'],
        einde: [],
      },
      { id: 'afspraken-maken', begin: ['afspraakNieuw'], verder: ['afspraakMaak'], einde: [] },
      {
        id: 'afspraken-afspraak',
        kanKlaar: true,
        begin: ['afspraak'],
        verder: ['afspraakVerzet', 'afspraakZegAf', 'afspraakAgenda'],
        einde: ['afspraak'],
      },
    ],
  },
  {
    id: 'gegevens',
    stappen: [
      {
        id: 'gegevens-zien',
        kanKlaar: true,
        begin: ['gegevens'],
        verder: ['kloptNiet', 'invullen'],
        ook: ['meldingen'],
        einde: ['gegevens', 'meldingen'],
      },
      { id: 'gegevens-melden', begin: ['kloptNiet'], verder: ['kloptNietStuur'], einde: [] },
      {
        id: 'gegevens-invullen',
        begin: ['invullen'],
        verder: ['invullenGeef'],
        ook: ['invullenNeem'],
        einde: [],
      },
      {
        id: 'gegevens-inzage',
        kanKlaar: true,
        begin: ['inzage'],
        verder: ['inzageBestand', 'inzagePdf'],
        einde: ['inzage'],
      },
      {
        id: 'gegevens-portalen',
        kanKlaar: true,
        begin: ['portalen'],
        verder: ['portaalGeef', 'portaalStop'],
        einde: ['portalen'],
      },
    ],
  },
  {
    id: 'machtigen',
    stappen: [
      {
        id: 'machtigen-lijst',
        kanKlaar: true,
        begin: ['machtigingen'],
        verder: ['machtigingGeef', 'machtigingCode', 'machtigingTrekIn'],
        einde: ['machtigingen'],
      },
      {
        id: 'machtigen-geven',
        begin: ['machtigingGeef'],
        verder: ['machtigingGeefStuur'],
        einde: ['machtigingGeefStuur'],
      },
      {
        id: 'machtigen-aannemen',
        begin: ['machtigingCode'],
        verder: ['machtigingCodeStuur'],
        einde: ['machtigingCodeStuur'],
      },
      { id: 'machtigen-hulp', begin: ['ernaast'], verder: ['ernaastStuur'], einde: [] },
      {
        id: 'machtigen-hulpbehoefte',
        begin: ['hulpbehoefte'],
        verder: ['hulpbehoefteGeef', 'hulpbehoefteNeem'],
        einde: ['hulpbehoefte'],
      },
    ],
  },
  {
    id: 'volgen',
    stappen: [
      {
        id: 'volgen-kiezen',
        kanKlaar: true,
        begin: ['volgen'],
        verder: ['volgenGeef', 'volgenStop'],
        einde: ['volgen'],
      },
      { id: 'volgen-lijst', kanKlaar: true, begin: ['veranderingen'], verder: ['verandering'], einde: [] },
      {
        id: 'volgen-verandering',
        begin: ['verandering'],
        verder: ['veranderingenZeg', 'veranderingPapier', 'veranderingPapierStuur'],
        einde: ['verandering'],
      },
    ],
  },
  {
    id: 'echt',
    stappen: [
      { id: 'echt-vragen', begin: ['echt'], verder: ['echtStuur'], einde: ['echtStuur'] },
      { id: 'echt-code', begin: ['echtCode'], verder: [], einde: ['echtCode'] },
    ],
  },
] as const satisfies readonly Reis[]

/** Not a step of anybody's journey, each with its reason. Pages below `/balie` are of professionals, and are not counted. */
export const buiten = {
  start: 'the front page: every journey begins behind it, and none ends there',
  wis: 'takes away what we know: whoever does that is asked nothing',
  uitloggen: 'leaving: whoever goes is asked nothing',
  mijn: 'a list of doors; what is behind each is a step',
  sessiesEinde: 'closes a login, most often in a hurry',
  producten: 'an index; what is found in it is a step',
  organisaties: 'an index; what is found in it is a step',
  verwerkingen: 'an index of the register of processing',
  verwerking: 'a text to read, of the register of processing',
  redactie: 'for who writes schemes, not for residents',
  redactieRegelingen: 'for who writes schemes, not for residents',
  redactieRegeling: 'for who writes schemes, not for residents',
  redactieGebeurtenissen: 'for who writes schemes, not for residents',
  redactieGebeurtenis: 'for who writes schemes, not for residents',
  redactieOrganisaties: 'for who writes schemes, not for residents',
  redactieBerichten: 'for who writes schemes, not for residents',
  redactieSchrijven: 'for who writes schemes, not for residents',
  hulp: 'the way to people: it must be there when nothing else works, and asks nothing',
  hulpZoek: 'looks for people near home: part of the way to people, and asks nothing',
  over: 'a text to read',
  privacy: 'a text to read',
  toegankelijkheid: 'a text to read',
  fouten: 'a list of codes, for who looks one up',
  geluktBrief: 'this very question, for who read a letter',
  gelukt: 'the thanks of this very question',
  geluktStuur: 'the answer to this very question',
  print: 'the overview on paper: counted as going on from the overview',
  gebeurtenisPrint: 'the plan on paper: counted as going on from the plan',
  gebeurtenisAgenda: 'a file: counted as going on from the plan',
  hulpaanbod: 'an offer that somebody did not ask for: whether to answer is theirs, and no is an arrival too',
  hulpaanbodEen:
    'an offer that somebody did not ask for: whether to answer is theirs, and no is an arrival too',
  hulpaanbodKies:
    'an offer that somebody did not ask for: whether to answer is theirs, and no is an arrival too',
  loket: 'a list of chain cases: each asks its own two questions at its end',
  ketenzaak: 'a chain case asks at its end whether it was solved, and how often the story was told',
  ketenVorm: 'part of a chain case, which asks at its end',
  ketenDoe: 'part of a chain case, which asks at its end',
  ketenPrint: 'the plan of a chain case on paper',
  ketenPdf: 'the plan of a chain case as a document',
  ketenStuk: 'a file of a chain case',
  meewerken: 'for an outside party at work, not for residents',
  meewerkenCode: 'for an outside party at work, not for residents',
  meewerkenStap: 'for an outside party at work, not for residents',
  meewerkenDoe: 'for an outside party at work, not for residents',
  meewerkenUit: 'for an outside party at work, not for residents',
  gesprek: 'a call that somebody else opened: nothing to arrange here',
  gesprekDoe: 'a call that somebody else opened: nothing to arrange here',
  gesprekNa: 'the note of a call that was: to read and to print, nothing to arrange here',
  gebeurtenisBewaar: 'a file: counted as going on from the plan',
} as const satisfies Readonly<Record<string, string>>

type Reizen = (typeof reizen)[number]
type Stappen = Reizen['stappen'][number]
export type ReisId = Reizen['id']
export type StapId = Stappen['id']
/** Every page that this table names; web/ checks that each exists. */
export type GenoemdePagina =
  | Stappen['begin'][number]
  | Stappen['verder'][number]
  | Stappen['einde'][number]
  | (Stappen extends infer S ? (S extends { readonly ook: readonly (infer O)[] } ? O : never) : never)
  | keyof typeof buiten

export interface GeplaatsteStap extends Stap {
  readonly id: StapId
  readonly reis: ReisId
  /** From 0, in its journey. */
  readonly nummer: number
}

/** All steps, in order. */
export const stappen: readonly GeplaatsteStap[] = reizen.flatMap((reis) =>
  reis.stappen.map((stap, nummer): GeplaatsteStap => ({ ...stap, reis: reis.id, nummer })),
)

const opId: ReadonlyMap<string, GeplaatsteStap> = new Map(stappen.map((stap) => [stap.id, stap]))

export function vindStap(id: string): GeplaatsteStap | undefined {
  return opId.get(id)
}
