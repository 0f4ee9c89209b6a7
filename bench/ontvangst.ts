/**
 * A hundred messages in per second, sustained, through the same use case as the website: sealed, numbered, confirmed
 * and in evidence before it answers. Open loop: the next one comes whether the last was done or not. Afterwards each
 * is there once, with the moment at which it came, and every notice for an inbox was brought.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as pauze } from 'node:timers/promises'
import { openAudit, openSleutelring } from '../src/audit/index.ts'
import { verwerkingsregister } from '../src/corpus/index.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { maakPersoonId, maakUuid7, parseOrganisatieId } from '../src/domain/index.ts'
import { createBerichten } from '../src/kanalen/index.ts'
import { bezorgKennisgevingen, createOntvangst, type NieuwPoststuk } from '../src/ontvangst/index.ts'
import { berichtOpslag, type Opslag, poststukOpslag, toegangOpslag } from '../src/store/index.ts'
import { metGewoonGebruik, rekentijdPer } from './gewoon-gebruik.ts'
import type { Meting } from './meet.ts'

const perSeconde = 100
/** Named limit: at the size of a coffee break. */
const seconden = 20
/** So late may one be when it is kept, of twenty the slowest but one. */
const grensMs = 1_000

export function ontvangst(): Promise<Meting[]> {
  return metGewoonGebruik('kanalen.ontvangst-paginas-p95', meet)
}

async function meet(opslag: Opslag): Promise<Meting[]> {
  const nu = () => new Date()
  const ring = openSleutelring(() => ['x'.repeat(40)])
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
  const duur: number[] = []
  const nummers = new Set<string>()
  let dubbel = 0
  let mislukt = 0
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
    const uit = await kern.neemAan(nieuw).catch(() => undefined)
    // The sender sees an error and sends again: nothing was accepted, so nothing is lost.
    if (uit === undefined) {
      mislukt += 1
      return
    }
    const { stuk } = uit
    duur.push(performance.now() - begin)
    nummers.add(stuk.nummer)
    // One in ten comes twice.
    if (i % 10 === 0 && (await kern.neemAan(nieuw).catch(() => ({ isNieuw: false }))).isNieuw) dubbel += 1
  }
  const aantal = perSeconde * seconden
  const rekentijd = await rekentijdPer(opslag)
  const begin = performance.now()
  const bezig: Promise<void>[] = []
  let bezorgd = 0
  const bezorg = async () => {
    bezorgd += await bezorgKennisgevingen({ store, berichten, ring, nu })
  }
  let werker = Promise.resolve()
  for (let i = 0; i < aantal; i++) {
    const opTijd = (i * 1000) / perSeconde - (performance.now() - begin)
    if (opTijd > 1) await pauze(opTijd)
    bezig.push(zend(i))
    if (i % perSeconde === 0) werker = werker.then(bezorg)
  }
  await Promise.all(bezig)
  const klaarMs = performance.now() - begin
  await werker
  for (let voor = -1; voor !== bezorgd; ) {
    voor = bezorgd
    await bezorg()
  }
  const kosten = await rekentijd(aantal)
  duur.sort((a, b) => a - b)
  const p = (deel: number) => Math.round(duur[Math.floor(duur.length * deel)] ?? 0)
  return [
    {
      naam: 'kanalen.ontvangst-p95',
      waarde: p(0.95),
      eenheid: `ms (${aantal}, ${perSeconde} per seconde; ${kosten})`,
      grens: grensMs,
    },
    { naam: 'kanalen.ontvangst-p50', waarde: p(0.5), eenheid: 'ms' },
    {
      naam: 'kanalen.ontvangst-per-seconde',
      waarde: Math.round((aantal / klaarMs) * 1000),
      eenheid: 'berichten',
    },
    {
      naam: 'kanalen.ontvangst-kwijt',
      waarde: aantal - mislukt - nummers.size,
      eenheid: 'berichten',
      grens: 0,
    },
    { naam: 'kanalen.ontvangst-geweigerd', waarde: mislukt, eenheid: 'berichten', grens: 0 },
    { naam: 'kanalen.ontvangst-dubbel', waarde: dubbel, eenheid: 'berichten', grens: 0 },
    { naam: 'kanalen.ontvangst-gemeld', waarde: bezorgd, eenheid: 'berichten in een inbox' },
  ]
}
