import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { Bezoeker, proefbronnen, proefweb } from './proefweb.ts'
import { inTaal, routes, talen } from './routes.ts'

const corpus = proefcorpus()

/** Every open page that is a page, with one of everything that stands in its address; steps of each life event. */
function dienstpaden(): readonly string[] {
  const vast = Object.values(routes)
    .filter(
      ({ methode, pad, toegang }) => methode === 'GET' && toegang.soort === 'openbaar' && !pad.includes(':'),
    )
    .map(({ pad }) => pad as string)
    // A redirect, or a page of professionals.
    .filter((pad) => !/start|terug|^\/balie|overzicht|antwoorden|\/print$|\/vraag$/.test(pad))
  const regelingen = corpus.engine.alleRegelingen().map(({ id }) => `/regelingen/${id}`)
  const organisaties = [...corpus.organisaties.keys()].map((id) => `/organisaties/${id}`)
  const gebeurtenissen = [...corpus.gebeurtenissen.values()].flatMap(({ id, stappen }) => [
    `/gebeurtenissen/${id}`,
    ...stappen.slice(0, 2).map((stap) => `/gebeurtenissen/${id}/stappen/${stap.id}`),
  ])
  return [...new Set([...vast, ...regelingen, ...organisaties, ...gebeurtenissen])]
}

test('every service page has a way to be helped that is not digital, with when it is open', async (t) => {
  const app = proefweb()
  let aantal = 0
  for (const pad of dienstpaden())
    for (const taal of pad.split('/').length > 3 ? (['nl'] as const) : talen) {
      const { statusCode, body, headers } = await app.inject({
        url: inTaal(taal, pad),
        headers: { accept: 'text/html' },
      })
      if (statusCode === 302 || statusCode === 303 || !String(headers['content-type']).includes('html'))
        continue
      assert.equal(statusCode, 200, pad)
      const vak =
        /<section class="vd-box" aria-labelledby="niet-digitaal">[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''
      assert.match(
        vak,
        /data-steun="(balie|telefoon|terugbellen)"[\s\S]*?data-open>[^<]*\d\d:\d\d–\d\d:\d\d/,
        `${taal} ${pad}`,
      )
      aantal++
    }
  t.diagnostic(`${aantal} bladzijden`)
  assert.ok(aantal > 250)
})

test('where nobody is known no hours are made up', async () => {
  const { body } = await proefweb({ steun: () => ({ teams: [], punten: [] }) }).inject({ url: '/' })
  assert.doesNotMatch(body, /data-steun/)
  assert.match(body, /id="niet-digitaal"/)
})

test('a place is found by postcode, which stands in no address; one that is not known is said, with what then', async () => {
  const app = proefweb()
  const zoek = (postcode: string, taal = '') => new Bezoeker(app).stuur(`${taal}/hulp`, { postcode })
  const gevonden = await zoek('3011 AB')
  assert.equal(gevonden.statusCode, 200)
  assert.match(gevonden.body, /Bibliotheek Voorbeeld Rotterdam[\s\S]*verzonnen voorbeeld[\s\S]*10:00–16:00/)
  assert.equal(gevonden.headers['set-cookie'], undefined)
  const elders = await zoek('1011')
  assert.match(elders.body, /kennen wij nog geen plek/)
  assert.doesNotMatch(elders.body, /Bibliotheek Voorbeeld/)
  for (const fout of ['', '011', 'Utrecht', '3011 ABC', '0111']) {
    const { statusCode, body } = await zoek(fout, '/en')
    assert.equal(statusCode, 400, fout)
    assert.match(body, /id="fouten"/)
  }
  for (const { body } of [gevonden, elders])
    for (const [, adres] of body.matchAll(/(?:href|action)="([^"]*)"/g))
      assert.doesNotMatch(String(adres), /3011|1011/)
})

test('what is made up takes no part without made-up organisations', async () => {
  const { steunVan } = await import('../corpus/index.ts')
  const { teams, punten } = steunVan(corpus, false)
  assert.deepEqual([teams.length, punten.length], [0, 0])
  assert.ok(steunVan(corpus, true).teams.length > 0)
  assert.ok(proefbronnen().steun().punten.length > 0)
})

test('who said where they live is offered help of that place, by the name of whose it is', async () => {
  const app = proefweb()
  const vak = async (plaats?: Record<string, string>) => {
    const bezoeker = new Bezoeker(app)
    const vraag = { pad: '/huishouden/woning/gemeente', n: '1' }
    if (plaats !== undefined) await bezoeker.stuur('/rechten/vraag', { ...vraag, ...plaats })
    const { body } = await bezoeker.haal('/rechten')
    return /aria-labelledby="niet-digitaal">[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''
  }
  const onbekend = await vak()
  assert.doesNotMatch(onbekend, /Rotterdam|Bonaire/, 'nobody said where they live')
  assert.match(onbekend, /data-steun="terugbellen"/, 'the national lines are for everybody')
  assert.match(await vak({ gemeente: 'Rotterdam' }), /langskomen bij Gemeente Rotterdam: Voorbeeldplein 1/)
  const utrecht = await vak({ gemeente: 'Utrecht' })
  assert.doesNotMatch(utrecht, /Rotterdam/, 'nothing of another municipality')
  assert.match(utrecht, /data-steun="terugbellen"/)
  const bonaire = await vak({ plaats: 'bonaire' })
  assert.match(bonaire, /langskomen bij Openbaar lichaam Bonaire/)
  assert.doesNotMatch(bonaire, /Rotterdam/)
  assert.match(bonaire, /data-steun="terugbellen"[\s\S]*\(tijd in Nederland\)/, 'whose clock it is is said')
})
