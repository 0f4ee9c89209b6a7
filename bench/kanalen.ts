/** How many messages a second go out, from the feature that sends to the way that takes them, with all evidence. */
import { setTimeout as pauze } from 'node:timers/promises'
import { kanalenMetWerk, werkKanaalAf } from '../src/kanalen/index.ts'
import { openProefverzending } from '../src/store/proefverzending.ts'
import { type Meting, rond } from './meet.ts'
import { metOpslag } from './personen.ts'

/** So many people, each with so many messages; so many features send at once. */
const mensen = 100
const perMens = 30
const afzenders = 12

export function kanalen(): Promise<Meting[]> {
  return metOpslag(async (opslag) => {
    const huis = openProefverzending({
      databank: opslag.databank,
      alsRol: () => opslag.bewijs,
      tijd: () => new Date(),
    })
    const email = huis.weg('email')
    const wie = Array.from({ length: mensen }, () => huis.persoon())
    for (const een of wie)
      await huis.maakBereikbaar(een, { soort: 'email', waarde: `${een}@voorbeeld.example` })
    const totaal = mensen * perMens
    const cpu = process.cpuUsage()
    const begin = performance.now()
    let gemaakt = 0
    let isKlaar = false
    const stuur = async (): Promise<void> => {
      while (gemaakt < totaal) {
        const nummer = gemaakt++
        const persoon = wie[nummer % mensen] ?? huis.persoon()
        await huis.berichten.stuur({ persoon, soort: 'zaak-stil', kenmerk: `meting ${nummer}`, inhoud })
      }
    }
    const werk = kanalenMetWerk.map(async (kanaal) => {
      while (!isKlaar) if (!(await werkKanaalAf(huis.werk, kanaal))) await pauze(50)
    })
    await Promise.all(Array.from({ length: afzenders }, stuur))
    const ingestuurd = performance.now() - begin
    while (email.gekregen.length < totaal) await pauze(10)
    const duur = performance.now() - begin
    isKlaar = true
    await Promise.all(werk)
    const { user, system } = process.cpuUsage(cpu)
    const uniek = new Set(email.gekregen.map(({ zending }) => zending)).size
    if (huis.fouten.length > 0) throw new Error('een zending ging mis', { cause: huis.fouten[0] })
    return [
      {
        naam: 'kanalen.berichten-per-seconde',
        waarde: rond((totaal / duur) * 1000),
        eenheid: `berichten/s uit (${totaal}, van versturen tot en met de melding per e-mail; ${rond((user + system) / 1000 / totaal)} ms rekentijd van de server per bericht)`,
      },
      {
        naam: 'kanalen.versturen-per-seconde',
        waarde: rond((totaal / ingestuurd) * 1000),
        eenheid: `berichten/s in de berichtenbox (${afzenders} tegelijk, terwijl ze uitgaan)`,
      },
      { naam: 'kanalen.dubbel', waarde: email.gekregen.length - uniek, eenheid: 'meldingen', grens: 0 },
    ]
  })
}

const inhoud = {
  onderwerp: { nl: 'Uw zaak staat stil', en: 'Your case stands still', pap: 'Bo kaso ta pará' },
  alineas: [{ nl: 'Bel de gemeente.', en: 'Call the municipality.', pap: 'Yama munisipio.' }],
}
