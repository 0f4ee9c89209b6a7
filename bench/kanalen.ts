/** How many messages a second go out, from the feature that sends to the way that takes them, with all evidence. */
import { setTimeout as pauze } from 'node:timers/promises'
import { kanalenMetWerk, werkKanaalAf } from '../src/kanalen/index.ts'
import type { Opslag } from '../src/store/index.ts'
import { openProefverzending } from '../src/store/proefverzending.ts'
import { metGewoonGebruik, rekentijdPer } from './gewoon-gebruik.ts'
import { type Meting, rond } from './meet.ts'

/** One message to each of so many people, of whom some get a notice by e-mail and the others a letter; so many send at once. */
const mensen = 3_000
const perEmail = 200
const afzenders = 64
/** So long a channel waits that found nothing; the program itself waits longer. */
const zoekMs = 200
const straat = 'Dorpsstraat 1'
/** Messages a second, on two cores, beside normal use. */
export const minstens = 200

export function kanalen(): Promise<Meting[]> {
  return metGewoonGebruik('kanalen.paginas-p95', async (opslag) => {
    const uitgang = await openUitgang(opslag, mensen)
    const rekentijd = await rekentijdPer(opslag)
    const { duur, ingestuurd, dubbel } = await laatUitgaan(uitgang)
    return [
      {
        naam: 'kanalen.berichten-per-seconde',
        waarde: rond((mensen / duur) * 1000),
        eenheid: `berichten/s uit (${mensen}, van versturen tot en met de brief of de melding; ${await rekentijd(mensen)})`,
        minstens,
      },
      {
        naam: 'kanalen.versturen-per-seconde',
        waarde: rond((mensen / ingestuurd) * 1000),
        eenheid: `berichten/s in de berichtenbox (${afzenders} tegelijk, terwijl ze uitgaan)`,
      },
      {
        naam: 'kanalen.dubbel',
        waarde: dubbel,
        eenheid: 'brieven en meldingen',
        grens: 0,
      },
    ]
  })
}

/** People who are reached, and ways that take everything at once. */
export async function openUitgang(opslag: Opslag, aantal: number) {
  const huis = openProefverzending({
    databank: opslag.databank,
    alsRol: () => opslag.bewijs,
    tijd: () => new Date(),
  })
  const wegen = [huis.weg('email'), huis.weg('brief')]
  const wie = Array.from({ length: aantal }, () => huis.persoon())
  for (const een of wie.slice(0, perEmail))
    await huis.maakBereikbaar(een, { soort: 'email', waarde: `${een}@voorbeeld.example` })
  for (const een of wie) huis.postadressen.set(een, ['Iemand', straat, '1234 AB Dorp'])
  const gekregen = () => wegen.flatMap((weg) => weg.gekregen)
  // What others send in the same house goes out as well, and is not waited for.
  const aangekomen = () =>
    gekregen().filter(({ adres }) => adres.soort !== 'post' || adres.regels.includes(straat)).length
  return { huis, wie, gekregen, aangekomen }
}

/** One message to each of them, as fast as they go; milliseconds until the last was in the inbox, and until it was out. */
export async function laatUitgaan({
  huis,
  wie,
  gekregen,
  aangekomen,
}: Awaited<ReturnType<typeof openUitgang>>): Promise<{
  readonly ingestuurd: number
  readonly duur: number
  /** All that had gone out by then. */
  readonly uit: number
  readonly dubbel: number
}> {
  const begin = performance.now()
  const rij = wie.entries()
  let isKlaar = false
  const stuur = async (): Promise<void> => {
    for (const [nummer, persoon] of rij)
      await huis.berichten.stuur({ persoon, soort: 'zaak-stil', kenmerk: `meting ${nummer}`, inhoud })
  }
  const werk = kanalenMetWerk.map(async (kanaal) => {
    while (!isKlaar) if (!(await werkKanaalAf(huis.werk, kanaal))) await pauze(zoekMs)
  })
  await Promise.all(Array.from({ length: afzenders }, stuur))
  const ingestuurd = performance.now() - begin
  while (aangekomen() < wie.length) await pauze(20)
  const duur = performance.now() - begin
  const uit = gekregen().length
  isKlaar = true
  await Promise.all(werk)
  if (huis.fouten.length > 0) throw new Error('een zending ging mis', { cause: huis.fouten[0] })
  const uniek = new Set(gekregen().map(({ zending }) => zending)).size
  return { ingestuurd, duur, uit, dubbel: gekregen().length - uniek }
}

const inhoud = {
  onderwerp: { nl: 'Uw zaak staat stil', en: 'Your case stands still', pap: 'Bo kaso ta pará' },
  alineas: [{ nl: 'Bel de gemeente.', en: 'Call the municipality.', pap: 'Yama munisipio.' }],
}
