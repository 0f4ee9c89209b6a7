import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Storing } from '../ontvangst/index.ts'
import type { PostBronnen } from './pages/post/bronnen.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { proefportaal } from './proefportaal.ts'
import { padUit } from './proefweb.ts'
import { maakProefzaken, proefdatum, proefuuid } from './proefzaken.ts'

const pad = `/mijn/zaken/gemeente-GM0599/${proefuuid(4)}`
const storing = (begin: string, einde: string | undefined, anders: Partial<Storing> = {}) =>
  ({
    id: 's',
    kanaal: 'web',
    begin: new Date(begin),
    ...(einde !== undefined && { einde: new Date(einde) }),
    gemeld: new Date(begin),
    ...anders,
  }) as Storing

/** The page of a decided case, at an organisation where these outages were; the clock stands at 1 March 2026. */
async function pagina(storingen: readonly Storing[] | Error, bezwaarTot = '2026-03-16'): Promise<string> {
  const besluit = {
    naam: { van: 'bron', tekst: 'Besluit' },
    datum: proefdatum('2026-02-02'),
    bezwaarTot: proefdatum(bezwaarTot),
  } as const
  const van = async () => {
    if (storingen instanceof Error) throw storingen
    return storingen
  }
  const post = {
    storingen: { van },
    organisaties: () => [],
    zoneVan: () => 'Europe/Amsterdam',
  } as unknown as PostBronnen
  const { inwoner } = proefportaal(maakProefzaken({ verhaal: { besluiten: [besluit] } }), undefined, post)
  const { statusCode, body } = await (await inwoner()).haal(pad)
  assert.equal(statusCode, 200)
  assert.deepEqual(keurPagina(body), [])
  return leesbaar(body)
}

test('a website that was out of order while the term ran gives the time back, with the article', async () => {
  const tekst = await pagina([storing('2026-02-10T08:00:00Z', '2026-02-11T20:00:00Z')])
  assert.match(tekst, /U kunt bezwaar maken tot en met 16 maart 2026/)
  assert.match(
    tekst,
    /Bezwaar maken via de website kan tot en met 18 maart 2026\. artikel 2:21 Algemene wet bestuursrecht/,
  )
})

test('each electronic way gives back the time that it was out of order itself', async () => {
  const tekst = await pagina([
    storing('2026-02-10T08:00:00Z', '2026-02-10T20:00:00Z', { kanaal: 'email' }),
    storing('2026-02-12T08:00:00Z', '2026-02-14T20:00:00Z'),
  ])
  assert.match(tekst, /via de website kan tot en met 19 maart 2026/)
  assert.match(tekst, /E-mail van .* Bezwaar maken langs die weg kan tot en met 17 maart 2026/)
})

test('one that is out of order now promises no day beyond what is sure', async () => {
  const tekst = await pagina([storing('2026-02-28T12:00:00Z', undefined)])
  assert.match(tekst, /doet het nu niet\..*in elk geval tot en met 17 maart 2026/)
})

test('a term that is over on paper can still run for who would use the website', async () => {
  const op = (tot: string) => pagina([storing('2026-02-10T08:00:00Z', '2026-02-13T08:00:00Z')], tot)
  const nog = await op('2026-02-27')
  assert.match(nog, /Bezwaar maken kon tot en met 27 februari 2026/)
  assert.match(nog, /via de website kan tot en met 2 maart 2026/)
  assert.doesNotMatch(await op('2026-02-13'), /via de website/)
})

test('an outage stands where people look: at the body, in the list to write to, and on the first page of who lives there', async () => {
  const lopend = [
    { ...storing('2026-02-28T12:00:00Z', undefined), organisatie: 'gemeente-GM0599' } as Storing,
  ]
  const metPost = (storingen: object) =>
    ({
      storingen,
      organisaties: () => ['gemeente-GM0599', 'svb'],
      zoneVan: () => 'Europe/Amsterdam',
    }) as unknown as PostBronnen
  const werkt = metPost({
    van: async (id: string) => (id === 'gemeente-GM0599' ? lopend : []),
    lopend: async () => lopend,
  })
  const weg = () => Promise.reject(new Error('weg'))
  const stuk = metPost({ van: weg, lopend: weg })
  const kijk = async (post: PostBronnen) => {
    const bezoeker = await proefportaal(maakProefzaken(), undefined, post).inwoner()
    const vraag = await bezoeker.haal('/rechten/vraag?n=1')
    await bezoeker.stuur('/rechten/vraag', { pad: padUit(vraag.body), n: '1', gemeente: 'Rotterdam' })
    const lees = async (pad: string) => {
      const { statusCode, body } = await bezoeker.haal(pad)
      assert.equal(statusCode, 200, pad)
      assert.deepEqual(keurPagina(body), [], pad)
      return leesbaar(body)
    }
    return {
      organisatie: await lees('/organisaties/gemeente-GM0599'),
      ander: await lees('/organisaties/svb'),
      post: await lees('/post'),
      start: await lees('/'),
    }
  }
  const { ander, ...daar } = await kijk(werkt)
  assert.match(daar.organisatie, /dit werkt niet sinds/)
  assert.match(daar.start, /dit werkt niet sinds/)
  assert.match(daar.post, /Rotterdam \(storing: [^)]+\)/)
  assert.doesNotMatch(ander, /storing|werkt niet sinds/i)
  for (const tekst of Object.values(await kijk(stuk)))
    assert.doesNotMatch(tekst, /dit werkt niet sinds|\(storing/)
})

test('another way, an outage before the decision, one that is still to come, or a list that fails change nothing', async () => {
  for (const geen of [
    [],
    [storing('2026-02-10T08:00:00Z', '2026-02-11T20:00:00Z', { kanaal: 'telefoon' })],
    [storing('2026-01-10T08:00:00Z', '2026-01-11T20:00:00Z')],
    [storing('2026-03-05T08:00:00Z', '2026-03-06T20:00:00Z')],
    new Error('weg'),
  ]) {
    const tekst = await pagina(geen)
    assert.match(tekst, /U kunt bezwaar maken tot en met 16 maart 2026/)
    assert.doesNotMatch(tekst, /via de website/)
  }
})
