import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import type { Organisatielogins } from '../toegang/index.ts'
import { balieInlogRegel } from './bezoek/baliekoekje.ts'
import { secondenVan } from './bezoek/bezoek.ts'
import type { BalieBronnen } from './pages/balie/bronnen.ts'
import { proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'

const [svb, uwv] = [proeforganisatie('svb'), proeforganisatie('uwv')]

function opstelling() {
  const gevraagd: string[] = []
  const logins: Organisatielogins = {
    organisaties: [svb, uwv],
    start: async (organisatie, terug) => {
      const staat = { organisatie, state: 's', nonce: 'n', verifier: 'v' }
      return { status: 'ok', adres: new URL(`https://login.example/?naar=${terug.href}`), staat }
    },
    rond: async (adres, { organisatie }) => {
      gevraagd.push(`${organisatie} ${adres.pathname}`)
      return { status: 'geweigerd' }
    },
  }
  const web = createWeb({
    bronnen: proefbronnen(),
    // Nobody gets further than the door here.
    balie: { logins } as BalieBronnen,
    teksten: loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten')),
    sleutel: proefsleutel,
    isHttps: false,
  })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  return { app, gevraagd }
}

test('each organisation sends its people back to an address of its own, and a code that comes to another is not used', async () => {
  const { app, gevraagd } = opstelling()
  const start = await app.inject({ url: '/pap/balie/inloggen/start?bij=uwv' })
  const stad = await app.inject({ url: '/balie/inloggen/start?bij=gemeente-GM0599' })
  assert.match(String(stad.headers.location), /\/balie\/inloggen\/gemeente-GM0599\/terug$/)
  assert.match(String(start.headers.location), /\/balie\/inloggen\/uwv\/terug$/)
  const koekje = balieInlogRegel(
    { staat: { organisatie: svb, state: 's', nonce: 'n', verifier: 'v' }, taal: 'nl' },
    { sleutel: proefsleutel, nuSeconden: secondenVan(proefdag), iv: randomBytes(12), isHttps: false },
  )
  const [cookie = ''] = koekje.split(';')
  const kom = (bij: string) =>
    app.inject({
      url: `/balie/inloggen/${bij}/terug?code=c&state=s`,
      headers: { accept: 'text/html', cookie },
    })
  for (const bij of ['uwv', 'svb%2F..%2Fuwv', 'SVB', 'niemand']) {
    const antwoord = await kom(bij)
    assert.equal(antwoord.statusCode, 403, bij)
    assert.match(antwoord.body, /Uw inlogdienst noemt een andere organisatie dan u koos/, bij)
    // Once is once: also what went wrong is forgotten.
    assert.match(String(antwoord.headers['set-cookie']), /balie-inlog=;/, bij)
  }
  assert.deepEqual(gevraagd, [])
  await kom('svb')
  assert.deepEqual(gevraagd, ['svb /balie/inloggen/svb/terug'])
  assert.equal((await app.inject({ url: '/balie/inloggen/terug?code=c&state=s' })).statusCode, 404)
})
