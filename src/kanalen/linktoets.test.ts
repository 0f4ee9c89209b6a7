import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakRegister, toetsLinks } from '../afzender/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { zonderVreemdeLinks } from './linktoets.ts'

const register = maakRegister({
  ...proefcorpus(),
  govNl: false,
  eigen: new URL('https://voordeur.example'),
})
const toets = {
  toets: (tekst: string) => toetsLinks(register, tekst),
  weggelaten: { nl: '(link weggelaten)', en: '(link left out)', pap: '(link kitá)' },
}

test('a link that does not pass is left out in every language, and what passes stays as it was', () => {
  const goed = { nl: 'Zie https://voordeur.example/mijn/berichten of www.svb.nl.', en: 'See svb.nl.' }
  const uit = zonderVreemdeLinks(
    {
      onderwerp: { nl: 'Uw bericht over «betaal op evil.com»', en: 'Your message on «betaal op evil.com»' },
      doen: { nl: 'Doe dit: betaal op https://evil.com/betaal.' },
      alineas: [
        goed,
        {
          nl: 'Kijk op https://evil.com/a, evil.com en https://voordeur.example/inloggen.',
          pap: 'Bai na https://svb.nl/?terug=evil.com awor',
        },
      ],
      taak: 'x',
    },
    toets,
  )
  assert.deepEqual(uit, {
    onderwerp: {
      nl: 'Uw bericht over «betaal op (link weggelaten)»',
      en: 'Your message on «betaal op (link left out)»',
    },
    doen: { nl: 'Doe dit: betaal op (link weggelaten).' },
    alineas: [
      goed,
      {
        nl: 'Kijk op (link weggelaten), (link weggelaten) en (link weggelaten).',
        pap: 'Bai na (link kitá) awor',
      },
    ],
    taak: 'x',
  })
  const bom =
    zonderVreemdeLinks({ onderwerp: { nl: 'Zie ev\ufeffil.com' }, alineas: [] }, toets).onderwerp.nl ?? ''
  assert.ok(!bom.includes('il.com'), bom)
  assert.throws(() =>
    zonderVreemdeLinks({ onderwerp: { nl: 'x' }, alineas: [{ nl: 'a.example '.repeat(20_000) }] }, toets),
  )
})
