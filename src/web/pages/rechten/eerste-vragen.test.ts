import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bezoeker, padUit, proefweb } from '../../proefweb.ts'

const app = proefweb()
const datum = (dag: string, maand: string, jaar: string) => ({ dag, maand, jaar })

test('it begins with where, who, with whom and how somebody lives; money and details come later', async () => {
  const antwoorden: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'woning/gemeente': { gemeente: 'Utrecht' },
    'aanvrager/geboortedatum': datum('2', '4', '1990'),
    partner: { waarde: 'ja' },
    'partner/geboortedatum': datum('3', '5', '1991'),
    kinderen: { waarde: '1' },
    'kinderen/0/geboortedatum': datum('2', '4', '2016'),
    'woning/soort': { waarde: 'huur' },
  }
  const bezoeker = new Bezoeker(app)
  const gevraagd: string[] = []
  for (let n = 1; n <= 8; n += 1) {
    const pad = padUit((await bezoeker.haal(`/rechten/vraag?n=${n}`)).body)
    const naam = pad.replace('/huishouden/', '')
    gevraagd.push(naam)
    const velden = antwoorden[naam]
    if (velden) await bezoeker.stuur('/rechten/vraag', { pad, n: String(n), ...velden })
  }
  assert.deepEqual(gevraagd.slice(0, -1), Object.keys(antwoorden))
  assert.match(gevraagd.at(-1) ?? '', /^aanvrager\/(toetsingsinkomen|vermogen)$/)
})

test('a question that can change nothing is not asked, also when it stands among the first', async () => {
  const bezoeker = new Bezoeker(app)
  await bezoeker.stuur('/rechten/vraag', { pad: '/huishouden/woning/gemeente', n: '1', plaats: 'bonaire' })
  const gevraagd: string[] = []
  for (let n = 2; n <= 30; n += 1) {
    const { statusCode, body } = await bezoeker.haal(`/rechten/vraag?n=${n}`)
    if (statusCode !== 200) break
    const pad = padUit(body)
    gevraagd.push(pad)
    await bezoeker.stuur('/rechten/vraag', { pad, n: String(n), actie: 'weet-niet' })
  }
  assert.ok(gevraagd.includes('/huishouden/aanvrager/geboortedatum'))
  assert.ok(!gevraagd.includes('/huishouden/woning/soort'), 'no scheme of the island looks at it')
})
