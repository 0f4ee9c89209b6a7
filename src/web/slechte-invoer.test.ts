import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { vulAlles } from './proefbezoek.ts'
import { Bezoeker, proefweb } from './proefweb.ts'
import { inTaal, type Route, routes, talen } from './routes.ts'

const app = proefweb()
const alle: readonly Route[] = Object.values(routes)

/** What people and programs put where a name belongs. */
const deel = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '..',
    '%',
    '%00',
    '<b>',
    'zorgtoeslag',
    'kind-krijgen',
    'kind',
    'svb',
    'é'.repeat(300),
  ),
)
const waarde = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'ja',
    'nee',
    '-1',
    '0',
    '31',
    '29',
    '2',
    'februari',
    '9999',
    '99999999999999',
    '1e9',
    'NaN',
    '∞',
    '１２',
  ),
)
/** Every name of a field on a page of ours, and one of nobody. */
const VELDEN =
  'pad n naar actie waarde dag maand jaar gemeente plaats inkomen netto huur geboortedatum-dag geboortedatum-maand geboortedatum-jaar datum-dag datum-maand datum-jaar band woning kinderen vermogen verzekerd jaren vraag-eerste vraag-getrouwd x'.split(
    ' ',
  )

function ingevuld(pad: string, delen: readonly string[]): string {
  let i = 0
  return pad.replace(/:\w+/g, () =>
    // A part of only dots would make it another address (RFC 3986, 5.2.4): then something stands behind it.
    encodeURIComponent((delen[i++ % delen.length] || 'x').replace(/^\.{1,2}$/, '$&x')).replaceAll('.', '%2E'),
  )
}

async function controleer(bezoeker: Bezoeker): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...alle),
      fc.constantFrom(...talen),
      fc.array(deel, { minLength: 1, maxLength: 3 }),
      fc.webQueryParameters(),
      fc.dictionary(fc.constantFrom(...VELDEN), waarde),
      async ({ methode, pad, toegang }, taal, delen, vraag, velden) => {
        const url = inTaal(taal, ingevuld(pad, delen))
        const koekjes = bezoeker.koekjes
        const { statusCode, headers, body } =
          methode === 'POST'
            ? await bezoeker.stuur(url, velden)
            : await bezoeker.haal(
                `${url}?${vraag}&${new URLSearchParams({ q: delen[0] ?? '', n: velden.n ?? '' })}`,
              )
        // Each try begins with what the visitor had.
        bezoeker.koekjes = koekjes
        const wat = `${methode} ${url} ${JSON.stringify(velden)}: ${statusCode}`
        // Who is not logged in is asked to, with a page that helps further as well.
        if (toegang.soort !== 'openbaar') assert.ok([308, 400, 401, 404, 414].includes(statusCode), wat)
        else assert.ok([200, 303, 308, 400, 404, 405, 414, 422].includes(statusCode), wat)
        if (statusCode === 303 || statusCode === 308) assert.match(String(headers.location), /^\/(?!\/)/, wat)
        else if (String(headers['content-type']).startsWith('text/html') && !headers['content-disposition'])
          assert.match(body, /<main[\s\S]*<h1[\s\S]*id="niet-digitaal"/, wat)
      },
    ),
    { seed: 33, numRuns: 250 },
  )
}

test('any address, any question mark, any form, without answers: a page that helps further, never a failure', async () => {
  await controleer(new Bezoeker(app))
})

test('the same for somebody who has filled everything in', async () => {
  const bezoeker = new Bezoeker(app)
  await vulAlles(bezoeker)
  await controleer(bezoeker)
})

test('any day of an event or a change is a plan, or the form with the fault first', async () => {
  const bezoeker = new Bezoeker(app)
  await vulAlles(bezoeker)
  const koekjes = bezoeker.koekjes
  const getal = fc.oneof(fc.integer({ min: -5, max: 40 }).map(String), waarde)
  const jaar = fc.oneof(fc.integer({ min: 1890, max: 2130 }).map(String), waarde)
  const doelen = fc.constantFrom(
    ['/gebeurtenissen/overlijden', ''],
    ['/gebeurtenissen/met-pensioen', ''],
    ['/rechten/wat-als/kind', 'geboortedatum-'],
    ['/rechten/wat-als/ouder', 'datum-'],
    ['/rechten/wat-als/samenwonen', 'geboortedatum-'],
  )
  await fc.assert(
    fc.asyncProperty(doelen, getal, getal, jaar, async ([url = '', voor = ''], dag, maand, j) => {
      bezoeker.koekjes = koekjes
      const velden = { [`${voor}dag`]: dag, [`${voor}maand`]: maand, [`${voor}jaar`]: j, inkomen: '20000' }
      const { statusCode, headers, body } = await bezoeker.stuur(url, velden)
      assert.ok([303, 422].includes(statusCode), `${url} ${dag}-${maand}-${j}: ${statusCode}`)
      if (statusCode === 422) {
        assert.ok(body.indexOf('vd-error-summary') < body.indexOf('<h1'), `${url} ${dag}-${maand}-${j}`)
        return
      }
      const volgende = await bezoeker.haal(String(headers.location).replace(/#.*/, ''))
      assert.ok(
        [200, 303].includes(volgende.statusCode),
        `${url} ${dag}-${maand}-${j}: ${volgende.statusCode}`,
      )
    }),
    { seed: 34, numRuns: 120 },
  )
})
