import { randomBytes } from 'node:crypto'
import { openControlecodes } from '../afzender/index.ts'
import { openAudit } from '../audit/index.ts'
import { openProefaudit, proefregister } from '../audit/proefaudit.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import {
  type Adres,
  type Berichtsoort,
  createBerichten,
  createBezorgdienst,
  createContactadressen,
  createHerstelwerk,
  createPostbus,
  createVoorkeuren,
  kanalenMetWerk,
  type Laatsteblik,
  type NieuwBericht,
  type OudAdres,
  plaatsingVan,
  stuurDoor,
  type Verzendstuk,
  type Verzenduitslag,
  type Verzendweg,
  type Verzendwerk,
  type Voorkeurhouder,
  werkKanaalAf,
} from '../kanalen/index.ts'
import { berichtOpslag } from './berichten.ts'
import { bewijsOpslag } from './bewijs.ts'
import { controlecodeOpslag, sleutellogOpslag } from './controlecodes.ts'
import type { Databank } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { proefinbox } from './proefinbox.ts'
import { voorkeurOpslag } from './voorkeuren.ts'
import { zendingOpslag } from './zendingen.ts'

const doelen = {
  'bericht-sturen': ['bericht'],
  'berichten-tonen': ['bericht'],
  'bericht-doorsturen': ['bericht'],
  'bericht-verzenden': ['bericht', 'contactvoorkeur', 'contactadres', 'adres'],
  contactvoorkeuren: ['contactvoorkeur', 'contactadres'],
  'inwoner-helpen': ['bericht', 'contactvoorkeur', 'contactadres'],
}

/** For tests and measurements: everything that sends, over a database, with ways out that say what they are told. */
export function openProefverzending({
  databank,
  alsRol,
  tijd,
}: {
  readonly databank: Databank
  readonly alsRol: (rol: 'bewijs') => Databank
  /** Absent: a clock that moves when told. */
  readonly tijd?: () => Date
}) {
  const store = bewijsOpslag({ databank, bewijs: alsRol('bewijs') })
  const { ring, klok, persoon } = openProefaudit(store)
  const register = proefregister(
    Object.entries(doelen).map(([id, gegevens]) => ({
      id,
      versie: 1,
      gegevens,
      betrokkenen: ['inwoner'],
      door: ['inwoner', 'taak', 'medewerker'],
      rollen: ['balie'],
      bewaren: { regel: 'B1', termijn: 'P1Y' },
    })),
  )
  const nu = tijd ?? (() => klok.nu)
  const audit = openAudit({
    store,
    register: () => register,
    ring,
    nu,
    toeval: randomBytes,
    registerUri: 'https://voordeur.example/verwerkingen',
  })
  const wegen = new Map<Verzendweg['kanaal'], Proefweg>()
  const zendingen = zendingOpslag(databank)
  const voorkeurStore = voorkeurOpslag(databank)
  const gedeeld = { audit, ring, nu, toeval: randomBytes }
  const helpers = new Set<string>()
  const post = {
    ...gedeeld,
    store: berichtOpslag(databank),
    zendingen,
    magMeelezen: async (gever: PersoonId, helper: PersoonId, organisatie?: string) =>
      helpers.has(`${gever} ${helper}`) || helpers.has(`${gever} ${helper} ${organisatie}`),
  }
  const fouten: unknown[] = []
  const alarmen: (readonly [number, number])[] = []
  const loting = () => 0.5
  /** Bodies of which nobody logs in here. */
  const zonderBalie = new Set<string>()
  const heeftBalie = (organisatie: string) => !zonderBalie.has(organisatie)
  const postadressen = new Map<PersoonId, readonly string[]>()
  /** What is said of a kind of message just before it leaves; tests fill it. */
  const laatsteBlikken = new Map<Berichtsoort, Laatsteblik>()
  const werk: Verzendwerk = {
    ...gedeeld,
    store: zendingen,
    loting,
    heeftBalie,
    codes: openControlecodes({
      codes: controlecodeOpslag(databank),
      sleutels: sleutellogOpslag(databank),
      ring,
      nu,
    }),
    wegen: () => wegen,
    opstel: async ({ bericht, kanaal, taal }) =>
      kanaal === 'brief'
        ? {
            soort: 'brief',
            brief: {
              onderwerp: bericht.inhoud.onderwerp.nl ?? '',
              alineas: [],
              datum: '',
              afzender: { naam: 'Voordeur' },
              kenmerk: bericht.id,
            },
          }
        : kanaal === 'telefoon'
          ? { soort: 'belbriefje', tekst: bericht.inhoud.onderwerp[taal] ?? '' }
          : { soort: 'tekst', onderwerp: 'Er is een bericht voor u', tekst: 'Log in.' },
    postadres: async (wie) => {
      const regels = postadressen.get(wie)
      return regels && { regels }
    },
    naamVan: async (wie) => postadressen.get(wie)?.[0],
    kopieer: async ({ persoon: van, bericht, helper }, bewijs) => {
      await stuurDoor(post, { persoon: van, id: bericht, helper }, bewijs)
    },
    laatsteBlikken,
    hoogstens: (_ms, belofte) => belofte,
    isDicht: () => false,
    meldFout: (fout) => fouten.push(fout),
  }
  const codes: string[] = []
  /** Whether a change of address becomes a message here as well; tests of other things look past it. */
  const tellen = { adressen: false }
  const stuk = { meld: false }
  /** Of which kind of address it was told that it changes, and where. */
  const gemeld: (readonly [string, OudAdres])[] = []
  const berichten = createBerichten(post)
  const inbox = proefinbox(post)
  const herstelwerk = createHerstelwerk(werk)
  const voorkeuren = createVoorkeuren({ ...gedeeld, store: voorkeurStore })
  const adressen = createContactadressen({
    ...gedeeld,
    store: voorkeurStore,
    wegen: () => wegen,
    maakMelding({ persoon: wie }, { kenmerk, soort, oud }) {
      if (stuk.meld) throw new Error('niet te vertellen')
      gemeld.push([soort, oud])
      if (!tellen.adressen) return undefined
      const nieuw = { persoon: wie, soort: 'adres-gewijzigd', kenmerk } as const
      return plaatsingVan(post, { ...nieuw, inhoud: { ...inhoud, oudAdres: oud } })
    },
    opstelCode: (code) => {
      codes.push(code)
      return { soort: 'tekst', onderwerp: 'Uw code', tekst: code }
    },
  })
  const zelf = (wie: PersoonId): Voorkeurhouder => ({ persoon: wie, door: { soort: 'zelf' } })
  const als = <T>(
    wie: PersoonId,
    doel: keyof typeof doelen,
    fn: (bewijs: Parameters<Parameters<typeof audit.metVerwerking<T>>[1]>[0]) => Promise<T>,
  ) =>
    audit.metVerwerking(
      { doel, gegevens: doelen[doel], betrokkenen: [wie], door: { soort: 'inwoner', persoon: wie } },
      fn,
    )
  return {
    audit,
    ring,
    klok,
    persoon,
    wegen,
    helpers,
    postadressen,
    fouten,
    alarmen,
    codes,
    gemeld,
    tellen,
    stuk,
    zonderBalie,
    werk,
    laatsteBlikken,
    berichten,
    voorkeuren,
    adressen,
    postbus: createPostbus({ ...post, heeftBriefweg: () => wegen.has('brief'), perZoekronde: 2 }),
    bezorgdienst: createBezorgdienst({
      ...gedeeld,
      store: zendingen,
      loting,
      heeftBalie,
      meldAlarm: (uren, aantal) => alarmen.push([uren, aantal]),
    }),
    herstelwerk,
    werkVan: async (organisatie: OrganisatieId) =>
      (await herstelwerk.werklijst({ medewerker: 'm-1', organisatie })).taken,
    /** A body gets work of no body and does it, with the person. */
    async doeWerk(id: string, persoon: PersoonId, organisatie: OrganisatieId) {
      const wie = { medewerker: 'm-1', organisatie }
      await herstelwerk.geefAan(wie, id, organisatie)
      return als(persoon, 'inwoner-helpen', (bewijs) =>
        herstelwerk.rondAf({ ...wie, persoon }, id, 'gedaan', bewijs),
      )
    },
    zendingen,
    zelf,
    als,
    weg(kanaal: Verzendweg['kanaal'], antwoord?: (stuk: Verzendstuk) => Promise<Verzenduitslag>) {
      const weg = proefweg(kanaal, antwoord)
      wegen.set(kanaal, weg)
      return weg
    },
    /** Until nothing is due any more on any channel. */
    async werkAf(): Promise<void> {
      for (let isMeer = true; isMeer; ) {
        isMeer = false
        // What follows from something comes after it.
        klok.nu = new Date(klok.nu.getTime() + 1)
        for (const kanaal of kanalenMetWerk) if (await werkKanaalAf(werk, kanaal)) isMeer = true
      }
    },
    /** As a page would: an address, its code, and what was said with it. */
    async maakBereikbaar(wie: PersoonId, adres: Adres): Promise<void> {
      const houder = zelf(wie)
      await als(wie, 'contactvoorkeuren', async (bewijs) => {
        await voorkeuren.wijzig(houder, () => digitaal, bewijs)
        const gegeven = await adressen.voegToe(houder, adres, bewijs)
        if (gegeven.status !== 'ok' || adres.soort === 'post') return
        const kanaal = adres.soort === 'email' ? 'email' : 'sms'
        const eerder = wegen.get(kanaal)
        wegen.set(kanaal, proefweg(kanaal))
        await adressen.stuurCode(houder, gegeven.id, 'nl', bewijs)
        if (eerder === undefined) wegen.delete(kanaal)
        else wegen.set(kanaal, eerder)
        const uitkomst = await adressen.bevestig(houder, gegeven.id, codes.at(-1) ?? '', bewijs)
        if (uitkomst !== 'bevestigd') throw new Error(`een code die niet werkt: ${uitkomst}`)
      })
    },
    inbox: (wie: PersoonId) => als(wie, 'berichten-tonen', (bewijs) => inbox(wie, bewijs)),
    verloop: (wie: PersoonId, id: string) =>
      als(wie, 'berichten-tonen', (bewijs) => zendingen.vanBericht(wie, id, bewijs)),
    async stuur(wie: PersoonId, rest: Partial<NieuwBericht> = {}): Promise<string> {
      const nieuw = {
        persoon: wie,
        soort: 'zaak-stil',
        kenmerk: randomBytes(8).toString('hex'),
        inhoud,
        ...rest,
      }
      await berichten.stuur(nieuw as NieuwBericht)
      const [laatste] = await als(wie, 'berichten-tonen', (bewijs) => inbox(wie, bewijs))
      return laatste?.id ?? ''
    },
  }
}

const digitaal = {
  keuzes: [{ bereik: {}, keuze: { kanaal: 'berichtenbox' } }],
  verklaar: [{ kanaal: 'berichtenbox' }],
} as const

export type Proefverzending = ReturnType<typeof openProefverzending>

export const mail = { soort: 'email', waarde: 'an@voorbeeld.example' } as const
export const straat = { soort: 'post', regels: ['Mevrouw An', 'Dorpsstraat 1', '1234 AB Dorp'] } as const

/** With somebody in it who can be reached by mail and by letter. */
export async function openProefhuis(t: Parameters<typeof openProefdatabank>[0]) {
  const huis = openProefverzending(await openProefdatabank(t))
  const an = huis.persoon()
  await huis.maakBereikbaar(an, mail)
  huis.postadressen.set(an, straat.regels)
  return { ...huis, an }
}

const inhoud = {
  onderwerp: { nl: 'Uw zaak staat stil', en: 'Your case stands still', pap: 'Bo kaso ta pará' },
  alineas: [{ nl: 'Bel de gemeente.', en: 'Call the municipality.', pap: 'Yama munisipio.' }],
}

/** A way out that keeps what it was handed, and does the same item once. */
export interface Proefweg extends Verzendweg {
  readonly gekregen: readonly Verzendstuk[]
}

export function proefweg(
  kanaal: Verzendweg['kanaal'],
  antwoord: (stuk: Verzendstuk) => Promise<Verzenduitslag> = async () => ({ soort: 'verzonden' }),
): Proefweg {
  const gekregen: Verzendstuk[] = []
  return {
    kanaal,
    gekregen,
    verzend: (stuk) => {
      gekregen.push(stuk)
      return antwoord(stuk)
    },
  }
}
