/**
 * A server with nothing but the doors for messages and the index, for the proof in which it is killed. Which
 * connections there are, and who has a case there, the proof itself answers.
 */
import { once } from 'node:events'
import { api, zgwBerichten } from '../src/api/index.ts'
import { type Indexbron, openZaakindexdeel } from '../src/app-zaakindex.ts'
import { nepbewijs } from '../src/audit/proefaudit.ts'
import {
  type OrganisatieId,
  type PersoonId,
  parseOrganisatieId,
  parsePersoonId,
} from '../src/domain/index.ts'
import type { Corpus } from '../src/engine/index.ts'
import { createKern, registerGezond } from '../src/platform/http/index.ts'
import { Levensloop, loadConfig, stilLog, systeemklok } from '../src/platform/index.ts'
import { openOpslag } from '../src/store/index.ts'

const { BRONNEN = '', WAARHEID = '' } = process.env
const config = loadConfig(process.env, process.cwd())
const levensloop = new Levensloop(stilLog)
const opslag = await openOpslag({ databaseUrl: config.databaseUrl, dataMap: undefined, log: stilLog })
const ids = BRONNEN.split(',').flatMap((tekst): OrganisatieId[] => [parseOrganisatieId(tekst) ?? []].flat())
const weg = () => ({ status: 'fout', soort: 'onbereikbaar', sinds: new Date() }) as const
const bronnen = ids.map(
  (id): Indexbron => ({
    zaken: new URL(`${WAARHEID}${id}`),
    stuurtGebeurtenissen: true,
    bron: { id, zoek: async () => weg(), haal: async () => weg() },
    wieHeeft: async ({ uuid }) => {
      const antwoord = await fetch(`${WAARHEID}${id}/zaken/${uuid}`).catch(() => undefined)
      if (antwoord === undefined) return { status: 'fout', soort: 'onbereikbaar', sinds: new Date() }
      const op = new Date()
      if (antwoord.status === 404) return { status: 'onbekend', op }
      const wie = (await antwoord.json()) as readonly string[]
      return {
        status: 'ok',
        gegevens: wie.flatMap((een): PersoonId[] => [parsePersoonId(een) ?? []].flat()),
        op,
      }
    },
  }),
)
const deel = openZaakindexdeel(
  { config, klok: systeemklok, log: stilLog },
  {
    opslag,
    // What stands in the log is for another proof.
    toegang: { audit: { metVerwerking: (_verwerking, fn) => fn(nepbewijs()) } },
    demo: undefined,
    bronnen: () => bronnen,
    afzenders: () => bronnen.map(({ bron, zaken }) => ({ id: bron.id, zaken, isAan: true })),
  },
  levensloop,
)
const kern = createKern({ log: stilLog })
registerGezond(kern, new Map())
const geenCorpus = (): Corpus => {
  throw new Error('hier wordt niet gerekend')
}
await kern.register(api, {
  log: stilLog,
  corpus: geenCorpus,
  gebeurtenissen: () => new Map(),
  organisaties: () => new Map(),
  nu: systeemklok.nu,
  deur: deel.deur,
})
await kern.register(zgwBerichten, { berichten: deel.berichten })
await kern.listen({ host: config.adres, port: config.poort })
deel.begin()
await once(process, 'SIGTERM')
await kern.close()
await levensloop.sluit()
await opslag.sluit()
