import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakProef } from '../../../test/zgw/proef.ts'
import { type Meer, nu, token, type Uitkomst } from '../../../test/zgw/register.ts'
import type { Notificatie } from '../notificaties.ts'
import { Abonnementen, type AbonnementenOpties } from './abonnementen.ts'

const basis = 'https://zaken.example/notificaties/api/v1'
const auth = 'Bearer van-ons'

/** A router, and what it delivered; the callback lets in whoever has the right header. */
function maakRouter(meer: Partial<AbonnementenOpties> = {}) {
  const bezorgd: Notificatie[] = []
  let teller = 0
  const router = new Abonnementen({
    basis,
    clienten: (id) => ({ geheim: `geheim-van-${id}`, heeftAlleAutorisaties: true }),
    nu: () => nu,
    uuid: () => `00000000-0000-4000-8000-${String(++teller).padStart(12, '0')}`,
    bezorg: async (_url, kop, bericht) => {
      if (kop !== auth) return 403
      bezorgd.push(bericht)
      return 204
    },
    ...meer,
  })
  const vraag = async (methode: string, pad: string, { json, koppen }: Meer = {}): Promise<Uitkomst> => {
    const antwoord = await router.beantwoord({
      methode,
      adres: new URL(pad),
      koppen: { authorization: token('alles'), 'content-type': 'application/json', ...koppen },
      lichaam: json === undefined ? '' : JSON.stringify(json),
    })
    assert.ok(antwoord !== undefined)
    const tekst = String(antwoord.lichaam)
    return {
      ...antwoord,
      tekst,
      bytes: Buffer.from(tekst),
      inhoud: tekst === '' ? undefined : JSON.parse(tekst),
    }
  }
  return { bezorgd, kaal: vraag, ...maakProef(vraag) }
}

const wil = (meer: object = {}) => ({
  callbackUrl: 'https://portaal.example/berichten',
  auth,
  kanalen: [{ naam: 'zaken', filters: { bronorganisatie: '000000012' } }],
  ...meer,
})

const bericht = (meer: object = {}) => ({
  kanaal: 'zaken',
  hoofdObject: 'https://zaken.example/zaken/api/v1/zaken/1',
  resource: 'zaak',
  resourceUrl: 'https://zaken.example/zaken/api/v1/zaken/1',
  actie: 'create',
  aanmaakdatum: '2026-03-01T10:00:00Z',
  kenmerken: {
    bronorganisatie: '000000012',
    zaaktype: 'https://x.example/1',
    vertrouwelijkheidaanduiding: 'openbaar',
  },
  ...meer,
})

test('a channel is made once, and a message on it has what the channel says', async () => {
  const { goed, fout, kaal } = maakRouter()
  const kanaal = { naam: 'straten', documentatieLink: 'https://straten.example/uitleg', filters: ['wijk'] }
  const { url } = await goed('POST', `${basis}/kanaal`, kanaal)
  assert.deepEqual(await goed('GET', url), { url, ...kanaal })
  assert.deepEqual(await fout('POST', `${basis}/kanaal`, kanaal), ['naam: unique'])
  assert.equal((await goed('GET', `${basis}/kanaal?naam=straten`)).length, 1)
  assert.ok((await goed('GET', `${basis}/kanaal`)).length > 4)
  assert.deepEqual(await fout('GET', `${basis}/kanaal?vreemd=1`), ['nonFieldErrors: unknown-parameters'])
  for (const [meer, code] of [
    [{ kanaal: 'onbekend' }, 'message_kanaal'],
    [{ kanaal: 'straten' }, 'kenmerken_inconsistent'],
    [{ hoofdObject: 'nergens' }, 'bad-url'],
  ] as const) {
    const { status, inhoud } = await kaal('POST', `${basis}/notificaties`, { json: bericht(meer) })
    assert.deepEqual([status, inhoud.invalidParams[0].code], [400, code])
  }
})

test('whoever subscribed gets what passes the filters, until they change or end it', async () => {
  const { goed, fout, bezorgd, kaal } = maakRouter()
  const { url } = await goed('POST', `${basis}/abonnement`, wil())
  const aantal = () => bezorgd.filter(({ kanaal }) => kanaal !== 'test').length
  await goed('POST', `${basis}/notificaties`, bericht())
  assert.equal(aantal(), 1)
  await goed('PATCH', url, { kanalen: [{ naam: 'besluiten', filters: {} }] })
  assert.equal((await goed('GET', url)).callbackUrl, wil().callbackUrl)
  await goed('POST', `${basis}/notificaties`, bericht())
  assert.equal(aantal(), 1)
  await goed('PUT', url, wil({ kanalen: [{ naam: 'zaken', filters: {} }] }))
  await goed('POST', `${basis}/notificaties`, bericht())
  assert.equal(aantal(), 2)
  await goed('DELETE', url)
  assert.deepEqual(await fout('GET', url), ['404 not_found'])
  assert.deepEqual(await goed('GET', `${basis}/abonnement`), [])
  const post = await kaal('POST', url, { json: wil() })
  assert.deepEqual([post.status, post.koppen.allow], [405, 'GET, PUT, PATCH, DELETE'])
})

test('a callback that lets nobody in, or everybody, is refused; a test bench may take it at its word', async () => {
  const dicht = maakRouter({ bezorg: async () => 403 })
  assert.deepEqual(await dicht.fout('POST', `${basis}/abonnement`, wil()), [
    'callbackUrl: invalid-callback-url',
  ])
  const open = maakRouter({ bezorg: async () => 204 })
  assert.deepEqual(await open.fout('POST', `${basis}/abonnement`, wil()), [
    'callbackUrl: no-auth-on-callback-url',
  ])
  await maakRouter({ bezorg: async () => 200, zonderProef: true }).goed('POST', `${basis}/abonnement`, wil())
})
