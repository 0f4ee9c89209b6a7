/** From what was worked out of one person to what is written: signals, at most one message, and when to look again. */
import type { Audit, Sleutelring, VerzegeldBewijs } from '../../audit/index.ts'
import type { Contactgronden } from '../../corpus/index.ts'
import { maakUuid7, type OrganisatieId, type Toeval } from '../../domain/index.ts'
import { beginVan, type Datum, datumOp, parseDatum, type Tijdzone } from '../../kalender/index.ts'
import type { NieuwBericht, Plaatsing } from '../../kanalen/index.ts'
import type { Ontvanger } from './contact.ts'
import type { Dossierinhoud } from './dossier-store.ts'
import { openNietVoorMij, sluitDossier, sluitSignaal } from './dossierzegel.ts'
import { type Kansopsteller, type Kenbaar, nieuwsVan, type Vertelling, vertel } from './kansnieuws.ts'
import type { Boeking, Levensloopwerk } from './levensloopwerk-store.ts'
import type { Signaal } from './signaal.ts'
import type { SignaalRij } from './signaal-store.ts'

/** What the register of persons says at the moment of sending; `undefined`: it did not answer. */
export type Inschrijving = Pick<Ontvanger, 'isOverleden' | 'geheimhouding'> | undefined

export interface Uitgewerkt {
  readonly werk: Levensloopwerk
  readonly inhoud: Dossierinhoud
  readonly signalen: readonly Signaal[]
  /** Those of them that are as they were kept. */
  readonly gelezen: ReadonlySet<Signaal>
  /** The first day on which to look again without any event, and where that day begins. */
  readonly volgende: string
  readonly zone: Tijdzone
  /** Schemes of which a case runs, where they let us look. */
  readonly lopend?: ReadonlySet<string> | undefined
}

export interface BoekingOnderdelen {
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
  /** Whose desk here helps with this scheme, for who lives there; `undefined`: nobody's. */
  readonly bureauVoor: (regeling: string, gemeente: string | undefined) => OrganisatieId | undefined
  readonly plaats: (bericht: Omit<NieuwBericht, 'bijlagen' | 'corrigeert'>) => Plaatsing
  readonly opstel: Kansopsteller
}

/** Named limit: when a register did not answer, what there is to tell is tried again after this. */
const opnieuwMs = 15 * 60_000

/** What there may be to tell: the register is asked only for whom this is not empty. */
export function teVertellen({
  werk,
  inhoud,
  signalen,
}: Pick<Uitgewerkt, 'werk' | 'inhoud' | 'signalen'>): readonly Kenbaar[] {
  const isOnbekend = ({ regeling, na }: Signaal) => {
    const stand = inhoud.dossier?.standen[regeling]
    return stand?.recht === 'onbekend' && !(stand.voldoet === true && na?.voldoet === true)
  }
  const rijen = new Map(werk.signalen.map((rij) => [rij.id, rij]))
  return signalen.flatMap((een): readonly Kenbaar[] => {
    const rij = een.id === undefined ? undefined : rijen.get(een.id)
    // A person has it in hand, or had it and is done with it.
    const isBijMens = rij?.bureau !== undefined
    const isTerug = een.stand === 'hersteld' && rij?.hersteld === undefined
    const isNuPas = rij?.stand !== 'hersteld'
    if (isOnbekend(een)) return []
    if (!(een.stand === 'open' && !isBijMens) && !(isTerug && (isNuPas || !isBijMens))) return []
    return een.id === undefined
      ? []
      : [{ ...een, id: een.id, isVerteldDoorMens: isTerug && rij?.verteld === undefined }]
  })
}

/** New signals get their id before anything is told of them. */
export function metId(signalen: readonly Signaal[], nu: Date, toeval: Toeval): readonly Signaal[] {
  return signalen.map((een) => (een.id === undefined ? { ...een, id: maakUuid7(nu, toeval) } : een))
}

export function maakBoeking(
  onderdelen: BoekingOnderdelen,
  uitgewerkt: Uitgewerkt,
  wereld: { readonly versie: string; readonly gronden: Contactgronden },
  ingeschreven: Inschrijving,
): Boeking {
  const { ring, nu, toeval, plaats, opstel } = onderdelen
  const { werk, inhoud, volgende, zone } = uitgewerkt
  const { persoon, dossier } = werk
  const op = nu()
  const kenbaar = teVertellen(uitgewerkt)
  const gepland = planVan(onderdelen, uitgewerkt, wereld.gronden, kenbaar, ingeschreven)
  const sinds = datumOp(dossier.sinds, 'Europe/Amsterdam')
  const versie = dossier.versie + 1
  const nieuws = nieuwsVan(gepland.bericht, { sinds, gebied: gemeenteVan(inhoud) })
  const bericht =
    nieuws.regels.length === 0
      ? undefined
      : plaats({
          persoon,
          soort: nieuws.regels.every(({ wat }) => wat === 'hersteld') ? 'kans-hersteld' : 'kans',
          // One message for one state of a dossier, whatever falls over in between.
          kenmerk: `kansen|${dossier.sinds.toISOString()}|${versie}`,
          inhoud: opstel(nieuws),
        })
  const heeftNieuws = gepland.bericht.some(({ stand }) => stand === 'open')
  const rijen = rijenVan(onderdelen, uitgewerkt, gepland, bericht?.rij.id)
  const moetOpnieuw = kenbaar.length > 0 && ingeschreven === undefined
  const momenten = [
    beginVan(dagVan(volgende), zone),
    ...(gepland.wacht ? [gepland.wacht] : []),
    ...(moetOpnieuw ? [new Date(op.getTime() + opnieuwMs)] : []),
  ]
  return {
    werk,
    dossier: sluitDossier(
      ring,
      { persoon, sinds: dossier.sinds, versie },
      { ...inhoud, ...(heeftNieuws && { verteldOp: op.toISOString() }) },
      toeval,
    ),
    corpus: wereld.versie,
    op: momenten.reduce((a, b) => (a < b ? a : b)),
    signalen: rijen.map(({ rij }) => rij),
    bericht,
    bewijzen: rijen.flatMap(({ bewijs }) => bewijs),
  }
}

function planVan(
  { ring, nu }: BoekingOnderdelen,
  { werk: { voorkeur }, inhoud, signalen, lopend = new Set() }: Uitgewerkt,
  gronden: Contactgronden,
  kenbaar: readonly Kenbaar[],
  ingeschreven: Inschrijving,
): Vertelling {
  if (kenbaar.length === 0 || ingeschreven === undefined) return { bericht: [], mens: [], wacht: undefined }
  const geregeld = signalen.flatMap(({ stand, regeling }) => (stand === 'geregeld' ? [regeling] : []))
  return vertel({
    signalen: kenbaar,
    ontvanger: {
      ...ingeschreven,
      isAfgemeld: voorkeur?.afgemeld !== undefined,
      // Who has a dossier asked for it.
      heeftToegestemd: true,
      nietVoorMij: openNietVoorMij(ring, voorkeur),
      ontvangtAl: new Set([...(inhoud.feiten.ontvangt ?? []), ...geregeld, ...lopend]),
    },
    gronden,
    laatst: inhoud.verteldOp === undefined ? undefined : new Date(inhoud.verteldOp),
    nu: nu(),
  })
}

/** What changed, with the evidence of it; what stayed as it was is not written again. */
function rijenVan(
  onderdelen: BoekingOnderdelen,
  { werk, inhoud, signalen, gelezen }: Uitgewerkt,
  { bericht, mens }: Vertelling,
  berichtId: string | undefined,
): readonly { readonly rij: SignaalRij; readonly bewijs: readonly VerzegeldBewijs[] }[] {
  const { nu, bureauVoor } = onderdelen
  const { persoon } = werk
  const op = nu()
  const oud = new Map(werk.signalen.map((rij) => [rij.id, rij]))
  const [verteld, bijMens] = [new Set(bericht.map(({ id }) => id)), new Set(mens.map(({ id }) => id))]
  return signalen.flatMap((signaal) => {
    const { id, stand, regeling } = signaal
    if (id === undefined) throw new Error('een signaal zonder id')
    const was = oud.get(id)
    const isVerteld = verteld.has(id) && berichtId !== undefined
    if (was !== undefined && was.stand === stand && !isVerteld && !bijMens.has(id) && gelezen.has(signaal))
      return []
    const wanneer = isVerteld ? { op, bericht: berichtId } : undefined
    const rij: SignaalRij = {
      ...{ id, persoon },
      stand: isVerteld && stand === 'open' ? 'verteld' : stand,
      ontstaan: was?.ontstaan ?? op,
      verteld: stand === 'open' ? (wanneer ?? was?.verteld) : was?.verteld,
      hersteld: stand === 'hersteld' ? (wanneer ?? was?.hersteld) : was?.hersteld,
      beantwoord: was?.beantwoord,
      organisatie: was === undefined ? bureauVoor(regeling, gemeenteVan(inhoud)) : was.organisatie,
      bureau: bijMens.has(id)
        ? { sinds: op, reden: 'alleen-mens', pogingen: 0, af: undefined }
        : bureauNa(was, stand, op),
      ...sluitSignaal(onderdelen.ring, { id, persoon }, signaal, onderdelen.toeval),
    }
    return [{ rij, bewijs: bewijzenVan(onderdelen, was, rij, bijMens.has(id)) }]
  })
}

/** Nobody has to look any more at what lapsed. */
function bureauNa(was: SignaalRij | undefined, stand: string, op: Date): SignaalRij['bureau'] {
  const bureau = was?.bureau
  return bureau !== undefined && stand === 'vervallen' ? { ...bureau, af: bureau.af ?? op } : bureau
}

/** What happened to one signal, by its id alone: of which scheme it is stands nowhere in the open. */
function bewijzenVan(
  { audit, nu }: BoekingOnderdelen,
  was: SignaalRij | undefined,
  rij: SignaalRij,
  isBijMens: boolean,
): readonly VerzegeldBewijs[] {
  const regel = (soort: string, codes: Readonly<Record<string, string>> = {}) =>
    audit.verzegel({
      onderwerp: `persoon:${rij.persoon}`,
      soort,
      tijd: nu(),
      codes: { signaal: rij.id, ...codes },
    })
  const { verteld, hersteld, stand } = rij
  return [
    ...(was === undefined ? [regel('signaal-gezien')] : []),
    ...(stand === 'vervallen' && was?.stand !== stand ? [regel('signaal-vervallen')] : []),
    ...(stand === 'hersteld' && was?.stand !== stand ? [regel('signaal-teruggenomen')] : []),
    ...(verteld && !was?.verteld ? [regel('signaal-verteld', { bericht: verteld.bericht })] : []),
    ...(hersteld && !was?.hersteld ? [regel('signaal-hersteld', { bericht: hersteld.bericht })] : []),
    ...(isBijMens ? [regel('signaal-bij-mens')] : []),
  ]
}

function gemeenteVan({ dossier }: Dossierinhoud): string | undefined {
  const woning = dossier?.huishouden.woning
  const gemeente = woning instanceof Object && 'gemeente' in woning ? woning.gemeente : undefined
  return typeof gemeente === 'string' ? gemeente : undefined
}

function dagVan(tekst: string): Datum {
  const dag = parseDatum(tekst)
  if (dag === undefined) throw new RangeError(`geen dag: ${tekst}`)
  return dag
}
