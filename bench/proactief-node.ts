/** A node with nothing but events and what comes of them: they come in by the real door, and it works them off. */
import { once } from 'node:events'
import { api } from '../src/api/index.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { createKern, registerGezond } from '../src/platform/http/index.ts'
import { Levensloop, stilLog } from '../src/platform/index.ts'
import { openOpslag } from '../src/store/index.ts'
import { openVolgwereld } from './proactief-wereld.ts'

const { DATABASE_URL, VOORDEUR_PORT } = process.env
const opslag = await openOpslag({ databaseUrl: DATABASE_URL, dataMap: undefined, log: stilLog })
const { deur, volgwerk } = openVolgwereld(opslag)
const levensloop = new Levensloop(stilLog)
const server = createKern({ log: stilLog })
registerGezond(server, new Map(volgwerk.controles))
const { engine, gebeurtenissen, organisaties } = proefcorpus()
await server.register(api, {
  log: stilLog,
  nu: () => new Date(),
  corpus: () => engine,
  gebeurtenissen: () => gebeurtenissen,
  organisaties: () => organisaties,
  levensloop: deur,
})
volgwerk.begin(levensloop)
await server.listen({ port: Number(VOORDEUR_PORT), host: 'localhost' })
await once(process, 'SIGTERM')
await server.close()
await levensloop.sluit()
await opslag.sluit()
process.exit(0)
