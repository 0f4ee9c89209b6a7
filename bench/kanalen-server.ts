/**
 * A server with nothing but the work that sends, for the proof in which it is killed. Messages come in over HTTP and
 * go out to the proof itself; its clock runs faster, so that waiting and trying again fit in a proof.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { openKanalen } from '../src/app-kanalen.ts'
import { parsePersoonId } from '../src/domain/index.ts'
import type { Terugbericht, Verzenduitslag, Verzendweg } from '../src/kanalen/index.ts'
import { Levensloop, stilLog } from '../src/platform/index.ts'
import { openOpslag } from '../src/store/index.ts'
import { openProefverzending } from '../src/store/proefverzending.ts'
import { snelleKlok } from './snelle-klok.ts'

const { DATABASE_URL, VOORDEUR_PORT, ONTVANGER = '', BEGIN = '0' } = process.env
const levensloop = new Levensloop(stilLog)
const opslag = await openOpslag({ databaseUrl: DATABASE_URL, dataMap: undefined, log: stilLog })
const nu = snelleKlok(Number(BEGIN))
const huis = openProefverzending({ databank: opslag.databank, alsRol: () => opslag.bewijs, tijd: nu })

const weg = (kanaal: Verzendweg['kanaal']): Verzendweg => ({
  kanaal,
  verzend: async (stuk) => {
    try {
      const antwoord = await fetch(new URL(`verzend/${kanaal}`, ONTVANGER), {
        method: 'POST',
        body: JSON.stringify(stuk),
      })
      // What the proof answers is an outcome, as it wrote it down.
      return (await antwoord.json()) as Verzenduitslag
    } catch {
      return { soort: 'tijdelijk', reden: 'onbereikbaar' }
    }
  },
})

const deel = openKanalen(
  { klok: { nu }, log: stilLog },
  {
    opslag,
    corpus: {
      huidig: () => {
        throw new Error('hier zijn geen organisaties')
      },
    },
    toegang: { audit: huis.audit, machtigingen: { alle: async () => [] } },
    ring: huis.ring,
    personen: undefined,
    links: { toets: () => ({ mag: true }), weggelaten: {} },
    wegen: (['email', 'brief'] as const).map(weg),
    heeftBalie: () => true,
    opstel: async ({ kanaal, code }) => {
      const tekst = `Log in. ${code?.geschreven}`
      if (kanaal === 'email') return { soort: 'tekst', onderwerp: 'Nieuw bericht', tekst }
      const brief = { onderwerp: 'Er is nieuws', alineas: [tekst], datum: '', afzender: { naam: 'Voordeur' } }
      return kanaal === 'brief' ? { soort: 'brief', brief } : undefined
    },
    codes: huis.werk.codes,
    opstelCode: () => {
      throw new Error('hier gaan geen codes uit')
    },
    opstelAdres: () => {
      throw new Error('hier veranderen geen adressen')
    },
  },
  levensloop,
)

const server = createServer((vraag, antwoord) => {
  beantwoord(vraag).then(
    (tekst) => antwoord.end(tekst),
    () => antwoord.writeHead(503).end(),
  )
})

async function beantwoord(vraag: IncomingMessage): Promise<string> {
  if (vraag.url === '/gezond') return 'goed'
  const delen: Buffer[] = []
  for await (const stuk of vraag) delen.push(stuk as Buffer)
  // Written by the proof.
  const inhoud = JSON.parse(Buffer.concat(delen).toString('utf8')) as Record<string, string>
  if (vraag.url === '/terug') return neemTerug(inhoud)
  const persoon = parsePersoonId(inhoud.persoon)
  if (persoon === undefined) throw new Error('een bericht aan niemand')
  const tekst = { nl: 'Er is nieuws', en: 'There is news', pap: 'Tin notisia' }
  return deel.berichten.stuur({
    persoon,
    soort: 'zaak-stil',
    kenmerk: inhoud.kenmerk ?? '',
    inhoud: { onderwerp: tekst, alineas: [tekst] },
  })
}

function neemTerug({ zending = '', uitkomst }: Record<string, string>): Promise<string> {
  return deel.bezorgdienst.neemTerug({ zending, uitkomst: uitkomst as Terugbericht['uitkomst'], op: nu() })
}

server.listen(Number(VOORDEUR_PORT), 'localhost')
deel.begin()
await once(process, 'SIGTERM')
server.close()
await levensloop.sluit()
await opslag.sluit()
