import type { Datum, OrganisatieId, PersoonId } from '../domain/index.ts'
import { beginVan, plusDagen } from '../kalender/index.ts'
import { isAf, type Opschaalfunctie } from './begrippen.ts'
import { isGemist, type Ketenzaak, openOverdracht, type Stap } from './ketenzaak.ts'
import { ongenomenTot } from './ongenomen.ts'
import { wachtNogOp } from './plan.ts'
import { openVerzoeken } from './verzoeken.ts'
import { inNederland, type ZoneVan, zoneBij } from './zone.ts'

/** The rows that lists are made of: a list costs what it shows, and reads no case. Ids, states and days. */
export interface Leesbeeld {
  readonly zaak: Zaakrij
  readonly stappen: readonly Staprij[]
  readonly deelnemers: readonly Deelnemerrij[]
  readonly delingen: readonly Delingrij[]
  readonly oproepen: readonly Oproeprij[]
  readonly ingangen: readonly Ingangrij[]
}

export interface Zaakrij {
  readonly id: string
  readonly nummer: string
  readonly persoon: PersoonId | undefined
  readonly organisatie: OrganisatieId
  readonly medewerker: string
  readonly stand: 'open' | 'gesloten'
  readonly nr: number
  readonly geopend: Date
  readonly gesloten: Date | undefined
  /** The first term of what is still open. */
  readonly termijn: Datum | undefined
  /** With whom that step lies. */
  readonly bij: string | undefined
  /** When time itself changes something. */
  readonly volgend: Date | undefined
}

export interface Staprij {
  readonly id: string
  readonly organisatie: OrganisatieId | undefined
  readonly stand: string
  readonly termijn: Datum
  readonly kanVerder: boolean
}

export interface Deelnemerrij {
  readonly id: string
  readonly organisatie: OrganisatieId | undefined
  readonly rol: string
}

export interface Delingrij {
  readonly id: string
  readonly onderdeel: string
  readonly deelnemer: string
  readonly tot: Date
  readonly geldt: boolean
}

/** An offer to an organisation, or an escalation to a function in it: somebody has to answer. */
export interface Oproeprij {
  readonly id: string
  /** `terug`: for the owner, what was given back. */
  readonly soort: 'aanbod' | 'opschaling' | 'doorzending' | 'erbij' | 'terug'
  readonly organisatie: OrganisatieId
  readonly functie: Opschaalfunctie | undefined
  readonly tot: Date
}

/** By which hash an outside party comes in: of a code that is still open, or of the key they got for it. */
export interface Ingangrij {
  readonly id: string
  readonly soort: 'code' | 'sleutel'
  readonly hash: string
  readonly deelnemer: string
  readonly tot: Date
}

export function leesbeeld(stand: Ketenzaak, zoneVan: ZoneVan = inNederland): Leesbeeld {
  const open = [...stand.stappen.values()].filter(({ stand: hoe }) => !isAf(hoe))
  const aanZet = open
    .filter((stap) => wachtNogOp(stand, stap).length === 0)
    .toSorted((a, b) => a.termijn.localeCompare(b.termijn))[0]
  const { organisatie, medewerker } = stand.regie
  return {
    zaak: {
      id: stand.id,
      nummer: stand.nummer,
      persoon: stand.betrokkene.soort === 'persoon' ? stand.betrokkene.persoon : undefined,
      organisatie,
      medewerker,
      stand: stand.stand,
      nr: stand.nr,
      geopend: stand.geopend,
      gesloten: stand.sluiting?.op,
      termijn: aanZet?.termijn,
      bij: stand.stand === 'open' ? bijWie(aanZet, organisatie) : undefined,
      volgend: volgendMoment(stand, zoneVan),
    },
    stappen: [...stand.stappen.values()].map((stap) => ({
      id: stap.stap,
      organisatie: stap.eigenaar.soort === 'organisatie' ? stap.eigenaar.organisatie : undefined,
      stand: stap.stand,
      termijn: stap.termijn,
      kanVerder: wachtNogOp(stand, stap).length === 0,
    })),
    deelnemers: stand.stand === 'open' ? deelnemerrijen(stand) : [],
    delingen: [...stand.delingen.values()].map(({ id, onderdeel, deelnemer, tot, stand: hoe }) => ({
      ...{ id, onderdeel, deelnemer, tot },
      geldt: hoe === 'geldt' && stand.stand === 'open',
    })),
    oproepen: stand.stand === 'open' ? oproepen(stand) : [],
    ingangen: stand.stand === 'open' ? ingangrijen(stand) : [],
  }
}

function bijWie(stap: Stap | undefined, regie: OrganisatieId): string {
  const { eigenaar } = stap ?? {}
  return eigenaar === undefined
    ? regie
    : eigenaar.soort === 'organisatie'
      ? eigenaar.organisatie
      : eigenaar.soort
}

/** A closed case has none: its rows let nobody in any more. */
function deelnemerrijen({ deelnemers }: Ketenzaak): readonly Deelnemerrij[] {
  return [...deelnemers.values()].map(({ id, wie, rol }) => ({
    ...{ id, rol },
    organisatie: wie.soort === 'organisatie' ? wie.organisatie : undefined,
  }))
}

function oproepen(stand: Ketenzaak): readonly Oproeprij[] {
  const aanbod = openOverdracht(stand)
  return [
    ...(aanbod === undefined
      ? []
      : [
          {
            ...({ id: aanbod.id, soort: 'aanbod', functie: undefined } as const),
            ...{ organisatie: aanbod.aan, tot: aanbod.tot },
          },
        ]),
    ...[...stand.opschalingen.values()]
      .filter(({ stand: hoe }) => hoe === 'open')
      .map(({ id, organisatie, functie, tot }) => ({
        id,
        soort: 'opschaling' as const,
        organisatie,
        functie,
        tot,
      })),
    ...verzoekrijen(stand),
  ]
}

function verzoekrijen(stand: Ketenzaak): readonly Oproeprij[] {
  const functie = undefined
  return [
    ...openVerzoeken(stand).map(({ id, wat: soort, organisatie, tot }) => ({
      ...{ id, soort, organisatie, functie, tot },
    })),
    ...[...stand.verzoeken.values()]
      .filter((een) => een.stand === 'teruggegeven')
      .map(({ id, tot }) => ({
        ...({ id, soort: 'terug' } as const),
        ...{ organisatie: stand.regie.organisatie, functie, tot },
      })),
  ]
}

function ingangrijen({ uitnodigingen, deelnemers }: Ketenzaak): readonly Ingangrij[] {
  return [
    ...[...uitnodigingen.values()]
      // One that was used still says so to whoever tries it again.
      .filter(({ stand }) => stand !== 'ingetrokken')
      .map(({ id, codehash: hash, deelnemer, tot: opTijd, terugTot: tot = opTijd }) => ({
        id,
        soort: 'code' as const,
        hash,
        deelnemer,
        tot,
      })),
    ...[...deelnemers.values()].flatMap(({ id, toegang }) =>
      toegang !== undefined
        ? [
            {
              id: `${id}/sleutel`,
              soort: 'sleutel' as const,
              hash: toegang.wijze.hash,
              deelnemer: id,
              tot: toegang.tot,
            },
          ]
        : [],
    ),
  ]
}

/** When the work that watches terms has to look at it; the day after a term begins where its owner is. */
export function volgendMoment(stand: Ketenzaak, zoneVan: ZoneVan = inNederland): Date | undefined {
  if (stand.stand !== 'open') return undefined
  const open = [...stand.stappen.values()].filter(
    ({ stand: hoe, stap, termijn }) => !isAf(hoe) && !isGemist(stand, stap, termijn),
  )
  const perZone = Map.groupBy(open, ({ eigenaar }) => zoneBij(zoneVan, eigenaar, stand.regie.organisatie))
  const ongenomen = ongenomenTot(stand)
  const momenten = [
    ...(ongenomen === undefined ? [] : [ongenomen]),
    ...oproepen(stand)
      // Above the last function there is nobody to ask.
      .filter(
        ({ soort, functie }) => soort === 'aanbod' || (soort === 'opschaling' && functie !== 'doorbreker'),
      )
      .map(({ tot }) => tot),
    ...openVerzoeken(stand).flatMap(({ tot, isOnbeantwoord }) => (isOnbeantwoord ? [] : [tot])),
    // Of each zone the first: to find a midnight costs more than to compare days.
    ...[...perZone].flatMap(([zone, stappen]) => {
      const [eerst] = stappen.map(({ termijn }) => termijn).toSorted()
      return eerst === undefined ? [] : [beginVan(plusDagen(eerst, 1), zone)]
    }),
  ]
  return momenten.reduce<Date | undefined>(
    (eerst, een) => (eerst === undefined || een < eerst ? een : eerst),
    undefined,
  )
}

/** Which organisations take part now: what access to the whole case is decided on. */
export function organisatiesIn(stand: Ketenzaak): readonly OrganisatieId[] {
  if (stand.stand === 'gesloten') return [stand.regie.organisatie]
  const anderen = [...stand.deelnemers.values()].flatMap(({ wie }) =>
    wie.soort === 'organisatie' ? [wie.organisatie] : [],
  )
  return [...new Set([stand.regie.organisatie, ...anderen])]
}

export interface Verschil<R> {
  readonly zet: readonly R[]
  readonly weg: readonly string[]
}

/** Which rows became others: a command on a case of two hundred steps writes the one it was about. */
export function verschil<R extends { readonly id: string }>(
  oud: readonly R[],
  nieuw: readonly R[],
): Verschil<R> {
  const was = new Map(oud.map((rij) => [rij.id, JSON.stringify(rij)]))
  const is = new Set(nieuw.map(({ id }) => id))
  return {
    zet: nieuw.filter((rij) => was.get(rij.id) !== JSON.stringify(rij)),
    weg: oud.flatMap(({ id }) => (is.has(id) ? [] : [id])),
  }
}
