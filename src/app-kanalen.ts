import { randomBytes, randomInt } from 'node:crypto'
import { join } from 'node:path'
import type { Sleutelring } from './audit/index.ts'
import { type LopendCorpus, MEEGELEVERD } from './corpus/index.ts'
import type { PersoonId } from './domain/index.ts'
import type { PersoonsRegister } from './inwoner/index.ts'
import { datumOp } from './kalender/index.ts'
import {
  type AdresOnderdelen,
  type Adreswijziging,
  type Berichten,
  type Berichtinhoud,
  type Bezorgdienst,
  bundel,
  type Contactadressen,
  createBerichten,
  createBezorgdienst,
  createContactadressen,
  createHerstelwerk,
  createPostbus,
  createVoorkeuren,
  type HeeftBalie,
  type Herstelwerk,
  kanalenMetWerk,
  type Laatsteblikken,
  type Linkkeuring,
  type MagMeelezen,
  maakLigoordeel,
  type Navraag,
  type NieuwBericht,
  type Opsteller,
  type Plaatsing,
  type Postbestemming,
  type Postbus,
  plaatsingVan,
  stuurDoor,
  type Vastlegger,
  type Verzendkanaal,
  type Verzendweg,
  type Verzendwerk,
  type Voorkeuren,
  vraagNa,
  werkKanaalAf,
  type Zendingstanden,
} from './kanalen/index.ts'
import type { Controle } from './platform/http/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log, maakToeval } from './platform/index.ts'
import { berichtOpslag, type Opslag, voorkeurOpslag, zendingOpslag } from './store/index.ts'
import { dekt, standVan, type Toegang } from './toegang/index.ts'
import {
  maakAdresopsteller,
  maakCodeopsteller,
  maakMeldingopsteller,
  maakPapieropsteller,
} from './web/index.ts'

/** The part of the composition root that reaches people. */
interface Omgeving {
  readonly klok: Klok
  readonly log: Log
}

export interface Kanalendeel {
  readonly berichten: Berichten
  /** For who writes a message in one act with what it tells of. */
  readonly plaats: (bericht: Omit<NieuwBericht, 'bijlagen' | 'corrigeert'>) => Plaatsing
  readonly postbus: Postbus
  readonly voorkeuren: Voorkeuren
  readonly adressen: Contactadressen
  readonly bezorgdienst: Bezorgdienst
  /** What people do about messages, for the pages of a desk. */
  readonly herstelwerk: Herstelwerk
  readonly controles: readonly (readonly [string, Controle])[]
  /** Each once, as `begin` does it again and again. */
  readonly ronde: {
    readonly kanaal: (kanaal: Verzendkanaal) => Promise<void>
    readonly bewaak: () => Promise<unknown>
    readonly navraag: () => Promise<unknown>
  }
  /** From here on the work goes on by itself. */
  readonly begin: () => void
}

export interface Kanalendelen {
  readonly opslag: Pick<Opslag, 'databank'>
  readonly corpus: Pick<LopendCorpus, 'huidig'>
  readonly toegang: {
    readonly audit: Toegang['audit']
    readonly machtigingen: Pick<Toegang['machtigingen'], 'alle'>
  }
  readonly ring: Sleutelring
  /** Where somebody is registered, for who gave no address of their own. */
  readonly personen: PersoonsRegister | undefined
  /** Ways that are connected. A message for one that is not becomes work for a human, and is never lost. */
  readonly wegen: readonly Verzendweg[]
  readonly heeftBalie: HeeftBalie
  /** Asks the service itself about what it carried; absent: there is none. */
  readonly navraag?: Pick<Navraag, 'volg' | 'kanalen'> | undefined
  /** What gives no words is tried by the next way. */
  readonly opstel: Opsteller
  readonly codes: Verzendwerk['codes']
  readonly opstelCode: AdresOnderdelen['opstelCode']
  /** Which links may stand in a message. */
  readonly links: Linkkeuring
  /** What the parts that place messages say of them just before they leave; absent: everything that was placed is sent. */
  readonly laatsteBlikken?: Laatsteblikken | undefined
  readonly opstelAdres: (wijziging: Adreswijziging, door: Vastlegger) => Berichtinhoud
}

/** The words for every way. */
export function openWoorden(
  { url, poort }: Pick<Config, 'url' | 'poort'>,
  corpus: Pick<LopendCorpus, 'huidig'>,
  nu: () => Date,
): Pick<Kanalendelen, 'opstel' | 'opstelCode' | 'opstelAdres'> {
  const teksten = loadTeksten(join(MEEGELEVERD, 'teksten'))
  const site = url?.host ?? `localhost:${poort}`
  const naam = (van: string | undefined) => naamVan(corpus, van)
  const telefoonVan = (van: string | undefined) =>
    corpus.huidig().organisaties.get(van ?? '')?.kanalen.telefoon?.nummer
  const melding = maakMeldingopsteller(teksten, { site, naamVan: naam, telefoonVan })
  const basis = url ?? new URL(`http://${site}`)
  const papier = maakPapieropsteller(teksten, { basis, naamVan: naam, telefoonVan })
  const opstel: Opsteller = async (vraag) => (await melding(vraag)) ?? papier(vraag)
  return {
    opstel,
    opstelCode: maakCodeopsteller(teksten),
    opstelAdres: maakAdresopsteller(teksten, { naamVan: naam, nu }),
  }
}

/** Named limits: so often is looked for what has to go, and for messages of which nobody heard. */
const werkMs = 1_000
const bewaakMs = 60_000
/** Named limit: so long may whoever closes a pile of letters wait before it is looked what was asked. */
const liggendMs = 2_000
/** Named limit: what waits longer than this is a sign that nobody works it off. */
const langWachtenMs = 15 * 60_000

export function openKanalen(
  { klok, log }: Omgeving,
  delen: Kanalendelen,
  levensloop: Levensloop,
): Kanalendeel {
  const { opslag, toegang, ring, wegen } = delen
  const { heeftBalie } = delen
  const gedeeld = { audit: toegang.audit, ring, nu: klok.nu, toeval: maakToeval() }
  const zendingen = zendingOpslag(opslag.databank)
  const voorkeurStore = voorkeurOpslag(opslag.databank)
  const post = {
    ...gedeeld,
    store: berichtOpslag(opslag.databank),
    zendingen,
    magMeelezen: meelezer(delen, klok),
    links: delen.links,
  }
  const perKanaal = new Map(wegen.map((weg) => [weg.kanaal, weg]))
  let isDicht = false
  const werk: Verzendwerk = {
    ...gedeeld,
    store: zendingen,
    loting,
    heeftBalie,
    wegen: () => perKanaal,
    laatsteBlikken: delen.laatsteBlikken ?? new Map(),
    opstel: delen.opstel,
    codes: delen.codes,
    postadres: (persoon) => postadresVan(delen, persoon),
    naamVan: async (persoon) =>
      (await registerregelVan(delen, persoon, ['naam']))?.naam.waarde?.aanschrijfnaam,
    kopieer: async ({ persoon, bericht, helper }, bewijs) => {
      await stuurDoor(post, { persoon, id: bericht, helper }, bewijs)
    },
    hoogstens: binnen,
    isDicht: () => isDicht,
    meldFout: (fout) => log.waarschuwing('een zending is niet verzonden', { fout }),
  }
  const bezorgdienst = maakBezorgdienst({ klok, log }, delen)
  const herstelwerk = createHerstelwerk(werk)
  const oordeel = maakLigoordeel(werk)
  // All channels look at the same moment: one question for all of them.
  const erIsWerk = bundel((kanalen: readonly Verzendkanaal[]) => zendingen.erIsWerk(kanalen, klok.nu()), {
    hoogstens: kanalenMetWerk.length,
  })
  const ronde = {
    async kanaal(kanaal: Verzendkanaal): Promise<void> {
      if (isDicht || !(await erIsWerk(kanaal))) return
      while (!isDicht && (await werkKanaalAf(werk, kanaal)));
    },
    async bewaak(): Promise<void> {
      await bezorgdienst.bewaak()
      await herstelwerk.verlopen()
    },
    navraag: async () =>
      delen.navraag &&
      !isDicht &&
      vraagNa({
        ...{ ...delen.navraag, store: zendingen, neemTerug: bezorgdienst.neemTerug, nu: klok.nu },
        meldFout: (fout) => log.waarschuwing('naar een zending is niet te vragen', { fout }),
      }),
  }
  return {
    berichten: createBerichten(post),
    plaats: (bericht) => plaatsingVan(post, bericht),
    postbus: createPostbus({ ...post, heeftBriefweg: () => perKanaal.has('brief') }),
    voorkeuren: createVoorkeuren({ ...gedeeld, store: voorkeurStore }),
    adressen: createContactadressen({
      ...gedeeld,
      store: voorkeurStore,
      wegen: () => perKanaal,
      opstelCode: delen.opstelCode,
      maakMelding({ persoon, door }, wijziging) {
        const inhoud = delen.opstelAdres(wijziging, door)
        return plaatsingVan(post, { persoon, soort: 'adres-gewijzigd', kenmerk: wijziging.kenmerk, inhoud })
      },
    }),
    bezorgdienst,
    herstelwerk,
    controles: [
      [
        'verzending',
        async () => verzendstand(await zendingen.standen(klok.nu()), [...perKanaal.keys()], klok.nu()),
      ],
    ],
    ronde,
    begin() {
      const meld = (wat: string) => (fout: unknown) => log.waarschuwing(wat, { fout })
      // Apart: a mail server that is slow keeps no letter waiting.
      const lopend = [
        ...kanalenMetWerk.map((kanaal) =>
          herhaal(werkMs, () => ronde.kanaal(kanaal), meld('verzenden mislukt')),
        ),
        herhaal(bewaakMs, ronde.bewaak, meld('bewaken van meldingen mislukt'), { meteen: true }),
        herhaal(bewaakMs, ronde.navraag, meld('navragen mislukt')),
        ...wegen.flatMap(({ kijkNa }) =>
          kijkNa === undefined
            ? []
            : [herhaal(liggendMs, () => kijkNa(oordeel), meld('nakijken van wat klaarligt mislukt'))],
        ),
      ]
      levensloop.bijSluiten('verzending', async () => {
        isDicht = true
        await Promise.all(lopend.map((stop) => stop()))
      })
    },
  }
}

// Not secret: only so that what failed together does not come back together.
const loting = () => randomInt(1_000) / 1_000

/** What became of what was sent; also for the command that a mail server calls. */
export function maakBezorgdienst(
  { klok, log }: Omgeving,
  {
    opslag,
    toegang,
    heeftBalie,
  }: Pick<Kanalendelen, 'opslag' | 'heeftBalie'> & { readonly toegang: Pick<Toegang, 'audit'> },
): Bezorgdienst {
  return createBezorgdienst({
    audit: toegang.audit,
    nu: klok.nu,
    toeval: randomBytes,
    store: zendingOpslag(opslag.databank),
    loting,
    heeftBalie,
    meldAlarm: (uren, aantal) => log.waarschuwing('van berichten ging geen melding uit', { uren, aantal }),
  })
}

/** A mandate of theirs, today, that covers whose message it is. What a court gave covers everything. */
function meelezer({ toegang }: Kanalendelen, { nu }: Klok): MagMeelezen {
  return async (gever, helper, organisatie, bewijs) => {
    const vandaag = datumOp(nu(), 'Europe/Amsterdam')
    const alle = await toegang.machtigingen.alle({ soort: 'persoon', persoon: gever }, bewijs)
    return alle.some(
      (een) =>
        een.gever === gever &&
        een.gemachtigde === helper &&
        standVan(een, vandaag) === 'geldig' &&
        dekt(een, organisatie, undefined),
    )
  }
}

/** Who gave an address themselves is not looked up. */
async function postadresVan(delen: Kanalendelen, persoon: PersoonId): Promise<Postbestemming | undefined> {
  const gevonden = await registerregelVan(delen, persoon, ['naam', 'adres'])
  if (gevonden === undefined) return undefined
  const { naam, adres } = gevonden
  const regels = [naam.waarde?.aanschrijfnaam, adres.waarde?.regel1, adres.waarde?.regel2].flatMap(
    (regel) => regel || [],
  )
  const gebied = adres.waarde?.gebied
  return regels.length < 2 ? undefined : { regels, ...(gebied !== undefined && { gebied }) }
}

/** With a line of its own on the record of whom it is about. */
async function registerregelVan(
  { personen, toegang }: Kanalendelen,
  persoon: PersoonId,
  gegevens: readonly ('naam' | 'adres')[],
) {
  if (personen === undefined) return undefined
  const verwerking = {
    ...{ doel: 'bericht-verzenden', gegevens, betrokkenen: [persoon] },
    door: { soort: 'taak', taak: 'verzenden' },
  } as const
  const uitkomst = await toegang.audit.metVerwerking(verwerking, (bewijs) =>
    personen.raadpleeg(persoon, bewijs),
  )
  // Tried again later: that a register is silent does not mean that somebody lives nowhere.
  if (uitkomst.status === 'fout') throw new Error(`het register is niet te vragen: ${uitkomst.soort}`)
  return uitkomst.status === 'ok' ? uitkomst.gegevens : undefined
}

function naamVan(corpus: Pick<LopendCorpus, 'huidig'>, van: string | undefined): string {
  return (van && corpus.huidig().organisaties.get(van)?.naam) ?? 'Voordeur'
}

/** Keeps nothing alive: what still waits when the program ends is taken up by another. */
async function binnen<T>(ms: number, belofte: Promise<T>): Promise<T | 'te-laat'> {
  const { promise, resolve } = Promise.withResolvers<'te-laat'>()
  const wekker = setTimeout(() => resolve('te-laat'), ms)
  try {
    return await Promise.race([belofte, promise])
  } finally {
    clearTimeout(wekker)
  }
}

/** What `/gezond` says of what is on its way. */
export function verzendstand(
  { wachtend, oudste, alarmen, hersteltaken, teLaat }: Zendingstanden,
  wegen: readonly string[],
  nu: Date,
): Awaited<ReturnType<Controle>> {
  const wachtMs = oudste === undefined ? 0 : nu.getTime() - oudste.getTime()
  return {
    stand: alarmen > 0 || teLaat > 0 || wachtMs > langWachtenMs ? 'beperkt' : 'goed',
    wegen,
    wachtend,
    oudsteSeconden: Math.max(0, Math.floor(wachtMs / 1000)),
    alarmen,
    hersteltaken,
    teLaat,
  }
}
