/** How many messages a second go out, from the feature that sends to the way that takes them, with all evidence. */
import { setTimeout as pauze } from 'node:timers/promises'
import { kanalenMetWerk, werkKanaalAf } from '../src/kanalen/index.ts'
import { openProefverzending } from '../src/store/proefverzending.ts'
import { metGewoonGebruik, rekentijdPer } from './gewoon-gebruik.ts'
import { type Meting, rond } from './meet.ts'

/** One message to each of so many people, of whom some get a notice by e-mail and the others a letter; so many send at once. */
const mensen = 3_000
const perEmail = 200
const afzenders = 64
/** So long a channel waits that found nothing; the program itself waits longer. */
const zoekMs = 200
/** Messages a second, on two cores, beside normal use. */
const minstens = 200

export function kanalen(): Promise<Meting[]> {
  return metGewoonGebruik('kanalen.paginas-p95', async (opslag) => {
    const huis = openProefverzending({
      databank: opslag.databank,
      alsRol: () => opslag.bewijs,
      tijd: () => new Date(),
    })
    const wegen = [huis.weg('email'), huis.weg('brief')]
    const gekregen = () => wegen.flatMap((weg) => weg.gekregen)
    const wie = Array.from({ length: mensen }, () => huis.persoon())
    for (const een of wie.slice(0, perEmail))
      await huis.maakBereikbaar(een, { soort: 'email', waarde: `${een}@voorbeeld.example` })
    for (const een of wie) huis.postadressen.set(een, ['Iemand', 'Dorpsstraat 1', '1234 AB Dorp'])
    const totaal = mensen
    const rekentijd = await rekentijdPer(opslag)
    const begin = performance.now()
    let gemaakt = 0
    let isKlaar = false
    const stuur = async (): Promise<void> => {
      while (gemaakt < totaal) {
        const nummer = gemaakt++
        const persoon = wie[nummer] ?? huis.persoon()
        await huis.berichten.stuur({ persoon, soort: 'zaak-stil', kenmerk: `meting ${nummer}`, inhoud })
      }
    }
    const werk = kanalenMetWerk.map(async (kanaal) => {
      while (!isKlaar) if (!(await werkKanaalAf(huis.werk, kanaal))) await pauze(zoekMs)
    })
    await Promise.all(Array.from({ length: afzenders }, stuur))
    const ingestuurd = performance.now() - begin
    while (gekregen().length < totaal) await pauze(10)
    const duur = performance.now() - begin
    isKlaar = true
    await Promise.all(werk)
    const kosten = await rekentijd(totaal)
    const uniek = new Set(gekregen().map(({ zending }) => zending)).size
    if (huis.fouten.length > 0) throw new Error('een zending ging mis', { cause: huis.fouten[0] })
    return [
      {
        naam: 'kanalen.berichten-per-seconde',
        waarde: rond((totaal / duur) * 1000),
        eenheid: `berichten/s uit (${totaal}, van versturen tot en met de brief of de melding; ${kosten})`,
        minstens,
      },
      {
        naam: 'kanalen.versturen-per-seconde',
        waarde: rond((totaal / ingestuurd) * 1000),
        eenheid: `berichten/s in de berichtenbox (${afzenders} tegelijk, terwijl ze uitgaan)`,
      },
      {
        naam: 'kanalen.dubbel',
        waarde: gekregen().length - uniek,
        eenheid: 'brieven en meldingen',
        grens: 0,
      },
    ]
  })
}

const inhoud = {
  onderwerp: { nl: 'Uw zaak staat stil', en: 'Your case stands still', pap: 'Bo kaso ta pará' },
  alineas: [{ nl: 'Bel de gemeente.', en: 'Call the municipality.', pap: 'Yama munisipio.' }],
}
