/** Evaluate a household, and replay a receipt. The engine names every fault; nothing of the household is kept. */
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Antwoord, Corpus, InvoerFout, Vraag } from '../engine/index.ts'
import { bereken, berekenInStappen, controleerBewijs, parseVraag } from '../engine/index.ts'
import { component, datum, tekst } from './componenten.ts'
import type { GelezenJson } from './json-lezen.ts'
import { invoerProbleem } from './problemen.ts'
import type { ApiBronnen, Route } from './route.ts'
import { antwoord, ontvangstbewijs } from './uitkomst-schema.ts'

/** The published contract, here as the example of the document and of the tests. */
export const VOORBEELDVRAAG = {
  datum: '2026-03-01',
  huishouden: {
    aanvrager: { geboortedatum: '1990-05-01', zorgverzekerd: true, toetsingsinkomen: 2_950_000, vermogen: 0 },
    partner: { geboortedatum: '1991-02-03', zorgverzekerd: true, toetsingsinkomen: 1_200_000, vermogen: 0 },
    kinderen: [{ geboortedatum: '2016-04-02', thuiswonend: true, kinderbijslag: true }],
    medebewoners: [{ geboortedatum: '1960-01-01', toetsingsinkomen: 1_500_000, vermogen: 0 }],
    woning: { soort: 'huur', zelfstandig: true, kale_huur: 70_000, servicekosten: 0, gemeente: 'GM0363' },
  },
  regelingen: ['zorgtoeslag', 'huurtoeslag'],
  reeks: { van: '2026-01-01', tot: '2027-01-01' },
} as const

/** Filled from the vocabulary when the document is made. */
export const huishouden = component('Huishouden', z.record(tekst, z.unknown()))

const vraag = component(
  'Vraag',
  z.object({
    datum: datum.meta({ description: 'De dag waarop het recht wordt bepaald.' }),
    huishouden,
    regelingen: z
      .array(tekst)
      .optional()
      .meta({ description: 'Welke regelingen. Zonder: alles wat op die plaats en datum geldt.' }),
    reeks: z
      .object({ van: datum, tot: datum })
      .optional()
      .meta({ description: 'Ook elke maand van «van» tot en zonder «tot», met de wijzigingen daarin.' }),
  }),
)

const controle = component(
  'Controle',
  z.object({
    status: z.enum(['gelijk', 'anders', 'andere-engine', 'bestand-onbekend']).meta({
      description:
        'gelijk: dezelfde uitkomst. anders: een andere uitkomst. andere-engine: gemaakt met een andere versie, dus niet nagerekend. bestand-onbekend: een bestand van toen is hier niet.',
    }),
    verschillen: z.array(tekst).optional().meta({ description: 'Bij anders: wat er verschilt.' }),
    engine: tekst.optional().meta({ description: 'Bij andere-engine: de versie op het bewijs.' }),
    bestanden: z.array(tekst).optional().meta({ description: 'Bij bestand-onbekend: welke.' }),
  }),
)

/** As it stands in an outcome, or with its name around it. */
const bewijsVraag = component('Controlevraag', z.union([ontvangstbewijs, z.object({ ontvangstbewijs })]))

/**
 * A question as JSON to an answer or to every fault. The same for the interface and the command line.
 * Faults of the JSON itself (a name twice) come together with those of the household.
 */
export function beantwoord(
  bronnen: Pick<ApiBronnen, 'corpus'>,
  gelezen: GelezenJson,
):
  | { readonly ok: true; readonly antwoord: Antwoord }
  | { readonly ok: false; readonly fouten: readonly InvoerFout[] } {
  const corpus = bronnen.corpus()
  const gecontroleerd = controleer(corpus, gelezen)
  return gecontroleerd.ok ? { ok: true, antwoord: bereken(corpus, gecontroleerd.vraag) } : gecontroleerd
}

function controleer(
  corpus: Corpus,
  gelezen: GelezenJson,
):
  | { readonly ok: true; readonly vraag: Vraag }
  | { readonly ok: false; readonly fouten: readonly InvoerFout[] } {
  if (!gelezen.ok) return gelezen
  const vraag = parseVraag(corpus, gelezen.waarde)
  if (!vraag.ok) return { ok: false, fouten: samen(vraag.fouten, gelezen.fouten) }
  return gelezen.fouten.length > 0 ? { ok: false, fouten: gelezen.fouten } : vraag
}

/** Named limit: so long may one question keep the others waiting. Ten years of every scheme take seconds. */
const MAX_BEURT_MS = 10

async function inBeurten<T>(stappen: Generator<undefined, T>): Promise<T> {
  let begin = performance.now()
  for (;;) {
    const stap = stappen.next()
    if (stap.done) return stap.value
    if (performance.now() - begin < MAX_BEURT_MS) continue
    await setImmediate()
    begin = performance.now()
  }
}

/** A number that was not read exactly is also out of range for the engine: one place, one fault. */
function samen(vanVraag: readonly InvoerFout[], vanJson: readonly InvoerFout[]): InvoerFout[] {
  const plaatsen = new Set(vanVraag.map((f) => f.pointer))
  return [...vanJson.filter((f) => f.code !== 'onnauwkeurig-getal' || !plaatsen.has(f.pointer)), ...vanVraag]
}

export const berekeningRoutes: readonly Route[] = [
  {
    methode: 'POST',
    pad: '/berekeningen',
    naam: 'berekenRegelingen',
    tag: 'berekeningen',
    samenvatting: 'Reken uit waar een huishouden recht op heeft',
    beschrijving:
      'Geld staat in hele centen. Een sleutel die ontbreekt is onbekend; «partner»: null en «kinderen»: [] zeggen dat er geen zijn. Een waarde mag ook een bereik zijn (van, tot) of een reeks perioden (vanaf, tot, waarde). Er wordt niets bewaard.',
    inhoud: { schema: vraag, voorbeeld: () => VOORBEELDVRAAG },
    antwoord: {
      schema: antwoord,
      beschrijving: 'De uitkomst per regeling, met uitleg en ontvangstbewijs.',
      voorbeeld: (b) => voorbeeldAntwoord(b),
    },
    handler: ({ json }, bronnen) => {
      // One corpus from begin to end, also when a publication comes in between.
      const corpus = bronnen.corpus()
      const gecontroleerd = controleer(corpus, json)
      if (!gecontroleerd.ok) throw invoerProbleem(gecontroleerd.fouten)
      return inBeurten(berekenInStappen(corpus, gecontroleerd.vraag))
    },
  },
  {
    methode: 'POST',
    pad: '/berekeningen/controle',
    naam: 'controleerOntvangstbewijs',
    tag: 'berekeningen',
    samenvatting: 'Reken een ontvangstbewijs na',
    beschrijving:
      'Stuur het ontvangstbewijs van een uitkomst. Het wordt opnieuw uitgerekend met de bestanden van toen.',
    inhoud: { schema: bewijsVraag, voorbeeld: (b) => voorbeeldAntwoord(b)?.uitkomsten[0]?.ontvangstbewijs },
    antwoord: {
      schema: controle,
      beschrijving: 'Of de uitkomst dezelfde is.',
      voorbeeld: () => ({ status: 'gelijk' }),
    },
    handler: async ({ json }, bronnen) => {
      if (!json.ok) throw invoerProbleem(json.fouten)
      const bewijs = uitgepakt(json.waarde)
      const opHash = await bronnen.tekstenVanBewijs?.(bewijs)
      const uit = controleerBewijs(bronnen.corpus(), bewijs, opHash)
      if (uit.status === 'ongeldig') throw invoerProbleem(samen(uit.fouten, json.fouten))
      if (json.fouten.length > 0) throw invoerProbleem(json.fouten)
      return uit
    },
  },
]

function uitgepakt(waarde: unknown): unknown {
  const isOmhulsel = typeof waarde === 'object' && waarde !== null && 'ontvangstbewijs' in waarde
  return isOmhulsel ? waarde.ontvangstbewijs : waarde
}

/** A real answer to the example, so that the document never shows what the engine would not say. */
function voorbeeldAntwoord(bronnen: ApiBronnen): Antwoord | undefined {
  const { reeks: _, ...rest } = VOORBEELDVRAAG
  const uit = beantwoord(bronnen, { ok: true, waarde: { ...rest, regelingen: ['zorgtoeslag'] }, fouten: [] })
  return uit.ok ? uit.antwoord : undefined
}
