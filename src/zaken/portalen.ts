import { type Audit, eisBewijs, type Handelende, type Verwerkingsbewijs } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { Toegang } from '../toegang/index.ts'
import {
  type Portaal,
  type Portaalantwoord,
  type Portaalbeller,
  type Portaaldeel,
  type Portaalsleutel,
  type Portaaltoestemming,
  type PortaaltoestemmingStore,
  type Portaaluitkomst,
  type Portaalvraag,
  portaaldelen,
  portaaldoel,
  type TaakInfo,
} from './portaal.ts'
import {
  ketensVan,
  type Portaalwoorden,
  taakHeel,
  taakInfo,
  volledigheid,
  zaakInfo,
  zaakurn,
} from './portaalbeeld.ts'
import { leesPortaaltoken } from './portaaltoken.ts'
import type { Kijker, Zaken, Zakenblik } from './zaken.ts'

export interface PortalenOnderdelen {
  readonly portalen: readonly Portaalsleutel[]
  readonly store: PortaaltoestemmingStore
  readonly audit: Pick<Audit, 'metVerwerking' | 'verzegel'>
  /** Finds whom a number belongs to, and makes nobody. */
  readonly kluis: Pick<Toegang['kluis'], 'zoekPersoon'>
  readonly begrenzer: Toegang['begrenzer']
  readonly zaken: Pick<Zaken, 'kijk' | 'taak' | 'vergeet'>
  readonly woorden: Portaalwoorden
  readonly nu: () => Date
}

/** MijnTaken 0.1.0 as the one who is asked: for portals that we know, about residents who said yes to that portal. */
export interface Portalen {
  readonly alle: readonly Portaal[]
  readonly toestemmingen: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
  ) => Promise<readonly Portaaltoestemming[]>
  /** `false`: no such portal. Twice yes is one yes. */
  readonly geef: (persoon: PersoonId, portaal: string, bewijs: Verwerkingsbewijs) => Promise<boolean>
  /** Holds for the very next question; also for a portal that is not known any more. */
  readonly trekIn: (persoon: PersoonId, portaal: string, bewijs: Verwerkingsbewijs) => Promise<boolean>
  /** By the header Authorization; `undefined`: nobody that we know. */
  readonly beller: (authorization: string | undefined) => Portaalbeller | undefined
  readonly zoek: (beller: Portaalbeller, vraag: Portaalvraag) => Promise<Portaaluitkomst<Portaalantwoord>>
  readonly taak: (beller: Portaalbeller, uuid: string) => Promise<Portaaluitkomst<TaakInfo>>
}

/** Named limits: a portal waits so long, and may ask so often in ten minutes about one person, and altogether. */
const wachtMs = 3_000
const perKlant = { per: 'sessie', aantal: 60, minuten: 10 } as const
const perPortaal = { per: 'sessie', aantal: 12_000, minuten: 10 } as const

export function createPortalen(onderdelen: PortalenOnderdelen): Portalen {
  const { portalen, store, zaken, woorden, nu } = onderdelen
  const alle = portalen.map(({ id, naam }) => ({ id, naam }))
  return {
    alle,

    toestemmingen(persoon, bewijs) {
      eisBewijs(bewijs, persoon)
      return store.lijst(persoon, bewijs)
    },

    async geef(persoon, portaal, bewijs) {
      eisBewijs(bewijs, persoon)
      if (!alle.some(({ id }) => id === portaal)) return false
      const sinds = nu()
      await store.geef(persoon, { portaal, sinds }, [
        verzegel(onderdelen, persoon, 'toestemming-gegeven', portaal),
      ])
      return true
    },

    async trekIn(persoon, portaal, bewijs) {
      eisBewijs(bewijs, persoon)
      const was = await store.trekIn(persoon, portaal, [
        verzegel(onderdelen, persoon, 'toestemming-ingetrokken', portaal),
      ])
      zaken.vergeet(plekVan(portaal, persoon))
      return was
    },

    beller: (authorization) => leesPortaaltoken(authorization, portalen, nu()),

    zoek: async (beller, { klant, context, delen }) => {
      if (klant !== beller.klant) return { status: 'andere-klant' }
      const gevraagd = leesDelen(delen)
      return metToestemming(onderdelen, beller, gevraagd, async (kijker) => {
        const blik = await zaken.kijk(kijker, wachtMs)
        vergeetWatMist(onderdelen, kijker, blik)
        return { status: 'ok', antwoord: antwoordVan(woorden, blik, gevraagd, context) }
      })
    },

    taak: (beller, uuid) =>
      metToestemming(onderdelen, beller, ['taken'], async (kijker) => {
        const blik = await zaken.kijk(kijker, wachtMs)
        vergeetWatMist(onderdelen, kijker, blik)
        const gevonden = blik.taken?.find(({ taak }) => taak.uuid === uuid)
        if (gevonden === undefined) return { status: isHeel(blik) ? 'onbekend' : 'later' }
        const { bron, taak } = gevonden
        const { zaak } = taak
        // Just before somebody does it: anew from the source.
        const vers = zaak === undefined ? undefined : await zaken.taak(kijker, { bron, uuid: zaak }, uuid)
        if (vers?.status === 'fout') return { status: 'later' }
        if (vers !== undefined && vers.status !== 'ok') return { status: 'onbekend' }
        return { status: 'ok', antwoord: taakHeel(woorden, bron, vers?.gegevens ?? taak) }
      }),
  }
}

/** Counted, known and agreed to; then a line stands in their log, and only then is anything looked at. */
async function metToestemming<T>(
  { audit, begrenzer, kluis, store }: PortalenOnderdelen,
  { portaal, klant, bsn }: Portaalbeller,
  delen: readonly Portaaldeel[],
  fn: (kijker: Kijker) => Promise<Portaaluitkomst<T>>,
): Promise<Portaaluitkomst<T>> {
  for (const [grens, wie] of [
    [perPortaal, portaal.id],
    [perKlant, `${portaal.id} ${klant}`],
  ] as const) {
    const geteld = await begrenzer.tel('portaal', [grens], { sessie: wie })
    if (!geteld.mag) return { status: 'te-vaak', seconden: geteld.seconden }
  }
  const persoon = await kluis.zoekPersoon(bsn)
  if (persoon === undefined || !(await store.heeft(persoon, portaal.id)))
    return { status: 'geen-toestemming' }
  const door: Handelende = { soort: 'portaal', portaal: portaal.id, naam: portaal.naam }
  const gegevens: string[] = [...new Set(delen.map((deel) => (deel === 'taken' ? 'taken' : 'zaken')))]
  if (gegevens.length === 0) gegevens.push('toestemming')
  const verwerking = { doel: portaaldoel, gegevens, betrokkenen: [persoon], door }
  return audit.metVerwerking(verwerking, async () => {
    const plek = plekVan(portaal.id, persoon)
    const uitkomst = await fn({ plek, persoon, door, doel: portaaldoel })
    // They may have stopped while organisations were asked: then nothing goes out.
    if (await store.heeft(persoon, portaal.id)) return uitkomst
    return { status: 'geen-toestemming' }
  })
}

/** What is fetched for one portal about one person is found by no other. */
function plekVan(portaal: string, persoon: PersoonId): string {
  return `portaal:${portaal}:${persoon}`
}

/** Nobody there can press «again»: the next question asks those that did not answer. */
function vergeetWatMist({ zaken }: PortalenOnderdelen, { plek }: Kijker, blik: Zakenblik): void {
  if (blik.isKlaar && !isHeel(blik)) zaken.vergeet(plek)
}

function isHeel({ isKlaar, bronnen, takenOnbekend = [] }: Zakenblik): boolean {
  return isKlaar && takenOnbekend.length === 0 && bronnen.every(({ stand }) => stand.soort !== 'mislukt')
}

function leesDelen(delen: readonly string[] = []): readonly Portaaldeel[] {
  return delen.length === 0 ? portaaldelen : portaaldelen.filter((deel) => delen.includes(deel))
}

function antwoordVan(
  woorden: Portaalwoorden,
  blik: Zakenblik,
  delen: readonly Portaaldeel[],
  context: string | undefined,
): Portaalantwoord {
  if (delen.length === 0) return {}
  const hoortBij = (urn: string | undefined): boolean => context === undefined || urn === context
  const taken = (blik.taken ?? [])
    .map(({ bron, taak }) => taakInfo(woorden, bron, taak))
    .filter((taak) => hoortBij(taak.context?.urn))
  const zaken = blik.zaken.filter(({ ref }) => hoortBij(zaakurn(woorden, ref)))
  const ketens = ketensVan(woorden, blik.zaken)
  return {
    ...(delen.includes('taken') && { taken }),
    ...(delen.includes('zaken') && { zaken: zaken.map((beeld) => zaakInfo(woorden, beeld)) }),
    ...(delen.includes('ketens') && {
      ketens: context === undefined ? ketens : ketens.filter((keten) => keten.zaken.includes(context)),
    }),
    volledigheid: volledigheid(woorden, blik),
  }
}

function verzegel(
  { audit, nu }: PortalenOnderdelen,
  persoon: PersoonId,
  soort: 'toestemming-gegeven' | 'toestemming-ingetrokken',
  portaal: string,
) {
  return audit.verzegel({ onderwerp: `persoon:${persoon}`, soort, tijd: nu(), codes: { portaal } })
}
