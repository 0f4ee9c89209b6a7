/** What a changed law does, worked out in the background: one at a time, with the time that is left, stopped and taken up again. */
import { bronBestand, type GeladenCorpus, type Laag } from '../corpus/index.ts'
import { vergelijkDoor } from './bevolking/loop.ts'
import { loopmerk } from './bevolking/stukkenbestand.ts'
import { telVergelijking, type Vergelijkuitslag } from './bevolking/vergelijkuitslag.ts'
import { BEVOLKINGSZAAD, openVergelijking, type Wijziguitslag } from './bevolking/wijziging.ts'
import type {
  Vergelijkaanvraag,
  Vergelijkbeurt,
  Vergelijkgeschreven,
  VergelijkStore,
  Vergelijkvoortgang,
} from './vergelijkloop-store.ts'

/** Named limits: so long may one be silent before another node takes it; so many wait per organisation; so many are listed. */
export const VERGELIJKING_STIL_MS = 60_000
export const HOOGSTENS_WACHTEND = 3
export const HOOGSTENS_VERGELIJKINGEN = 50
const DAG_MS = 86_400_000

type Wat = Omit<Vergelijkaanvraag, 'id' | 'zaad'>

export type Aangevraagd =
  | { readonly status: 'ok'; readonly id: string }
  /** Too many of this organisation wait already. */
  | { readonly status: 'vol' }
  | Exclude<Wijziguitslag, { status: 'goed' }>

export interface Vergelijkloper extends Pick<VergelijkStore, 'vind' | 'uitslag' | 'wis'> {
  /** Checks first: a text with faults, or one that changes nothing, is told at once and kept nowhere. */
  vraag(wat: Wat): Promise<Aangevraagd>
  lijst(organisatie: Wat['organisatie']): ReturnType<VergelijkStore['lijst']>
  stop(organisatie: Wat['organisatie'], id: string): Promise<boolean>
  hervat(organisatie: Wat['organisatie'], id: string): Promise<boolean>
  /** Takes one, if there is one, and works it out; answers with how it ended. */
  werk(stop?: AbortSignal): Promise<'niets' | 'klaar' | 'gestopt' | 'kwijt' | 'mislukt'>
}

export interface Vergelijkbronnen {
  readonly store: VergelijkStore
  readonly corpus: () => Pick<GeladenCorpus, 'engine' | 'bestanden'>
  readonly nu: () => Date
  readonly nieuwId: () => string
  readonly draden: number
}

export function openVergelijkloper(bronnen: Vergelijkbronnen): Vergelijkloper {
  const { store, nu, nieuwId } = bronnen
  return {
    vind: store.vind,
    uitslag: store.uitslag,
    wis: store.wis,
    lijst: (organisatie) => store.lijst(organisatie, HOOGSTENS_VERGELIJKINGEN),
    stop: (organisatie, id) => store.stop(organisatie, id, nu()),
    hervat: (organisatie, id) => store.hervat(organisatie, id, nu()),
    async vraag(wat) {
      // On a small country: whether it can be compared at all does not depend on how many people there are.
      const open = await openNu(bronnen, { ...wat, huishoudens: KLEINST })
      if (open.status !== 'goed') return open
      const id = nieuwId()
      const uit = await store.vraag({ ...wat, id, zaad: BEVOLKINGSZAAD }, HOOGSTENS_WACHTEND, nu())
      return uit === 'vol' ? { status: 'vol' } : { status: 'ok', id }
    },
    async werk(stop) {
      const op = nu()
      const beurt = await store.neem(op, new Date(op.getTime() - VERGELIJKING_STIL_MS))
      if (beurt === undefined) return 'niets'
      try {
        return await werkUit(bronnen, beurt, stop)
      } catch (fout) {
        await store.zet(beurt, 'mislukt', nu())
        throw fout
      }
    },
  }
}

/** A household for each municipality and more. */
const KLEINST = 1000

function openNu(
  { corpus }: Vergelijkbronnen,
  { regeling, wens, peildatum, huishoudens }: Wat,
): Promise<Wijziguitslag> {
  const { engine, bestanden } = corpus()
  // What takes part now is one layer: a file of another party that was refused takes no part here either.
  const lagen: readonly Laag[] = [{ naam: 'lopend', soort: 'meegeleverd', bestanden }]
  return openVergelijking({
    lagen,
    corpus: engine,
    peildatum,
    dag: Date.parse(`${peildatum}T00:00:00Z`) / DAG_MS,
    zaad: BEVOLKINGSZAAD,
    wijziging:
      wens.soort === 'versie'
        ? { soort: 'versie', regeling, datum: wens.datum }
        : { soort: 'tekst', bron: bronBestand(wens.bestand, wens.tekst) },
    ...(huishoudens !== undefined && { huishoudens }),
  })
}

async function werkUit(
  bronnen: Vergelijkbronnen,
  beurt: Vergelijkbeurt,
  stop: AbortSignal | undefined,
): Promise<'klaar' | 'gestopt' | 'kwijt' | 'mislukt'> {
  const { store, nu, draden } = bronnen
  const open = await openNu(bronnen, beurt.vergelijking)
  if (open.status !== 'goed') {
    // The law changed since it was asked, and this no longer fits.
    await store.zet(beurt, 'mislukt', nu())
    return 'mislukt'
  }
  const { opdracht } = open
  const einde = new AbortController()
  let einder: 'gestopt' | 'kwijt' = 'gestopt'
  const schrijf = async (geschreven: Promise<Vergelijkgeschreven>): Promise<void> => {
    const uit = await geschreven
    if (uit === 'ok') return
    if (uit === 'kwijt') einder = 'kwijt'
    einde.abort()
  }
  await schrijf(store.begin(beurt, loopmerk(opdracht), opdracht.stukken.length, nu()))
  let stand: Vergelijkvoortgang = { gedaan: 0, stukken: opdracht.stukken.length, nogMs: undefined }
  const uit = await vergelijkDoor(opdracht, {
    draden,
    stop: AbortSignal.any([einde.signal, ...(stop ? [stop] : [])]),
    store: {
      gedaan: async () => {
        const al = await store.gedaan(beurt)
        stand = { ...stand, gedaan: al.length }
        return al
      },
      bewaar: (stuk) => schrijf(store.bewaar(beurt, stuk, { ...stand, gedaan: stand.gedaan + 1 }, nu())),
    },
    voortgang: ({ gedaan, stukken, nogMs }) => {
      stand = { gedaan, stukken, nogMs }
    },
  })
  if (!uit.heel) {
    // Of a node that closes, the next one takes it up by itself.
    if (einder === 'gestopt' && stop?.aborted !== true) await store.zet(beurt, 'gestopt', nu())
    return einder
  }
  const uitslag: Vergelijkuitslag = telVergelijking(opdracht, uit.uitkomsten)
  return (await store.rondAf(beurt, uitslag, nu())) === 'kwijt' ? 'kwijt' : 'klaar'
}
