import { type Audit, eisZoekbewijs, type Verwerkingsregister } from '../audit/index.ts'
import { isUuid7, maakUuid7, type OrganisatieId, type PersoonId } from '../domain/index.ts'
import { beslis, persoonVan } from '../toegang/index.ts'
import { brengAan } from './aanbrengen.ts'
import { afscheid, vindNummer } from './afscheid.ts'
import { bekijk, leesBestand, overzie } from './bekijken.ts'
import { ingangshash, leesUitnodigingscode } from './code.ts'
import type { Concepten } from './concept.ts'
import { speelAf } from './evolve.ts'
import { grondNodig, heeftGrondVoor } from './grond-nodig.ts'
import { metCode, standVanCode } from './herhaalcode.ts'
import type { MeldKeten } from './ketenbericht.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import { maakKlokronde, type Rondedelen } from './klokronde.ts'
import type { Aangemeld, Loket, Loketvrager, Opdrachtkop, Uitgenodigd, Uitslag } from './loket.ts'
import { maakMeldronde } from './meldronde.ts'
import { createOnaf } from './onaf.ts'
import type { Opdracht } from './opdracht.ts'
import { overBetrokkene, vanGeholpene } from './over-wie.ts'
import { type Uitvoerder, voerUit } from './uitvoeren.ts'
import { volg } from './volgen.ts'
import {
  feitenVan,
  functiesVan,
  kijkerVan,
  lezerVan,
  magVan,
  persoonIn,
  vandaag,
  verwerking,
} from './vrager.ts'
import type { WerkStore } from './werk-store.ts'
import { werkbladen } from './werkblad.ts'
import { wieZag } from './wie-zag.ts'

export interface Loketonderdelen extends Rondedelen {
  readonly audit: Pick<Audit, 'verzegel' | 'schrijf' | 'metVerwerking'>
  readonly register: () => Verwerkingsregister
  readonly werk: WerkStore
  readonly meld: MeldKeten
  /** Where is kept what is not of a case yet. */
  readonly concepten: Concepten
  /** Bodies of which professionals work in this installation. */
  readonly ontvangers: () => readonly OrganisatieId[]
  /** Who sends the events, as a URI. */
  readonly source: string
}

/** Named limit: more fit on no page. */
const maxLijst = 100

const nergens: Uitslag = { status: 'geweigerd', weigering: { reden: 'niet-gevonden' } }

export function createLoket(delen: Loketonderdelen): Loket {
  const { store, nu, toeval } = delen
  const nieuwId = () => maakUuid7(nu(), toeval)
  const doe = (vrager: Loketvrager, kop: Opdrachtkop, opdracht: Opdracht) =>
    doeVoor(delen, vrager, kop, opdracht)
  return {
    nieuwId,
    bereik: delen.bereik,
    open: (vrager, kop, opdracht) => doe(vrager, { ...kop, verwacht: 0 }, opdracht),
    doe,

    nodigUit: (vrager, kop, wie) => nodigUit(delen, vrager, kop, wie),

    ontvangers: delen.ontvangers,
    brengAan: (vrager, kop, wat) => brengAan(delen, vrager, kop, wat),

    meldAan: (aan, opdracht) => meldAan(delen, aan, opdracht),

    async genodigde(sleutel) {
      const hash = ingangshash('sleutel', sleutel)
      const ingang = (await store.vindIngang('sleutel', hash)) ?? (await store.vindIngang('voorbij', hash))
      if (ingang === undefined) return undefined
      return { soort: 'genodigde', ketenzaak: ingang.ketenzaak, deelnemer: ingang.deelnemer }
    },

    bekijk: (vrager, ketenzaak, sinds) => bekijk(delen, vrager, ketenzaak, sinds),

    overzie: (vrager, ketenzaak) => overzie(delen, vrager, ketenzaak),
    bestand: (vrager, ketenzaak, onderdeel) => leesBestand(delen, vrager, ketenzaak, onderdeel),
    vraagtGrond: async (vrager, ketenzaak) => (await vindGrond(delen, vrager, ketenzaak))?.nummer,

    // The proof is the stated reason itself: whom it is about goes into the ground, and nothing is read of them yet.
    grondOver: async (vrager, ketenzaak, bewijs) => {
      eisZoekbewijs(bewijs)
      return (await vindGrond(delen, vrager, ketenzaak))?.persoon
    },

    volg: (vrager, ketenzaak) => volg(delen, vrager, ketenzaak),

    afscheid: (vrager, ketenzaak) => afscheid(delen, vrager, ketenzaak),
    vindNummer: (vrager, nummer) => vindNummer(delen, vrager, nummer),
    overBetrokkene: (vrager, ketenzaak, fn, waarvoor) =>
      overBetrokkene(delen, vrager, ketenzaak, fn, waarvoor),
    vanGeholpene: (vrager) => vanGeholpene(delen, vrager),
    onaf: createOnaf(delen),

    async eigen(vrager) {
      const { subject, voor } = vrager
      if (subject.soort !== 'inwoner') return []
      const persoon = persoonVan(subject, voor)
      if (!magVan(delen, vrager, 'bekijken', { eigenaar: persoon })) return []
      return delen.audit.metVerwerking(verwerking(delen, vrager, persoon, '-'), (bewijs) =>
        store.eigen(persoon, bewijs, maxLijst),
      )
    },

    wieZag: (vrager, ketenzaak, voor) => wieZag(delen, vrager, ketenzaak, voor),

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

    klok: maakKlokronde(delen),
    werkbladen: (vrager, vraag) => werkbladen({ ...delen, store: delen.werk }, vrager, vraag),

    zend: maakMeldronde(delen),
  }
}

/** The same command once more gives the same code, as long as nobody used it and no other came in its place. */
async function nodigUit(
  delen: Loketonderdelen,
  vrager: Loketvrager,
  kop: Opdrachtkop,
  wie: Parameters<Loket['nodigUit']>[2],
): Promise<Uitgenodigd> {
  return metCode(delen.ring, kop, async (code) => {
    const codehash = ingangshash('code', code)
    // The same words with the hash of a code of our own.
    const uitslag = await doeVoor(delen, vrager, kop, { ...wie, codehash } as Opdracht)
    if (uitslag.status !== 'ok') return uitslag
    const stand = uitslag.isHerhaald ? await standVanCode(delen.store, kop.ketenzaak, codehash) : 'open'
    if (stand !== 'open') return { status: 'geweigerd', weigering: { reden: 'kan-niet-nu', stand } }
    return { status: 'ok', nr: uitslag.nr, code }
  })
}

async function doeVoor(
  delen: Loketonderdelen,
  vrager: Loketvrager,
  kop: Opdrachtkop,
  opdracht: Opdracht,
): Promise<Uitslag> {
  const doener = kijkerVan(vrager)
  if (doener === undefined || !isUuid7(kop.ketenzaak) || !isUuid7(kop.id)) return nergens
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
  const geladen = await delen.store.laad(lezer, kop.ketenzaak, kop.id)
  const stand = speelAf(kop.ketenzaak, geladen.voorvallen)
  if (!mag(stand)) return nergens
  if (stand !== undefined && grondNodig(stand, vrager, delen.nu()) !== undefined)
    return { status: 'geweigerd', weigering: { reden: 'mag-niet' } }
  const persoon = (stand && persoonIn(stand)) ?? nieuw
  const uitvoeren = () => voerUit(delen, { doener, lezer, mag }, kop, opdracht, { ...geladen, stand })
  if (persoon === undefined) return uitvoeren()
  return delen.audit.metVerwerking(verwerking(delen, vrager, persoon, stand?.nummer ?? 'nieuw'), uitvoeren)
}

function persoonUit(opdracht: Opdracht): PersoonId | undefined {
  if (opdracht.soort === 'maak-bekend') return opdracht.persoon
  if (opdracht.soort !== 'open' || opdracht.betrokkene.soort !== 'persoon') return undefined
  return opdracht.betrokkene.persoon
}

async function vindGrond(delen: Loketonderdelen, vrager: Loketvrager, ketenzaak: string) {
  if (!isUuid7(ketenzaak)) return undefined
  const { voorvallen } = await delen.store.laad(lezerVan(vrager), ketenzaak)
  const stand = speelAf(ketenzaak, voorvallen)
  if (stand === undefined || !magVan(delen, vrager, 'bekijken', feitenVan(stand))) return undefined
  const persoon = grondNodig(stand, vrager, delen.nu())
  return persoon && { persoon, nummer: stand.nummer }
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
