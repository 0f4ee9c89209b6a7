import type { Audit, Bewijs } from '../audit/index.ts'
import { maakUuid7, type OrganisatieId, type Toeval } from '../domain/index.ts'
import { beltermijnMs, type Herstelsoort, type OpenHersteltaak } from './hersteltaak.ts'
import { type Gebeurtenis, type Stap, stap, type Zending } from './zending.ts'
import type { Boeking, NieuweZending } from './zending-store.ts'

export interface BoekOnderdelen {
  readonly audit: Pick<Audit, 'verzegel'>
  readonly toeval: Toeval
  /** Between 0 and 1, so that what failed together does not come back together. */
  readonly loting: () => number
  readonly heeftBalie: HeeftBalie
}

/** Whether people of that body log in here. What falls to another one is repaired by this installation itself. */
export type HeeftBalie = (organisatie: OrganisatieId) => boolean

/** What the other side says of the address itself. Any other reason says nothing of it: we or the text were refused. */
const adresredenen: ReadonlySet<string> = new Set([
  'adres-bestaat-niet',
  'adres-ongeldig',
  'adres-kan-niet',
  'domein-neemt-niets-aan',
  'postbus-dicht',
  'postbus-vol',
])

/** One event of one item, with everything that follows, ready to be written; `undefined`: nothing follows. */
export function boekingVan(
  onderdelen: BoekOnderdelen,
  was: Zending,
  gebeurtenis: Gebeurtenis,
  op: Date,
): Boeking | undefined {
  const { loting } = onderdelen
  const gevolg = stap(was, netjes(gebeurtenis), { loting })
  if (gevolg === undefined) return undefined
  const { zending: wordt, opvolger } = gevolg
  const adres = adresgevolg(onderdelen, wordt, gebeurtenis, op)
  return {
    was,
    wordt,
    nieuw:
      opvolger === undefined
        ? []
        : [
            vervolg(onderdelen, was, {
              kanaal: opvolger,
              daarna: was.daarna.slice(1),
              op,
              uiterlijk: was.uiterlijk,
              ...(was.alleenSnel && { alleenSnel: was.alleenSnel }),
            }),
          ],
    taken: takenVan(onderdelen, was, gevolg, op),
    bewijzen: bewijzenVan(gevolg, op).map((bewijs) => onderdelen.audit.verzegel(bewijs)),
    ...(adres && { adres }),
  }
}

/** What every way failed for, and what lies ready to be called about. */
function takenVan(
  onderdelen: BoekOnderdelen,
  was: Zending,
  { zending: { id, stand, kanaal }, herstel }: Stap,
  op: Date,
): readonly OpenHersteltaak[] {
  if (herstel !== undefined) return [taakVoor(onderdelen, was, herstelVoor(herstel), herstel, op)]
  if (stand !== 'klaar' || kanaal !== 'telefoon') return []
  return [{ ...taakVoor(onderdelen, was, 'bellen', 'telefoon-gekozen', op), zending: id }]
}

/** The same message by another channel. */
export function vervolg(
  { toeval }: Pick<BoekOnderdelen, 'toeval'>,
  { persoon, bericht, organisatie }: Zending,
  deel: Pick<Zending, 'kanaal' | 'daarna' | 'alleenSnel'> & {
    readonly op: Date
    readonly uiterlijk: Date | undefined
  },
): NieuweZending {
  const { kanaal, daarna, op, uiterlijk, alleenSnel } = deel
  return {
    id: maakUuid7(op, toeval),
    persoon,
    bericht,
    ...(organisatie !== undefined && { organisatie }),
    kanaal,
    beurt: 1,
    gemaakt: op,
    daarna,
    ...(uiterlijk !== undefined && { uiterlijk }),
    ...(alleenSnel && { alleenSnel }),
  }
}

export function taakVoor(
  { toeval, heeftBalie }: Pick<BoekOnderdelen, 'toeval' | 'heeftBalie'>,
  {
    persoon,
    bericht,
    organisatie,
    uiterlijk,
  }: Pick<Zending, 'persoon' | 'bericht' | 'organisatie' | 'uiterlijk'>,
  soort: Herstelsoort,
  reden: string,
  op: Date,
): OpenHersteltaak {
  const id = maakUuid7(op, toeval)
  return {
    id,
    persoon,
    bericht,
    ...(organisatie !== undefined && heeftBalie(organisatie) && { organisatie }),
    soort,
    reden,
    gemaakt: op,
    uiterlijk: uiterlijk ?? new Date(op.getTime() + beltermijnMs),
    pogingen: 0,
  }
}

/** What a letter could not do a call may; files are printed and posted by hand. */
function herstelVoor(reden: string): Herstelsoort {
  return reden === 'bijlage-op-papier' ? 'brief' : 'bellen'
}

/** Changes that say what became of it; trying again is none. */
function bewijzenVan({ zending, opvolger, herstel }: Stap, op: Date): readonly Bewijs[] {
  const { id, persoon, bericht, kanaal, beurt, stand, reden } = zending
  if (stand === 'gemaakt' || stand === 'bezig' || stand === 'klaar') return []
  const codes = { bericht, zending: id, kanaal, beurt }
  const naarMislukking = {
    reden: reden ?? 'anders',
    verder: opvolger ?? (herstel === undefined ? 'niets' : 'mens'),
  }
  const isMislukt = stand === 'mislukt' || stand === 'retour'
  return [
    {
      onderwerp: `persoon:${persoon}`,
      soort: isMislukt && stand === 'mislukt' ? 'niet-bezorgd' : stand,
      tijd: op,
      codes: isMislukt ? { ...codes, ...naarMislukking } : codes,
    },
  ]
}

/** Of the address that was used, where that is one of theirs: that something arrived there, or never can. */
function adresgevolg(
  onderdelen: BoekOnderdelen,
  zending: Zending,
  gebeurtenis: Gebeurtenis,
  op: Date,
): Boeking['adres'] {
  const { kanaal, stand, reden, adres: id } = zending
  if (id === undefined || (kanaal !== 'email' && kanaal !== 'sms')) return undefined
  const soort = kanaal === 'email' ? 'email' : 'telefoon'
  const taak = taakVoor(onderdelen, zending, 'adres', `${soort}-onbestelbaar`, op)
  if (stand === 'bezorgd') return { id, kwamAan: true, taak }
  const isGezegd = gebeurtenis.soort === 'terug' || gebeurtenis.soort === 'uitslag'
  const isVanAdres = isGezegd && adresredenen.has(reden ?? '')
  return stand === 'mislukt' && isVanAdres ? { id, kwamAan: false, taak } : undefined
}

/** What another system gives as a reason may hold an address: only what looks like a code is kept. */
export function redencode(reden: string): string {
  const klein = reden.toLowerCase().trim()
  return /^[a-z0-9][a-z0-9 .:_-]{0,59}$/.test(klein) && !/\d{5}/.test(klein) ? klein : 'anders'
}

function netjes(gebeurtenis: Gebeurtenis): Gebeurtenis {
  if (gebeurtenis.soort === 'terug') {
    const { reden, ...terug } = gebeurtenis.terug
    return { ...gebeurtenis, terug: { ...terug, ...(reden !== undefined && { reden: redencode(reden) }) } }
  }
  if (gebeurtenis.soort !== 'uitslag') return gebeurtenis
  const { uitslag } = gebeurtenis
  if (uitslag.soort === 'klaar') return gebeurtenis
  if (uitslag.soort !== 'verzonden')
    return { ...gebeurtenis, uitslag: { ...uitslag, reden: redencode(uitslag.reden) } }
  const { kenmerk } = uitslag
  return kenmerk === undefined
    ? gebeurtenis
    : { ...gebeurtenis, uitslag: { ...uitslag, kenmerk: kenmerk.slice(0, 200) } }
}
