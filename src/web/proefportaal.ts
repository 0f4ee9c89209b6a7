/** For tests: the website with somebody logged in, and a professional at work for them; registers that say nothing. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openProefaudit, proeforganisatie } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { maakPersoonId, type PersoonId } from '../domain/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import { beslis, doelenVoor, inlogmiddelen, openSessies, type VoorKeuze } from '../toegang/index.ts'
import type { Zaken } from '../zaken/index.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import type { PostBronnen } from './pages/post/bronnen.ts'
import { geheugenGronden, proefbalie } from './proefbalie.ts'
import { geenAanbiedingen, geenTerugmeldingen, geheugensessies } from './proefinwoner.ts'
import { proefkanalen, proefpost } from './proefkanalen.ts'
import { Bezoeker, proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'

export function proefportaal(
  zaken: Zaken,
  portalen?: MijnBronnen['portalen'],
  poststukken?: PostBronnen,
  afspraken?: MijnBronnen['afspraken'],
  hulpbehoeften?: MijnBronnen['hulpbehoeften'],
) {
  const ik = maakPersoonId(proefdag, randomBytes)
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  /** The codes of what was written in the log. */
  const logboek: string[] = []
  const { audit } = openProefaudit(
    {
      schrijf: async (bewijzen) => {
        logboek.push(...bewijzen.map(({ codes }) => codes))
        return bewijzen.map(({ onderwerp }) => ({ onderwerp, volgnummer: 1, hash: Buffer.alloc(32) }))
      },
      leesInzage: async () => [],
      veranker: async () => undefined,
    },
    // Pages that write a line of their own need the purposes that there are.
    register,
  )
  const sessies = openSessies({ store: geheugensessies(), audit, nu: () => proefdag, toeval: randomBytes })
  const toegang: MijnBronnen['toegang'] = {
    audit,
    sessies,
    beslis: (wat) => beslis(register, wat),
    machtigingen: {
      vind: async () => undefined,
      alle: async () => [],
      geef: async () => ({ status: 'niet-de-gever' }),
      trekIn: async () => 'niet-gevonden',
    },
    aanbiedingen: geenAanbiedingen,
    kluis: { toonNummers: async () => [] },
    leesKeuzes: async () => ({ verwerkingen: [], organisaties: [] }),
    leesKop: async () => undefined,
    leesInzage: async () => [],
  }
  const zwijgt = async () => ({ status: 'onbekend', op: proefdag }) as const
  const registers = { brp: { raadpleeg: zwijgt }, inkomen: { raadpleeg: zwijgt } }
  const nooit = () => Promise.reject(new Error('dit vraagt deze test niet'))
  const kanalen = proefkanalen()
  const mijn: MijnBronnen = {
    toegang,
    inlog: { middelen: inlogmiddelen, start: nooit, rond: nooit },
    registers,
    ...proefpost(),
    kanalen,
    terugmelden: geenTerugmeldingen(() => proefdag),
    zaken,
    portalen,
    afspraken,
    hulpbehoeften,
    verwerkingen: () => proefcorpus().verwerkingen,
    toeval: randomBytes,
  }
  const gronden = geheugenGronden()
  const balie = { ...proefbalie({ toegang, registers, gronden, kanalen }), zaken, afspraken, hulpbehoeften }
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const web = createWeb({
    poststukken,
    bronnen: proefbronnen(),
    mijn,
    balie,
    teksten,
    sleutel: proefsleutel,
    isHttps: false,
  })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)

  const inwoner = async (voor: VoorKeuze = { soort: 'zelf' }): Promise<Bezoeker> => {
    const herkenning = {
      middel: 'digid',
      niveau: 'substantieel',
      bron: 'https://x.example',
      op: proefdag,
    } as const
    const wie = { soort: 'inwoner', persoon: ik, herkenning } as const
    const { token } = await sessies.begin({ wie, voor, apparaat: '' })
    return met(`voordeur-sessie=${token}`)
  }
  /** At work, with a ground about this person. */
  const medewerker = async (over: PersoonId = ik, doel = 'inwoner-helpen') => {
    const wie = {
      soort: 'medewerker',
      medewerker: 'm-1',
      organisatie: proeforganisatie('gemeente-GM0599'),
      rollen: ['balie'],
      doelen: doelenVoor(register, ['balie']),
    } as const
    const { token, sessie } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
    const vrager = { ...wie, sessie: sessie.id }
    const uitslag = await gronden.stel({
      ...vrager,
      rol: 'balie',
      doel,
      reden: 'balie',
      kenmerk: undefined,
    })
    assert.ok(uitslag.status === 'ok')
    const [handvat = ''] = await gronden.onthoud(uitslag.grond, [over])
    const nu = await gronden.vind(vrager)
    assert.ok(nu)
    assert.equal(await gronden.kies(nu, handvat), 'ok')
    return { bezoeker: met(`voordeur-balie=${token}`), grond: uitslag.grond.id }
  }
  const met = (koekjes: string): Bezoeker => {
    const bezoeker = new Bezoeker(app)
    bezoeker.koekjes = koekjes
    return bezoeker
  }
  return { app, ik, inwoner, medewerker, logboek, kanalen }
}
