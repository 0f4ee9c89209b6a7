/**
 * `voordeur bevolking vergelijk <wat> <map>`: what a changed law does to the whole population, as a summary here and two
 * files in that directory. Stopped with Ctrl-C it goes on where it was when it is asked again. No database; nothing is published.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { foutregel, leesLagen, loadCorpus, MEEGELEVERD, proefbestand } from '../corpus/index.ts'
import type { Corpus } from '../engine/index.ts'
import { type Datum, dagnummer, datumOp, parseDatum } from '../kalender/index.ts'
import { klokVanaf, loadConfig, PlatformError, systeemklok } from '../platform/index.ts'
import {
  BEVOLKINGSZAAD,
  drukCsv,
  gelijk,
  openVergelijking,
  stukkenbestand,
  telVergelijking,
  type Vergelijkopdracht,
  type Vergelijkstuk,
  type Vergelijkuitslag,
  type Voortgang,
  vergelijkCsv,
  vergelijkDoor,
  type Wijziging,
} from '../proactief/index.ts'
import { onleesbaar } from './onleesbaar.ts'
import type { Eindcode, VoerUit, Wereld } from './opdracht.ts'

export const voerUit: VoerUit = async ([wat = '', map = '.', dag, aantal], wereld) => {
  const config = loadConfig(wereld.omgeving, wereld.werkmap)
  const { nu } = config.nu === undefined ? systeemklok : klokVanaf(config.nu)
  const peildatum = dag === undefined ? datumOp(nu(), 'Europe/Amsterdam') : parseDatum(dag)
  const huishoudens = aantal === undefined ? undefined : Number(aantal)
  if (
    peildatum === undefined ||
    (huishoudens !== undefined && !(huishoudens >= 1000 && huishoudens <= 1e8))
  ) {
    wereld.fout('De peildatum is een datum als 2026-03-01, en het aantal huishoudens is 1000 of meer.')
    return 2
  }
  const mappen = [MEEGELEVERD, ...config.corpusMappen]
  const lagen = leesLagen({ mappen })
  const geladen = loadCorpus({ mappen })
  if (!geladen.ok) throw new PlatformError('corpus-ongeldig')
  const corpus = geladen.corpus.engine
  const wijziging = leesWijziging(wat, corpus, wereld)
  if (wijziging === undefined) return 2
  const open = await openVergelijking({
    lagen,
    corpus,
    peildatum,
    dag: dagnummer(peildatum),
    wijziging,
    zaad: BEVOLKINGSZAAD,
    ...(huishoudens !== undefined && { huishoudens }),
  })
  switch (open.status) {
    case 'fout':
      for (const f of open.fouten)
        wereld.fout(
          foutregel(f, wijziging.soort === 'tekst' && f.bestand === wijziging.bron.bestand ? wat : f.bestand),
        )
      wereld.fout(open.fouten.length === 1 ? '1 fout.' : `${open.fouten.length} fouten.`)
      return 1
    case 'verlopen':
      wereld.fout(`Van ${open.regelingen.join(', ')} zijn de bedragen op die dag niet bekend.`)
      return 1
    case 'gelijk':
      wereld.uit(`Er verandert niets op ${peildatum}: niemand gaat erop vooruit of achteruit.`)
      return 0
    case 'goed':
      return reken(open.opdracht, { corpus, map: resolve(wereld.werkmap, map), peildatum }, wereld)
  }
}

function leesWijziging(wat: string, corpus: Corpus, wereld: Wereld): Wijziging | undefined {
  const [, regeling, dag] = /^([a-z0-9-]+)@(.+)$/.exec(wat) ?? []
  if (regeling !== undefined) {
    const datum = parseDatum(dag)
    if (datum !== undefined && corpus.ids.has(regeling)) return { soort: 'versie', regeling, datum }
    wereld.fout(`Dit is geen regeling en datum: ${wat}. Schrijf bijvoorbeeld zorgtoeslag@2026-01-01.`)
    return undefined
  }
  try {
    const tekst = readFileSync(resolve(wereld.werkmap, wat), 'utf8')
    return { soort: 'tekst', bron: proefbestand(basename(wat), tekst) }
  } catch (reden) {
    wereld.fout(onleesbaar(wat, reden))
    return undefined
  }
}

async function reken(
  o: Vergelijkopdracht,
  { corpus, map, peildatum }: { readonly corpus: Corpus; readonly map: string; readonly peildatum: Datum },
  wereld: Wereld,
): Promise<Eindcode> {
  mkdirSync(map, { recursive: true })
  const stop = new AbortController()
  const bijStop = () => stop.abort()
  process.once('SIGINT', bijStop)
  const uit = await vergelijkDoor(o, {
    draden: availableParallelism(),
    store: stukkenbestand<Vergelijkstuk>(join(map, 'stukken.jsonl'), o),
    stop: stop.signal,
    voortgang: toon,
  })
  process.removeListener('SIGINT', bijStop)
  if (process.stderr.isTTY) process.stderr.write('\n')
  if (!uit.heel) {
    wereld.fout('Gestopt. Geef dezelfde opdracht nog eens om verder te gaan waar hij was.')
    return 75
  }
  const u = telVergelijking(o, uit.uitkomsten)
  const naam = (code: string) => corpus.gebieden.get(code)?.naam ?? code
  writeFileSync(join(map, 'groepen.csv'), vergelijkCsv(u, naam))
  writeFileSync(join(map, 'inkomens.csv'), drukCsv(u))
  for (const regel of samenvatting(u, peildatum)) wereld.uit(regel)
  wereld.uit(`Per groep: ${join(map, 'groepen.csv')}. Per inkomen: ${join(map, 'inkomens.csv')}.`)
  return 0
}

function toon(v: Voortgang): void {
  if (!process.stderr.isTTY) return
  const deel = Math.round((20 * v.gedaan) / v.stukken)
  const nog = v.nogMs === undefined ? '' : `nog ${Math.ceil(v.nogMs / 1000)} s`
  process.stderr.write(`\r[${'#'.repeat(deel)}${'.'.repeat(20 - deel)}] ${v.gedaan}/${v.stukken} ${nog}   `)
}

function samenvatting(u: Vergelijkuitslag, peildatum: Datum): readonly string[] {
  const getal = new Intl.NumberFormat('nl-NL').format
  const euro = new Intl.NumberFormat('nl-NL', {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  })
  const geld = (centen: number) => euro.format(centen / 100)
  const t = u.totaal
  const som = (rij: readonly number[]) => rij.reduce((a, b) => a + b, 0)
  return [
    `${getal(u.huishoudens)} verzonnen huishoudens, zoals op ${peildatum}. Wat verandert: ${u.perRegeling.map((r) => r.naam).join(', ')}.`,
    `Vooruit: ${getal(t.vooruit)} huishoudens, samen ${geld(t.winst)} per jaar.`,
    `Achteruit: ${getal(t.achteruit)} huishoudens, samen ${geld(t.verlies)} per jaar.`,
    `Gelijk: ${getal(gelijk(t))}. Niet bekend: ${getal(t.onbekend)}, want een bedrag uit de wet ontbreekt.`,
    `Kosten: nu ${geld(t.nu)}, straks ${geld(t.straks)}, verschil ${geld(t.straks - t.nu)} per jaar.`,
    `Krijgt recht: ${getal(t.rechtErbij)} huishoudens. Verliest recht: ${getal(t.rechtEraf)}.`,
    `Verliest bij 1 euro meer inkomen meer dan 1 euro: nu ${getal(som(u.randen.nu))}, straks ${getal(som(u.randen.straks))} huishoudens.`,
    `Verliest bij 1.000 euro meer inkomen meer dan 1.000 euro: nu ${getal(u.duizend.nu)}, straks ${getal(u.duizend.straks)} huishoudens.`,
    `Aangenomen, niet door iemand gepubliceerd: ${u.aangenomen.map((a) => a.naam).join(', ')}.`,
  ]
}
