/**
 * A hundred messages in per second, sustained, through the same use case as the website: sealed, numbered, confirmed
 * and in evidence before it answers. Open loop: the next one comes whether the last was done or not. Afterwards each
 * is there once, with the moment at which it came, and every notice for an inbox was brought.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as pauze } from 'node:timers/promises'
import { openAudit, openSleutelring, type Sleutelring } from '../src/audit/index.ts'
import { verwerkingsregister } from '../src/corpus/index.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { maakPersoonId, maakUuid7, parseOrganisatieId } from '../src/domain/index.ts'
import { createBerichten } from '../src/kanalen/index.ts'
import { bezorgKennisgevingen, createOntvangst, type NieuwPoststuk } from '../src/ontvangst/index.ts'
import { berichtOpslag, type Opslag, poststukOpslag, toegangOpslag } from '../src/store/index.ts'
import { metGewoonGebruik, rekentijdPer } from './gewoon-gebruik.ts'
import type { Meting } from './meet.ts'

export const perSeconde = 100
/** Named limit: at the size of a coffee break. */
const seconden = 20
/** So late may one be when it is kept, of twenty the slowest but one. */
export const grensMs = 1_000

export function ontvangst(): Promise<Meting[]> {
  return metGewoonGebruik('kanalen.ontvangst-paginas-p95', meet)
}

/** A body that takes in what people send, and brings its notices; with the keys of whoever sends those on. */
export function openInkomst(opslag: Opslag, ring: Sleutelring = openSleutelring(() => ['x'.repeat(40)])) {
  const nu = () => new Date()
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const audit = openAudit({
    store: toegangOpslag(opslag).bewijs,
    register: () => register,
    ring,
    nu,
    toeval: randomBytes,
    registerUri: 'http://localhost/verwerkingen',
  })
  const store = poststukOpslag(opslag.databank)
  const kern = createOntvangst({
    store,
    audit,
    ring,
    aanwijzing: () => ({ soort: 'niet-vastgesteld' }),
    isWegErgensVoor: () => false,
    zoneVan: () => 'Europe/Amsterdam',
    werktHier: () => true,
    opstel: ({ nummer }) => ({ onderwerp: { nl: nummer }, alineas: [{ nl: nummer }] }),
    opstelEmail: ({ nummer }) => ({ onderwerp: nummer, tekst: nummer }),
    nu,
    toeval: randomBytes,
  })
  const berichten = createBerichten({
    store: berichtOpslag(opslag.databank),
    audit,
    ring,
    nu,
    toeval: randomBytes,
  })
  const mensen = Array.from({ length: 200 }, () => maakPersoonId(nu(), randomBytes))
  const svb = parseOrganisatieId('svb')
  if (svb === undefined) throw new Error('svb is geen organisatie')
  const uit = { duur: [] as number[], nummers: new Set<string>(), dubbel: 0, mislukt: 0, bezorgd: 0 }
  const zend = async (i: number): Promise<void> => {
    const persoon = mensen[i % mensen.length]
    const nieuw: NieuwPoststuk = {
      // One in three from somebody whom nobody recognised; they all stand on the chain of one body.
      afzender: i % 3 === 0 || persoon === undefined ? { soort: 'onbekend' } : { soort: 'persoon', persoon },
      organisatie: svb,
      soort: 'klacht',
      weg: i % 2 === 0 ? 'web' : 'email',
      ontvangen: nu(),
      onderwerp: 'Te lang gewacht',
      tekst: 'Ik wachtte een uur. '.repeat(20),
      bijlagen: [],
      kenmerk: maakUuid7(nu(), randomBytes),
    }
    const begin = performance.now()
    const gedaan = await kern.neemAan(nieuw).catch(() => undefined)
    // The sender sees an error and sends again: nothing was accepted, so nothing is lost.
    if (gedaan === undefined) {
      uit.mislukt += 1
      return
    }
    uit.duur.push(performance.now() - begin)
    uit.nummers.add(gedaan.stuk.nummer)
    // One in ten comes twice.
    if (i % 10 === 0 && (await kern.neemAan(nieuw).catch(() => ({ isNieuw: false }))).isNieuw) uit.dubbel += 1
  }
  const bezorg = async () => {
    uit.bezorgd += await bezorgKennisgevingen({ store, berichten, ring, nu })
  }
  return { zend, bezorg, uit, mensen }
}

/** So many each second, as long as `gaDoor` says so of how many there were; then until all of them are kept and told. */
export async function neemGestaagAan(
  { zend, bezorg, uit }: ReturnType<typeof openInkomst>,
  gaDoor: (aantal: number) => boolean,
): Promise<{ readonly aantal: number; readonly klaarMs: number }> {
  const begin = performance.now()
  const bezig: Promise<void>[] = []
  let werker = Promise.resolve()
  let aantal = 0
  for (; gaDoor(aantal); aantal++) {
    const opTijd = (aantal * 1000) / perSeconde - (performance.now() - begin)
    if (opTijd > 1) await pauze(opTijd)
    bezig.push(zend(aantal))
    if (aantal % perSeconde === 0) werker = werker.then(bezorg)
  }
  await Promise.all(bezig)
  const klaarMs = performance.now() - begin
  await werker
  for (let voor = -1; voor !== uit.bezorgd; ) {
    voor = uit.bezorgd
    await bezorg()
  }
  return { aantal, klaarMs }
}

/** Of these durations the one that so large a part does not pass, in milliseconds. */
export function deelVan(duur: readonly number[], deel: number): number {
  const opVolgorde = duur.toSorted((a, b) => a - b)
  return Math.round(opVolgorde[Math.floor(opVolgorde.length * deel)] ?? 0)
}

async function meet(opslag: Opslag): Promise<Meting[]> {
  const inkomst = openInkomst(opslag)
  const { uit } = inkomst
  const rekentijd = await rekentijdPer(opslag)
  const { aantal, klaarMs } = await neemGestaagAan(inkomst, (n) => n < perSeconde * seconden)
  const kosten = await rekentijd(aantal)
  return [
    {
      naam: 'kanalen.ontvangst-p95',
      waarde: deelVan(uit.duur, 0.95),
      eenheid: `ms (${aantal}, ${perSeconde} per seconde; ${kosten})`,
      grens: grensMs,
    },
    { naam: 'kanalen.ontvangst-p50', waarde: deelVan(uit.duur, 0.5), eenheid: 'ms' },
    {
      naam: 'kanalen.ontvangst-per-seconde',
      waarde: Math.round((aantal / klaarMs) * 1000),
      eenheid: 'berichten',
    },
    {
      naam: 'kanalen.ontvangst-kwijt',
      waarde: aantal - uit.mislukt - uit.nummers.size,
      eenheid: 'berichten',
      grens: 0,
    },
    { naam: 'kanalen.ontvangst-geweigerd', waarde: uit.mislukt, eenheid: 'berichten', grens: 0 },
    { naam: 'kanalen.ontvangst-dubbel', waarde: uit.dubbel, eenheid: 'berichten', grens: 0 },
    { naam: 'kanalen.ontvangst-gemeld', waarde: uit.bezorgd, eenheid: 'berichten in een inbox' },
  ]
}
