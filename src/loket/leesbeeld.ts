import type { Datum, OrganisatieId, PersoonId } from '../domain/index.ts'
import { beginVan, datumOp, plusDagen } from '../kalender/index.ts'
import { isAf, type Opschaalfunctie } from './begrippen.ts'
import { type Deelnemer, isGemist, type Ketenzaak, openOverdracht, type Stap } from './ketenzaak.ts'
import { ongenomenTot } from './ongenomen.ts'
import { wachtNogOp } from './plan.ts'
import { teHernieuwen } from './stapdeling.ts'
import { stilTot, wachtOpRegie } from './stilte.ts'
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
  /** The first term of what is still open, or the day before somebody else is asked. */
  readonly termijn: Datum | undefined
  /** With whom that lies. */
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

/** Somebody has to answer: to an offer, an escalation to a function, or, as owner of a case, to who refused a step. */
export interface Oproeprij {
  readonly id: string
  /** `terug`: for the owner, what was given back. */
  readonly soort: 'aanbod' | 'opschaling' | 'stap-geweigerd' | 'doorzending' | 'erbij' | 'terug'
  readonly organisatie: OrganisatieId
  readonly functie: Opschaalfunctie | undefined
  readonly tot: Date
}

/** By which hash an outside party comes in: of a code that is still open, or of the key they got for it. */
export interface Ingangrij {
  readonly id: string
  /** `voorbij`: the key of who is in no more; it opens nothing, and says why. */
  readonly soort: 'code' | 'sleutel' | 'voorbij'
  readonly hash: string
  readonly deelnemer: string
  readonly tot: Date
}

export function leesbeeld(stand: Ketenzaak, zoneVan: ZoneVan = inNederland): Leesbeeld {
  const eerst = eersteBeurt(stand, zoneVan)
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
      termijn: eerst?.termijn,
      bij: stand.stand === 'open' ? (eerst?.bij ?? organisatie) : undefined,
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
    ingangen: [...(stand.stand === 'open' ? ingangrijen(stand) : []), ...voorbijrijen(stand)],
  }
}

/** Whose turn it is, and until when: of several the first. What was refused lies with who owns the case. */
function eersteBeurt(
  stand: Ketenzaak,
  zoneVan: ZoneVan,
): { readonly termijn: Datum; readonly bij: string } | undefined {
  const { organisatie } = stand.regie
  const stappen = [...stand.stappen.values()].filter(
    (stap) => !isAf(stap.stand) && wachtNogOp(stand, stap).length === 0,
  )
  // What ends at midnight can still be done on the day before.
  const dagVan = (tot: Date) => plusDagen(datumOp(tot, zoneVan(organisatie)), -1)
  const stil = wachtOpRegie(stand)
  const gemeld = [...stand.opschalingen.values()].filter(
    ({ aanleiding, stand: hoe }) => aanleiding === 'niet-opgelost' && hoe === 'open',
  )
  return [
    ...stappen.map((stap) => ({ termijn: stap.termijn, bij: bijWie(stap, organisatie) })),
    ...(stand.stand === 'open'
      ? [
          ...gemeld.map(({ tot }) => ({ termijn: dagVan(tot), bij: organisatie })),
          ...(stil === undefined
            ? []
            : [{ termijn: dagVan(stilTot(stil, zoneVan(organisatie))), bij: organisatie }]),
        ]
      : []),
  ].toSorted(
    (a, b) => a.termijn.localeCompare(b.termijn) || Number(b.bij === 'inwoner') - Number(a.bij === 'inwoner'),
  )[0]
}

function bijWie({ stand, eigenaar }: Stap, regie: OrganisatieId): string {
  if (stand === 'geweigerd') return regie
  return eigenaar.soort === 'organisatie' ? eigenaar.organisatie : eigenaar.soort
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
    ...[...stand.stappen.values()]
      .filter(({ stand: hoe }) => hoe === 'geweigerd')
      .map(({ stap, termijn }) => ({
        ...({ id: `${stap}/geweigerd`, soort: 'stap-geweigerd', functie: undefined } as const),
        // Of a step the term is the last day itself: where lists make a day of a moment, it is that one.
        ...{ organisatie: stand.regie.organisatie, tot: beginVan(termijn, 'Europe/Amsterdam') },
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

/** Keys of who was taken out; of a closed case those of all. */
function voorbijrijen({ stand, deelnemers, vertrokken = new Map() }: Ketenzaak): readonly Ingangrij[] {
  const nogIn = stand === 'open' ? [] : [...deelnemers.values()]
  const sleutels: readonly (readonly [string, Deelnemer['toegang']])[] = [
    ...nogIn.map(({ id, toegang }) => [id, toegang] as const),
    ...vertrokken,
  ]
  return sleutels.flatMap(([id, toegang]) =>
    toegang === undefined
      ? []
      : [
          {
            ...{ id: `${id}/sleutel`, deelnemer: id, soort: 'voorbij' as const },
            ...{ hash: toegang.wijze.hash, tot: toegang.tot },
          },
        ],
  )
}

/** When the work that watches terms has to look at it; the day after a term begins where its owner is. */
export function volgendMoment(stand: Ketenzaak, zoneVan: ZoneVan = inNederland): Date | undefined {
  if (stand.stand !== 'open') return undefined
  const open = [...stand.stappen.values()].filter(
    ({ stand: hoe, stap, termijn }) => !isAf(hoe) && !isGemist(stand, stap, termijn),
  )
  const stil = wachtOpRegie(stand)
  const perZone = Map.groupBy(open, ({ eigenaar }) => zoneBij(zoneVan, eigenaar, stand.regie.organisatie))
  const ongenomen = ongenomenTot(stand)
  const momenten = [
    ...(ongenomen === undefined ? [] : [ongenomen]),
    ...oproepen(stand)
      // Above the last function there is nobody to ask; of a step the term itself is watched.
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
    ...teHernieuwen(stand).map(({ op }) => op),
    ...(stil === undefined ? [] : [stilTot(stil, zoneVan(stand.regie.organisatie))]),
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
