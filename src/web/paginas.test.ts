import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { vulAlles } from './proefbezoek.ts'
import { keurPagina } from './proefkeuring.ts'
import { rondgang, type Vondst, zonderPagina } from './proefrondgang.ts'
import { Bezoeker, proefweb } from './proefweb.ts'
import { talen } from './routes.ts'

const app = proefweb({
  zoek: async ({ taal }) => ({
    taal,
    verbeterd: [],
    treffers: [
      {
        soort: 'regeling',
        id: 'huurtoeslag',
        ouder: undefined,
        titel: 'Huurtoeslag',
        kort: 'Geld',
        gebied: undefined,
        door: [],
      },
      {
        soort: 'stap',
        id: 'geboorteaangifte',
        ouder: 'kind-krijgen',
        titel: 'Geef aan',
        kort: 'Geef het aan',
        door: [],
        gebied: 'GM0344',
      },
    ],
  }),
})
/** Beside what links lead to: a question, something found, a heavy scheme, and what a form leads to. */
const ook = [
  '/rechten/vraag?n=1',
  '/rechten/vraag?n=2',
  '/zoeken?q=huur',
  '/rechten/huurtoeslag',
  '/rechten/wat-als/werken/uitslag',
  '/echt/K7M29QTD4XV',
  // On paper letters.
  '/gelukt/besluiten',
]

/** Without answers: all there is, in Dutch; of the other languages some pages of each route. With answers: some of each. */
const rondes: { readonly wat: string; readonly vondsten: Vondst[]; readonly metAntwoorden: boolean }[] = []

before(async () => {
  for (const taal of talen) {
    for (const metAntwoorden of [false, true]) {
      const bezoeker = new Bezoeker(app)
      if (metAntwoorden) await vulAlles(bezoeker, taal)
      const perRoute = taal === 'nl' && !metAntwoorden ? 400 : 4
      const haal = async (url: string) => {
        const { statusCode: status, headers, body } = await bezoeker.haal(url)
        if (!metAntwoorden) assert.equal(headers['set-cookie'], undefined, `${url} zet een koekje`)
        assert.match(String(headers['content-security-policy']), /default-src 'none'/, url)
        assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|https?:|\*/, url)
        return { status, type: String(headers['content-type'] ?? ''), body }
      }
      const vondsten = await rondgang(haal, { taal, perRoute, ook })
      rondes.push({ wat: `${taal}${metAntwoorden ? ' met antwoorden' : ''}`, vondsten, metAntwoorden })
    }
  }
})
after(() => app.close())

test('each route of the table is found by its links, once everything is filled in', (t) => {
  for (const { wat, vondsten, metAntwoorden } of rondes) {
    t.diagnostic(`${wat}: ${vondsten.length} adressen`)
    if (metAntwoorden) assert.deepEqual(zonderPagina(vondsten), [], wat)
    for (const { pad, status } of vondsten) assert.ok(status === 200 || status === 303, `${pad}: ${status}`)
  }
})

test('every page closes what it opens, has one h1, headings in order, ids that are there once, one main', () => {
  const fouten = rondes.flatMap(({ wat, vondsten }) =>
    vondsten
      .filter(({ type, status }) => type.startsWith('text/html') && status === 200)
      .filter(({ naam }) => naam !== 'gebeurtenisBewaar')
      .flatMap(({ pad, body }) => keurPagina(body).map((fout) => `${wat} ${pad}: ${fout}`)),
  )
  assert.deepEqual([...new Set(fouten)].slice(0, 20), [])
})

test('no page asks anything of anybody else, and none holds a script or a style of its own', () => {
  for (const { naam, pad, body } of rondes.flatMap(({ vondsten }) => vondsten)) {
    // The file to keep stands on its own: it has its few rules inside.
    if (naam === 'gebeurtenisBewaar') assert.doesNotMatch(body, /<(script|link|img)/, pad)
    else if (body.startsWith('<!doctype')) {
      assert.doesNotMatch(body, /<style|<script(?![^>]*src="\/assets\/)|<iframe|<img|javascript:/, pad)
      for (const [, bron = ''] of body.matchAll(/<(?:link|script)[^>]*?(?:href|src)="([^"]*)"/g))
        assert.match(bron, /^\/assets\//, pad)
    }
  }
})

test('help stands on every page: phone, desk, library, what to bring; and paper once something is filled in', () => {
  for (const { wat, vondsten, metAntwoorden } of rondes) {
    for (const { naam, pad, body } of vondsten) {
      if (!body.startsWith('<!doctype') || naam === 'gebeurtenisBewaar') continue
      const vak = /aria-labelledby="niet-digitaal">([\s\S]*?)<\/section>/.exec(body)?.[1] ?? ''
      assert.ok((vak.match(/<li>/g)?.length ?? 0) >= 3, `${wat} ${pad}`)
      if (metAntwoorden) assert.match(vak, /\/print"/, `${wat} ${pad}`)
      // On paper the plan of this event, not the overview of rights.
      const gebeurtenis = /^(?:\/en|\/pap)?\/gebeurtenissen\/([\w-]+)/.exec(pad)?.[1]
      if (gebeurtenis && naam !== 'gebeurtenisPrint')
        assert.match(vak, new RegExp(`/gebeurtenissen/${gebeurtenis}/print"`), pad)
    }
  }
})

test('the strict reader finds what is planted', () => {
  const pagina = (inhoud: string): string =>
    `<!doctype html><html lang="nl"><body><header x=""></header><main id="a"><h1>x</h1>${inhoud}</main><footer x=""></footer></body></html>`
  assert.deepEqual(keurPagina(pagina('<p>goed</p>')), [])
  for (const [inhoud, fout] of [
    ['<p><ul><li>x</li></ul></p>', '<ul> in <p>'],
    ['<h3>x</h3>', 'kop h3 na h1'],
    ['<h1>x</h1>', 'h1: 1 1'],
    ['<p id="a">x</p>', 'id «a» is er al'],
    ['<div><p>x</div></p>', '</div> sluit <p>'],
    ['<a href="#weg">x</a>', 'href wijst naar #weg, dat er niet is'],
    ['<ul><p>x</p></ul>', '<p> in <ul>'],
    ['<p style="x">x</p>', 'style bij <p>'],
  ] as const) {
    assert.ok(keurPagina(pagina(inhoud)).includes(fout), `${inhoud}: ${keurPagina(pagina(inhoud)).join()}`)
  }
})
