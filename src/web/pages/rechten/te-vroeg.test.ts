import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bezoeker, proefweb } from '../../proefweb.ts'

const app = proefweb()

/** The page without markup. */
function tekst(body: string): string {
  return body
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ')
}

async function metPlaats(taal = ''): Promise<Bezoeker> {
  const bezoeker = new Bezoeker(app)
  const plaats = { pad: '/huishouden/woning/gemeente', n: '1', gemeente: 'Utrecht', actie: 'verder' }
  const antwoord = await bezoeker.stuur(`${taal}/rechten/vraag`, plaats)
  assert.equal(antwoord.statusCode, 303, antwoord.body.slice(0, 300))
  return bezoeker
}

test('after one answer no page names an amount that can be anything', async () => {
  const woorden = { '': 'nog te vroeg om te zeggen', '/en': 'too early to say', '/pap': 'ta muchu trempan' }
  for (const [taal, woord] of Object.entries(woorden)) {
    const bezoeker = await metPlaats(taal)
    for (const pagina of ['vraag?n=2', 'overzicht', 'print', 'kinderopvangtoeslag']) {
      const { statusCode, body } = await bezoeker.haal(`${taal}/rechten/${pagina}`)
      assert.equal(statusCode, 200, `${taal} ${pagina}`)
      assert.ok(tekst(body).includes(woord), `${taal} ${pagina}`)
      // Five figures and more: only limits of which nothing is known are that far apart.
      assert.doesNotMatch(tekst(body), /[–-] €\s?\d{2,}[.,]\d{3}/, `${taal} ${pagina}`)
    }
  }
})

test('limits that lie close together are still named, with their bar', async () => {
  const bezoeker = await metPlaats()
  const { body } = await bezoeker.haal('/rechten/zorgtoeslag')
  assert.match(tekst(body), /€\s0 – €\s305 per maand/)
  assert.match(
    (await bezoeker.haal('/rechten/overzicht')).body,
    /aria-label="Het bedrag ligt tussen €\s0 en €\s305/,
  )
})

test('what is too wide is not drawn over the months, and the picture names it', async () => {
  const bezoeker = await metPlaats()
  const antwoorden: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'aanvrager/geboortedatum': { dag: '2', maand: '4', jaar: '1990' },
    partner: { waarde: 'nee' },
    kinderen: { waarde: '1' },
    'kinderen/0/geboortedatum': { dag: '2', maand: '4', jaar: '2016' },
    'aanvrager/toetsingsinkomen': { waarde: '26000' },
    'aanvrager/vermogen': { waarde: '0' },
    'aanvrager/zorgverzekerd': { waarde: 'ja' },
  }
  for (const [naam, velden] of Object.entries(antwoorden)) {
    const antwoord = await bezoeker.stuur('/rechten/vraag', { pad: `/huishouden/${naam}`, n: '2', ...velden })
    assert.equal(antwoord.statusCode, 303, naam)
  }
  const body = tekst((await bezoeker.haal('/rechten/overzicht')).body)
  assert.match(body, /Uw bedragen door het jaar .*Niet in dit beeld: [^.]*Kinderopvangtoeslag/)
})
