import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { maakPersoonId } from '../domain/index.ts'
import type { Loketvrager } from '../loket/index.ts'
import { type Ingelogd, openSessies } from '../toegang/index.ts'
import { type Levendbronnen, maakLevenddeur } from './levenddeur.ts'
import { geheugensessies } from './proefinwoner.ts'
import { proefdag } from './proefweb.ts'

const persoon = maakPersoonId(proefdag, randomBytes)
const inwoner: Ingelogd = {
  ...{ soort: 'inwoner', persoon },
  herkenning: { middel: 'digid', niveau: 'hoog', bron: 'https://x.example', op: proefdag },
}
const medewerker: Ingelogd = {
  ...{ soort: 'medewerker', medewerker: 'm-1', organisatie: proeforganisatie('svb'), rollen: ['balie'] },
  doelen: ['ketenzaak'],
}

async function opstelling() {
  let nu = proefdag
  const store = geheugensessies()
  let gebruikt = 0
  const sessies = openSessies({
    store: { ...store, gebruikt: async () => void gebruikt++ },
    audit: { verzegel: () => assert.fail('hier is geen hulp') },
    nu: () => nu,
    toeval: randomBytes,
  })
  const gevraagd: Loketvrager[] = []
  const toegang = { sessies, gronden: { vind: async () => undefined } }
  const levenstekens: string[] = []
  const lijn = {
    leeft: async (wie: { medewerker: string }, plek: string, hoe: string) =>
      void levenstekens.push(`${wie.medewerker} ${plek} ${hoe}`),
    leeftBeller: async (wie: { medewerker: string }, beller: string) =>
      void levenstekens.push(`${wie.medewerker} ${beller}`),
    dienst: async () => ({ nr: 3, dienst: { plek: 'p-1' } }),
    oproep: async (_wie: unknown, beller: string) => (beller === 'b-1' ? { nr: 5 } : undefined),
  }
  const bronnen = {
    ...{ mijn: { toegang }, balie: { toegang }, isHttps: false },
    loket: {
      lijn,
      loket: {
        volg: async (vrager: Loketvrager) => {
          gevraagd.push(vrager)
          return 7
        },
        genodigde: async (sleutel: string) =>
          sleutel === 'sleutel-1'
            ? ({ soort: 'genodigde', ketenzaak: 'k-1', deelnemer: 'd-1' } as const)
            : undefined,
      },
    },
    // What the door reads of the house, and nothing else of it.
  } as unknown as Levendbronnen
  const deur = maakLevenddeur(bronnen)
  const begin = async (wie: Ingelogd) =>
    (await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })).token
  const klop = (kant: string, cookie: string) =>
    // A door looks at the address and the headers alone.
    deur({ url: `/levend?kant=${kant}`, headers: { cookie } } as IncomingMessage)
  return {
    ...{ sessies, begin, klop, gevraagd, levenstekens },
    gebruikt: () => gebruikt,
    later: (minuten: number) => {
      nu = new Date(nu.getTime() + minuten * 60_000)
    },
  }
}

test('each side opens with its own session alone, and a page that asks for no side with none', async () => {
  const { begin, klop } = await opstelling()
  const [mijn, balie] = await Promise.all([begin(inwoner), begin(medewerker)])
  const alle = `voordeur-sessie=${mijn}; voordeur-balie=${balie}; voordeur-meewerken=sleutel-1`
  const binnen = async (kant: string, cookie: string) => (await klop(kant, cookie)) !== undefined
  for (const kant of ['balie', 'mijn', 'partij']) assert.equal(await binnen(kant, alle), true, kant)
  for (const kant of ['', 'inwoner', 'balie,mijn']) assert.equal(await binnen(kant, alle), false, kant)
  assert.equal(await binnen('balie', `voordeur-balie=${mijn}`), false)
  assert.equal(await binnen('mijn', `voordeur-sessie=${balie}`), false)
  assert.equal(await binnen('balie', `voordeur-sessie=${mijn}`), false)
  assert.equal(await binnen('partij', 'voordeur-meewerken=sleutel-2'), false)
})

test('following asks the case each time as who it is now, is no use of the session, and ends with it', async () => {
  const { sessies, begin, klop, gevraagd, gebruikt, later } = await opstelling()
  const token = await begin(inwoner)
  const lid = await klop('mijn', `voordeur-sessie=${token}`)
  assert.ok(lid)
  const zaak = { soort: 'ketenzaak', id: 'k-1' }
  assert.equal(await lid.volgt(zaak), 7)
  assert.deepEqual(gevraagd, [{ subject: inwoner, voor: { soort: 'zelf' } }])
  assert.equal(await lid.volgt({ soort: 'lijn', id: 'k-1' }), undefined)
  later(5)
  assert.equal(await lid.leeft(), true)
  assert.equal(gebruikt(), 0, 'een open pagina houdt niemand ingelogd')
  await sessies.beeindig(token)
  assert.equal(await lid.leeft(), false)
  assert.equal(await lid.volgt(zaak), undefined)
  assert.equal(gevraagd.length, 1)
})

test('who follows their own shift or call is there as long as the page is, and hears nothing of those of others', async () => {
  const { begin, klop, levenstekens, sessies, gebruikt } = await opstelling()
  const token = await begin(medewerker)
  const lid = await klop('balie', `voordeur-balie=${token}`)
  assert.ok(lid)
  assert.equal(await lid.volgt({ soort: 'lijndienst', id: 'p-2' }), undefined)
  assert.equal(await lid.volgt({ soort: 'lijnoproep', id: 'b-2' }), undefined)
  levenstekens.length = 0
  await lid.leeft()
  assert.deepEqual(levenstekens, [])
  assert.equal(await lid.volgt({ soort: 'lijndienst', id: 'p-1' }), 3)
  assert.equal(await lid.volgt({ soort: 'lijnoproep', id: 'b-1' }), 5)
  levenstekens.length = 0
  await lid.leeft()
  assert.deepEqual(levenstekens, ['m-1 p-1 levend', 'm-1 b-1'])
  assert.equal(gebruikt(), 0)
  await sessies.beeindig(token)
  levenstekens.length = 0
  await lid.leeft()
  assert.deepEqual(levenstekens, [])
  const thuis = await klop('mijn', `voordeur-sessie=${await begin(inwoner)}`)
  assert.equal(await thuis?.volgt({ soort: 'lijndienst', id: 'p-1' }), undefined)
})
