import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { eigenAfzender, leesControlecode } from '../afzender/index.ts'
import { maakCode, nieuweCode, proefcodes } from '../afzender/proefcodes.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { bezwarenTegen, type Opstelvraag } from '../kanalen/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { maakMeldingopsteller } from './meldingopsteller.ts'
import { maakPapieropsteller } from './papieropsteller.ts'
import { talen } from './routes.ts'

const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
const naamVan = () => 'Gemeente Rotterdam'
const papier = maakPapieropsteller(teksten, {
  ...{ basis: new URL('https://voordeur.example'), naamVan },
  telefoonVan: () => undefined,
})
const melding = maakMeldingopsteller(teksten, {
  ...{ site: 'voordeur.example', naamVan },
  telefoonVan: (van) => (van === 'dienst-toeslagen' ? '0800 0543' : undefined),
})

async function vraagVan(kanaal: Opstelvraag['kanaal'], taal: Opstelvraag['taal']): Promise<Opstelvraag> {
  const code = await maakCode(proefcodes(), nieuweCode('een bericht'))
  const onderwerp = { nl: 'Boete', en: 'Fine', pap: 'But' }
  const inhoud = { onderwerp, alineas: [onderwerp] }
  const bericht = { id: 'x', soort: 'besluit', verstuurd: new Date('2026-03-01T12:00:00Z'), inhoud } as const
  return { bericht, kanaal, taal, vorm: 'gewoon', code, gemaakt: bericht.verstuurd }
}

for (const taal of talen) {
  const voor = taal === 'nl' ? '' : `/${taal}`
  test(`the code in ${taal}: as text in notices, which may leave with it, and with its signature on paper`, async () => {
    for (const kanaal of ['email', 'sms'] as const) {
      const vraag = await vraagVan(kanaal, taal)
      const uit = await melding(vraag)
      assert.ok(uit?.soort === 'tekst' && vraag.code !== undefined)
      assert.ok(uit.tekst.includes(vraag.code.geschreven) && uit.tekst.includes('voordeur.example'))
      assert.ok(!uit.tekst.includes(vraag.code.code), 'in no address')
      const eigen = ({ host }: URL) => host === 'voordeur.example'
      assert.deepEqual(bezwarenTegen([uit.onderwerp, uit.tekst], eigen), [])
      const { code: _, ...zonder } = vraag
      assert.doesNotMatch(JSON.stringify(await melding({ ...zonder, code: undefined })), /-\w{4}-\w{3}/)
    }
    const brief = await papier(await vraagVan('brief', taal))
    assert.ok(brief?.soort === 'brief')
    const { code, adres, qr } = brief.brief.controlecode ?? assert.fail()
    const gelezen = leesControlecode(code)
    assert.ok(gelezen.status === 'goed')
    assert.equal(adres, `https://voordeur.example${voor}/echt`)
    const [pagina, jws = ''] = qr.split('#')
    assert.equal(pagina, `https://voordeur.example${voor}/echt/${gelezen.code}`)
    assert.equal(jws.split('.').length, 3)

    const bel = await papier(await vraagVan('telefoon', taal))
    assert.ok(bel?.soort === 'belbriefje')
    assert.ok(bel.tekst.includes(code) && bel.tekst.includes(`voordeur.example${voor}/echt`))
    assert.ok(bel.tekst.includes('Gemeente Rotterdam'))
  })
}

test('each notice by e-mail says how to get no more of them, as the preview does: by phone where a number is known', async () => {
  for (const taal of talen) {
    const vraag = await vraagVan('email', taal)
    const zonder = await melding(vraag)
    const met = await melding({
      ...vraag,
      bericht: {
        ...vraag.bericht,
        inhoud: { ...vraag.bericht.inhoud, van: proeforganisatie('dienst-toeslagen') },
      },
    })
    assert.ok(zonder?.soort === 'tekst' && met?.soort === 'tekst')
    assert.match(zonder.tekst, /liever een brief\?|rather a letter\?|bo ke un karta\?/)
    assert.match(met.tekst, /0800 0543/)
    assert.doesNotMatch(zonder.tekst, /undefined/)
  }
})

test('no organisation has the name of this installation itself', () => {
  assert.equal(proefcorpus().organisaties.has(eigenAfzender), false)
})
