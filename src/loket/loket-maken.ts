import type { Audit, Handelende, Verwerkingsbewijs, Verwerkingsregister } from '../audit/index.ts'
import {
  isUuid7,
  maakUuid7,
  type OrganisatieId,
  type PersoonId,
  parseOrganisatieId,
} from '../domain/index.ts'
import { datumOp } from '../kalender/index.ts'
import {
  beslis,
  type Handeling,
  handelendeInKeten,
  maxGrondMinuten,
  persoonVan,
  rolVoor,
  type Subject,
  soortVan,
} from '../toegang/index.ts'
import { opschaalfuncties } from './begrippen.ts'
import { ingangshash, leesUitnodigingscode, maakUitnodigingscode } from './code.ts'
import { ketenDoel } from './doel.ts'
import { speelAf } from './evolve.ts'
import { ketenbericht, type MeldKeten } from './ketenbericht.ts'
import { gezienBewijs, sjabloonVan } from './ketenbewijs.ts'
import { metWoorden } from './ketentekst.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { Ketenlezer, Tekstrij } from './ketenzaak-store.ts'
import { organisatiesIn } from './leesbeeld.ts'
import type { Aangemeld, Gezien, Ketenbeeld, Loket, Loketvrager, Opdrachtkop, Uitslag } from './loket.ts'
import type { Opdracht } from './opdracht.ts'
import { type Uitvoerdelen, type Uitvoerder, voerUit } from './uitvoeren.ts'
import { gebeurd } from './verloop.ts'
import { type Ketenzin, ketenzin, stapduur } from './verwachting.ts'
import type { Voorval } from './voorval.ts'
import { verwijzingenIn } from './woorden.ts'
import { type Kijker, type Zicht, zicht } from './zicht.ts'

export interface Loketonderdelen extends Uitvoerdelen {
  readonly audit: Pick<Audit, 'verzegel' | 'schrijf' | 'metVerwerking'>
  readonly register: () => Verwerkingsregister
  readonly meld: MeldKeten
  /** Who sends the events, as a URI. */
  readonly source: string
}

/** Named limits: more fit on no page; so many are looked at, and told of, in one round. */
const maxLijst = 100
const maxRonde = 100

const nergens: Uitslag = { status: 'geweigerd', weigering: { reden: 'niet-gevonden' } }

export function createLoket(delen: Loketonderdelen): Loket {
  const { store, nu, toeval } = delen
  const nieuwId = () => maakUuid7(nu(), toeval)
  const doe = (vrager: Loketvrager, kop: Opdrachtkop, opdracht: Opdracht) =>
    doeVoor(delen, vrager, kop, opdracht)
  return {
    nieuwId,
    open: (vrager, kop, opdracht) => doe(vrager, { ...kop, verwacht: 0 }, opdracht),
    doe,

    async nodigUit(vrager, kop, wie) {
      const code = maakUitnodigingscode(toeval)
      // The same words with the hash of a code of our own.
      const opdracht = { ...wie, codehash: ingangshash('code', code) } as Opdracht
      const uitslag = await doe(vrager, kop, opdracht)
      return uitslag.status === 'ok' ? { status: 'ok', nr: uitslag.nr, code } : uitslag
    },

    meldAan: (aan, opdracht) => meldAan(delen, aan, opdracht),

    async genodigde(sleutel) {
      const ingang = await store.vindIngang('sleutel', ingangshash('sleutel', sleutel))
      if (ingang === undefined || ingang.tot <= nu()) return undefined
      return { soort: 'genodigde', ketenzaak: ingang.ketenzaak, deelnemer: ingang.deelnemer }
    },

    bekijk: (vrager, ketenzaak) => bekijk(delen, vrager, ketenzaak),

    async eigen(vrager) {
      const { subject, voor } = vrager
      if (subject.soort !== 'inwoner') return []
      const persoon = persoonVan(subject, voor)
      if (!magVan(delen, vrager, 'bekijken', { eigenaar: persoon })) return []
      return delen.audit.metVerwerking(verwerking(delen, vrager, persoon, '-'), (bewijs) =>
        store.eigen(persoon, bewijs, maxLijst),
      )
    },

    async wieZag(vrager, ketenzaak) {
      const { subject, voor } = vrager
      if (subject.soort !== 'inwoner' || !isUuid7(ketenzaak)) return []
      const persoon = persoonVan(subject, voor)
      if (!magVan(delen, vrager, 'bekijken', { eigenaar: persoon })) return []
      const rijen = await delen.audit.metVerwerking(verwerking(delen, vrager, persoon, '-'), (bewijs) =>
        store.wieZag(persoon, ketenzaak, bewijs, maxLijst),
      )
      return rijen.map(({ wie, dag, onderdelen }) => ({ wie: kijkerVanCode(wie), dag, onderdelen }))
    },

    async werkvoorraad({ subject, voor }) {
      if (subject.soort !== 'medewerker') return []
      const { organisatie, medewerker } = subject
      const voorwerp = { soort: 'ketenwerk', organisatie } as const
      const vraag = {
        subject,
        voor,
        handeling: 'bekijken',
        voorwerp,
        nu: nu(),
        vandaag: vandaag(nu()),
      } as const
      if (!beslis(delen.register(), vraag).mag) return []
      return store.werkvoorraad({ organisatie, medewerker, functies: functiesVan(subject) }, maxLijst)
    },

    async klok() {
      const zaken = await store.teBekijken(nu(), maxRonde)
      let verder = 0
      for (const ketenzaak of zaken) {
        const uitvoerder: Uitvoerder = {
          doener: { soort: 'klok' },
          lezer: { soort: 'taak' },
          mag: (stand) => stand !== undefined,
        }
        const uitslag = await voerUit(
          delen,
          uitvoerder,
          { id: nieuwId(), ketenzaak, verwacht: 0 },
          { soort: 'klok' },
        )
        if (uitslag.status === 'ok') verder++
      }
      return verder
    },

    zend: () =>
      store.meld(nu(), maxRonde, (voorvallen) =>
        delen.meld(voorvallen.map((een) => ketenbericht(delen.source, een))),
      ),
  }
}

const vandaag = (moment: Date) => datumOp(moment, 'Europe/Amsterdam')

function functiesVan({ rollen }: Extract<Subject, { soort: 'medewerker' }>) {
  return opschaalfuncties.filter((functie) => rollen.includes(functie))
}

/** As whom they look; nobody for who is no party to any case. */
function kijkerVan({ subject }: Loketvrager): Kijker | undefined {
  switch (subject.soort) {
    case 'inwoner':
      return { soort: 'inwoner' }
    case 'medewerker': {
      const { organisatie, medewerker } = subject
      return { soort: 'medewerker', organisatie, medewerker, functies: functiesVan(subject) }
    }
    case 'genodigde':
      return { soort: 'genodigde', deelnemer: subject.deelnemer }
    default:
      return undefined
  }
}

function lezerVan({ subject, voor }: Loketvrager): Ketenlezer {
  if (subject.soort === 'inwoner') return { soort: 'persoon', persoon: persoonVan(subject, voor) }
  if (subject.soort !== 'medewerker') return { soort: 'taak' }
  const { soort, organisatie, medewerker } = subject
  return { soort, organisatie, medewerker }
}

interface Voorwerpfeiten {
  readonly eigenaar?: PersoonId
  readonly organisatie?: OrganisatieId
  readonly ketenzaak?: string
  readonly deelnemers?: readonly OrganisatieId[]
}

function magVan(
  { register, nu }: Loketonderdelen,
  { subject, voor }: Loketvrager,
  handeling: Handeling,
  feiten: Voorwerpfeiten,
): boolean {
  const voorwerp = { soort: 'ketenzaak', ...feiten } as const
  const vraag = { subject, voor, handeling, voorwerp, doel: ketenDoel, nu: nu(), vandaag: vandaag(nu()) }
  return beslis(register(), vraag).mag
}

function feitenVan(stand: Ketenzaak): Voorwerpfeiten {
  const persoon = persoonIn(stand)
  return {
    ketenzaak: stand.id,
    organisatie: stand.regie.organisatie,
    deelnemers: organisatiesIn(stand),
    ...(persoon !== undefined && { eigenaar: persoon }),
  }
}

const persoonIn = ({ betrokkene }: Pick<Ketenzaak, 'betrokkene'>): PersoonId | undefined =>
  betrokkene.soort === 'persoon' ? betrokkene.persoon : undefined

async function doeVoor(
  delen: Loketonderdelen,
  vrager: Loketvrager,
  kop: Opdrachtkop,
  opdracht: Opdracht,
): Promise<Uitslag> {
  const doener = kijkerVan(vrager)
  if (doener === undefined || !isUuid7(kop.ketenzaak)) return nergens
  const lezer = lezerVan(vrager)
  const { subject } = vrager
  const mag = (stand: Ketenzaak | undefined): boolean => {
    if (stand !== undefined) return magVan(delen, vrager, 'toevoegen', feitenVan(stand))
    if (opdracht.soort !== 'open' || subject.soort !== 'medewerker') return false
    return magVan(delen, vrager, 'stellen', { organisatie: subject.organisatie })
  }
  const nieuw = persoonUit(opdracht)
  if (nieuw !== undefined && !heeftGrondVoor(subject, nieuw, delen.nu()))
    return { status: 'geweigerd', weigering: { reden: 'mag-niet' } }
  const stand = await laad(delen, lezer, kop.ketenzaak)
  if (!mag(stand)) return nergens
  const persoon = (stand && persoonIn(stand)) ?? nieuw
  const uitvoeren = () => voerUit(delen, { doener, lezer, mag }, kop, opdracht)
  if (persoon === undefined) return uitvoeren()
  return delen.audit.metVerwerking(verwerking(delen, vrager, persoon, stand?.nummer ?? 'nieuw'), uitvoeren)
}

async function laad(
  { store }: Loketonderdelen,
  lezer: Ketenlezer,
  ketenzaak: string,
): Promise<Ketenzaak | undefined> {
  return speelAf(ketenzaak, (await store.laad(lezer, ketenzaak)).voorvallen)
}

function persoonUit(opdracht: Opdracht): PersoonId | undefined {
  if (opdracht.soort === 'maak-bekend') return opdracht.persoon
  if (opdracht.soort !== 'open' || opdracht.betrokkene.soort !== 'persoon') return undefined
  return opdracht.betrokkene.persoon
}

/** A professional opens a case about whom they stated a ground for, and about nobody else. */
function heeftGrondVoor(subject: Subject, persoon: PersoonId, nu: Date): boolean {
  if (subject.soort !== 'medewerker' || subject.grond?.persoon !== persoon) return false
  const geledenMs = nu.getTime() - subject.grond.gesteldOp.getTime()
  return geledenMs >= 0 && geledenMs <= maxGrondMinuten * 60_000
}

function verwerking({ register }: Loketonderdelen, vrager: Loketvrager, persoon: PersoonId, nummer: string) {
  const gegevens = ['ketenvraag', 'ketenplan', 'ketenberichten']
  return { doel: ketenDoel, gegevens, betrokkenen: [persoon], door: handelende(register(), vrager, nummer) }
}

function handelende(
  register: Verwerkingsregister,
  { subject, voor }: Loketvrager,
  nummer: string,
): Handelende {
  if (subject.soort === 'inwoner')
    return {
      soort: 'inwoner',
      persoon: subject.persoon,
      ...(voor.soort !== 'zelf' && { alsVertegenwoordiger: soortVan(voor) }),
      ...(subject.metHelper === true && { metHelper: true }),
    }
  if (subject.soort !== 'medewerker') return { soort: 'taak', taak: 'loket-genodigde' }
  const rol = rolVoor(register.vind(ketenDoel)?.rollen ?? [], subject.rollen)
  return handelendeInKeten(subject, { rol: rol ?? '', nummer })
}

async function meldAan(
  delen: Loketonderdelen,
  { code, ondertekenaar, bedrijf }: Parameters<Loket['meldAan']>[0],
  opdrachtId: string,
): Promise<Aangemeld> {
  const { store, toeval } = delen
  const onbekend: Aangemeld = { status: 'geweigerd', weigering: { reden: 'code-onbekend' } }
  const gelezen = leesUitnodigingscode(code)
  const codehash = gelezen === undefined ? undefined : ingangshash('code', gelezen)
  const ingang = codehash === undefined ? undefined : await store.vindIngang('code', codehash)
  if (ingang === undefined || codehash === undefined) return onbekend
  const { ketenzaak, deelnemer } = ingang
  const sleutel = Buffer.from(toeval(32)).toString('base64url')
  const uitvoerder: Uitvoerder = {
    doener: { soort: 'genodigde', deelnemer },
    lezer: { soort: 'taak' },
    mag: (stand) => stand !== undefined,
  }
  const uitslag = await voerUit(
    delen,
    uitvoerder,
    { id: opdrachtId, ketenzaak, verwacht: 0 },
    {
      soort: 'gebruik-uitnodiging',
      codehash,
      ondertekenaar: { woorden: ondertekenaar },
      geheimhouding: GEHEIMHOUDING,
      toegang: { hash: ingangshash('sleutel', sleutel), ...(bedrijf !== undefined && { bedrijf }) },
    },
  )
  if (uitslag.status === 'ok' && !uitslag.isHerhaald) return { status: 'ok', ketenzaak, deelnemer, sleutel }
  return uitslag.status === 'geweigerd'
    ? uitslag
    : { status: 'geweigerd', weigering: { reden: 'code-gebruikt' } }
}

/** Which text of confidentiality is signed now. */
export const GEHEIMHOUDING = 'geheimhouding-1'

async function bekijk(
  delen: Loketonderdelen,
  vrager: Loketvrager,
  ketenzaak: string,
): Promise<Ketenbeeld | undefined> {
  const kijker = kijkerVan(vrager)
  if (kijker === undefined || !isUuid7(ketenzaak)) return undefined
  const lezer = lezerVan(vrager)
  const { store, audit, ring, nu } = delen
  const { voorvallen } = await store.laad(lezer, ketenzaak)
  const stand = speelAf(ketenzaak, voorvallen)
  if (stand === undefined || !magVan(delen, vrager, 'bekijken', feitenVan(stand))) return undefined
  const op = nu()
  const ziet = zicht(stand, kijker, op)
  if (ziet === undefined) return undefined
  const zin = await zinVan(delen, stand, ziet, op)
  const ids = verwijzingenIn(ziet).map(({ tekst }) => tekst)
  const persoon = persoonIn(stand)
  const lees = (bewijs: Verwerkingsbewijs | undefined): Promise<readonly Tekstrij[]> =>
    persoon !== undefined && bewijs !== undefined
      ? store.teksten(lezer, { ketenzaak, persoon }, ids, bewijs)
      : store.tekstenZonderPersoon(lezer, ketenzaak, ids)
  const getoond = async (bewijs: Verwerkingsbewijs | undefined): Promise<Ketenbeeld> => {
    if (kijker.soort !== 'inwoner') {
      const onderdelen = getoondeOnderdelen(ziet)
      await store.merkGezien(ketenzaak, { wie: codeVan(kijker), dag: vandaag(op), onderdelen })
      // With somebody on whose record it stands already this is enough; of nobody the evidence is on the case.
      if (persoon === undefined)
        await audit.schrijf(gezienBewijs(ketenzaak, op, codeVan(kijker), onderdelen.length))
    }
    const rijen = await lees(bewijs)
    return {
      // The same view: only references became words.
      zicht: metWoorden(ring, ketenzaak, ziet, rijen) as Ketenbeeld['zicht'],
      zin,
      verloop: verloopVoor(ziet, voorvallen),
    }
  }
  if (persoon === undefined) return getoond(undefined)
  return audit.metVerwerking(verwerking(delen, vrager, persoon, stand.nummer), getoond)
}

function verloopVoor({ als }: Zicht<unknown>, voorvallen: readonly Voorval[]) {
  return als === 'deelnemer' || als === 'aangeboden' ? [] : voorvallen.map(gebeurd)
}

/** Over the steps that this reader sees; of one that is not shared only whose it is. */
async function zinVan(
  { store }: Loketonderdelen,
  { stappen }: Ketenzaak,
  ziet: Zicht<unknown>,
  op: Date,
): Promise<Ketenzin> {
  const gezien = new Map(
    ziet.stappen.flatMap(({ stap, wachtOp }) => {
      const een = stappen.get(stap)
      return een === undefined ? [] : [[stap, { ...een, wachtOp }] as const]
    }),
  )
  const sleutels = [...gezien.values()].flatMap(({ titel, eigenaar }) =>
    titel.soort === 'sjabloon' && eigenaar.soort === 'organisatie'
      ? [{ organisatie: eigenaar.organisatie, sjabloon: sjabloonVan(titel) }]
      : [],
  )
  const duren = await store.duren(sleutels)
  return ketenzin(
    gezien,
    ({ stap }) => {
      const een = gezien.get(stap)
      const { eigenaar } = een ?? {}
      const van = duren.find(
        ({ organisatie, sjabloon }) =>
          een?.titel.soort === 'sjabloon' &&
          eigenaar?.soort === 'organisatie' &&
          eigenaar.organisatie === organisatie &&
          sjabloonVan(een.titel) === sjabloon,
      )
      return stapduur(van?.tellingen ?? [])
    },
    vandaag(op),
  )
}

/** What they had before them: items with their words, steps that are shared, and who it is about. */
function getoondeOnderdelen({ onderdelen, stappen, betrokkene }: Zicht<unknown>): readonly string[] {
  return [
    ...new Set([
      ...onderdelen.flatMap(({ id, tekst }) => (tekst === undefined ? [] : [id])),
      ...stappen.flatMap(({ stap, isAfgeschermd }) => (isAfgeschermd ? [] : [stap])),
      ...(betrokkene === undefined ? [] : ['betrokkene']),
    ]),
  ].toSorted()
}

function codeVan(kijker: Exclude<Kijker, { soort: 'inwoner' }>): string {
  return kijker.soort === 'medewerker' ? `organisatie:${kijker.organisatie}` : `genodigde:${kijker.deelnemer}`
}

function kijkerVanCode(code: string): Gezien['wie'] {
  const [soort, wie = ''] = code.split(/:(.*)/)
  const organisatie = soort === 'organisatie' ? parseOrganisatieId(wie) : undefined
  return organisatie === undefined
    ? { soort: 'genodigde', deelnemer: wie }
    : { soort: 'organisatie', organisatie }
}
