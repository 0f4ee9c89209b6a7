import { createHash } from 'node:crypto'
import { tekenToken } from '../../zgw/index.ts'
import type { Bevolking } from '../bevolking/bevolking.ts'
import { type Antwoord, type Dienst, startDienst, type Verzoek } from '../dienst/dienst.ts'
import { Storingsbord } from '../dienst/storingsbord.ts'
import { type Klant, type Schuldeiser, schuldeisers } from './bedrijven.ts'
import { schuldeiserspagina, stijl } from './pagina.ts'

export { type Schuldeiser, schuldeisers } from './bedrijven.ts'

/** The municipality that they have customers in. */
export const schuldeisersgemeente = { organisatie: 'gemeente-GM0599', gemeente: 'GM0599' } as const

export interface Schuldeisers {
  /** Where a developer lets them tell something. */
  readonly pagina: URL
  /** Where they tell it, and the key of each; before that they tell nobody. */
  readonly zetAdres: (naar: URL, sleutels: ReadonlyMap<string, string>) => void
  /** Tells it, and gives what came back. */
  readonly meld: (wat: Melding) => Promise<unknown>
  readonly sluit: () => Promise<void>
}

export interface Melding {
  readonly bron: string
  /** Their number in the made-up population. */
  readonly wie: number
  readonly dreigt?: boolean
  /** As a company that knows no day of birth and no first names tells it. */
  readonly zonderGeboorte?: boolean
  /** Of an earlier one: it is not so any more. */
  readonly intrekt?: string
  /** Absent: a new one. */
  readonly id?: string
}

interface Opties {
  readonly nu: () => Date
  readonly bevolking: Bevolking
  readonly beheersleutel: string
  readonly adres?: string | undefined
  readonly poort?: number | undefined
}

const alle = ['persoonlijk-contact', 'gewezen-op-hulp', 'herinnerd', 'doorgeven-aangeboden', 'niet-geweigerd']
/** Named limits: so many people on the page; so many signals remembered. */
const maxMensen = 12
const maxGemeld = 50

/** Starts a page on a port of its own, where somebody lets a company tell the municipality something over HTTP. */
export async function startSchuldeisers({
  nu,
  bevolking,
  beheersleutel,
  adres,
  poort,
}: Opties): Promise<Schuldeisers> {
  let waarheen: { readonly naar: URL; readonly sleutels: ReadonlyMap<string, string> } | undefined
  let nummer = 0
  const gemeld: {
    readonly id: string
    readonly van: string
    readonly over: string
    readonly antwoord: string
  }[] = []
  const mensen = klanten(bevolking)

  const meld = async (melding: Melding): Promise<unknown> => {
    const { bron, wie: nr, intrekt, id: gegeven } = melding
    const van = schuldeisers.find((een) => een.bron === bron)
    const wie = bevolking.personen.find((een) => een.nr === nr)
    const sleutel = waarheen?.sleutels.get(bron)
    if (van === undefined || wie === undefined || waarheen === undefined || sleutel === undefined)
      throw new Error('deze schuldeiser heeft nog geen afspraak met de gemeente')
    const id = gegeven ?? `${bron}-${nu().getTime()}-${++nummer}`
    const tekst = JSON.stringify([
      {
        ...{ specversion: '1.0', id, source: `urn:voorbeeld:${bron}`, time: nu().toISOString() },
        type: `nl.voordeur.vroegsignaal.${intrekt === undefined ? 'achterstand' : 'ingetrokken'}`,
        data: intrekt === undefined ? achterstand(bevolking, van, wie, melding) : { intrekt },
      },
    ])
    const antwoord = await fetch(waarheen.naar, {
      method: 'POST',
      headers: {
        'content-type': 'application/cloudevents-batch+json',
        authorization: `Bearer ${teken(bron, sleutel, tekst, nu())}`,
      },
      body: tekst,
      signal: AbortSignal.timeout(10_000),
    })
    const terug: unknown = await antwoord.json()
    gemeld.unshift({ id, van: van.naam, over: wie.voornamen, antwoord: JSON.stringify(terug) })
    gemeld.length = Math.min(gemeld.length, maxGemeld)
    return terug
  }

  const doe = async ({ methode, pad, tekst }: Verzoek): Promise<Antwoord> => {
    if (pad === '/stijl.css')
      return { status: 200, inhoud: {}, lichaam: stijl, koppen: { 'content-type': 'text/css' } }
    if (methode === 'POST') {
      const velden = new URLSearchParams(tekst)
      const intrekt = velden.get('intrekt')
      await meld({
        bron: velden.get('bron') ?? '',
        wie: Number(velden.get('wie')),
        dreigt: velden.get('dreigt') === 'ja',
        zonderGeboorte: velden.get('zonder') === 'ja',
        ...(intrekt !== null && { intrekt }),
      }).catch(() => undefined)
      return { status: 303, inhoud: {}, lichaam: '', koppen: { location: '/' } }
    }
    const lichaam = schuldeiserspagina({ schuldeisers, mensen, gemeld })
    return { status: 200, inhoud: {}, lichaam, koppen: { 'content-type': 'text/html; charset=utf-8' } }
  }
  const dienst: Dienst = await startDienst(
    {
      ...{ naam: 'schuldeisers', basisPad: '', adres, poort, sleutel: undefined, beheersleutel },
      bord: new Storingsbord(() => undefined),
      ongeautoriseerd: () => ({ status: 401, inhoud: {} }),
    },
    doe,
  )
  return {
    pagina: new URL('/', dienst.url),
    zetAdres: (naar, sleutels) => {
      waarheen = { naar, sleutels }
    },
    meld,
    sluit: dienst.sluit,
  }
}

/** Adults who live there: those with a story first. */
function klanten(bevolking: Bevolking): readonly Klant[] {
  const bekend = new Set(bevolking.bekenden.map(({ persoon }) => persoon.nr))
  return bevolking.personen
    .filter((wie) => {
      const { adres } = bevolking.thuisVan(wie)
      const isHier = adres.plaats.gebied === schuldeisersgemeente.gemeente
      return isHier && wie.bsn !== undefined && wie.overleden === undefined && wie.geboren < '2000'
    })
    .toSorted((a, b) => Number(bekend.has(b.nr)) - Number(bekend.has(a.nr)))
    .slice(0, maxMensen)
    .map(({ nr, voornamen, voorvoegsel, geslachtsnaam }) => ({
      nr,
      naam: [voornamen, voorvoegsel, geslachtsnaam].filter((deel) => deel !== '').join(' '),
    }))
}

function achterstand(
  bevolking: Bevolking,
  { bedrag, dreiging }: Schuldeiser,
  wie: Bevolking['personen'][number],
  { dreigt = false, zonderGeboorte = false }: Pick<Melding, 'dreigt' | 'zonderGeboorte'>,
) {
  const { adres } = bevolking.thuisVan(wie)
  const { voorvoegsel, geslachtsnaam } = wie
  return {
    gemeente: schuldeisersgemeente.gemeente,
    bedrag,
    ...(dreigt && { dreiging }),
    plichten: alle,
    contact: {
      geslachtsnaam,
      ...(!zonderGeboorte && { voornamen: wie.voornamen, geboren: wie.geboren }),
      ...(voorvoegsel !== '' && { voorvoegsel }),
      postcode: adres.postcode ?? '',
      huisnummer: `${adres.huisnummer}${adres.toevoeging ?? ''}`,
      telefoon: '0612345678',
    },
  }
}

/** As the description of the door says it: HS256 over the hash of the body, for a minute. */
function teken(bron: string, sleutel: string, tekst: string, nu: Date): string {
  const iat = Math.floor(nu.getTime() / 1000)
  const inhoud = createHash('sha256').update(tekst).digest('base64url')
  return tekenToken({ iss: bron, iat, exp: iat + 60, inhoud }, sleutel)
}
