import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Afspraak, Afspraken } from '../afspraken/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { maakPersoonId } from '../domain/index.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { proefportaal } from './proefportaal.ts'
import { proefdag } from './proefweb.ts'
import { maakProefzaken, proefuuid } from './proefzaken.ts'
import { inTaal, talen } from './routes.ts'

const [team] = [...proefcorpus().afspraakteams.values()].filter(({ id }) => id === 'gemeente-GM0599-balie')
assert.ok(team)
const weg = () => Promise.reject(new Error('weg'))
const mijn: Afspraak = {
  id: proefuuid(1),
  nummer: 'BCD-234',
  persoon: maakPersoonId(proefdag, (n) => Buffer.alloc(n)),
  organisatie: proeforganisatie('gemeente-GM0599'),
  team: team.id,
  vorm: 'balie',
  stand: 'gemaakt',
  door: 'medewerker',
  gemaakt: proefdag,
  keer: 1,
  begin: new Date('2026-03-16T08:00:00Z'),
  einde: new Date('2026-03-16T08:20:00Z'),
  inhoud: { onderwerp: 'brief' },
}
const alles: Afspraken = {
  teams: () => [team],
  team: () => team,
  vrij: async () => new Map(),
  nieuwKenmerk: () => '0'.repeat(32),
  boek: weg,
  verzet: weg,
  zegAf: weg,
  lijst: async () => [mijn],
  vind: async () => mijn,
  vertel: weg,
}

async function pagina(pad: string, afspraken: Afspraken): Promise<string> {
  const bezoeker = await proefportaal(maakProefzaken(), undefined, undefined, afspraken).inwoner()
  const { statusCode, body } = await bezoeker.haal(pad)
  assert.equal(statusCode, 200, pad)
  assert.deepEqual(keurPagina(body), [])
  return leesbaar(body)
}

test('a list that does not come is not an empty list, and who wants to make an appointment still can', async () => {
  assert.match(await pagina('/mijn/afspraken', alles), /maandag 16 maart 2026/)
  assert.match(await pagina('/mijn/afspraken', { ...alles, lijst: async () => [] }), /Er staat geen afspraak/)
  for (const taal of talen) {
    const zonder = await pagina(inTaal(taal, '/mijn/afspraken'), { ...alles, lijst: weg })
    assert.match(zonder, /niet dat er geen zijn|not mean that there are none|no ke men ku no tin/)
    assert.doesNotMatch(zonder, /Er staat geen|There is no appointment|No tin sita/)
    assert.ok(zonder.includes(team.naam[taal] ?? team.naam.nl ?? assert.fail()), 'with whom one can be made')
  }
})

test('an appointment with nobody yet, or with a team that is gone, begins at the list of with whom', async () => {
  const bezoeker = await proefportaal(maakProefzaken(), undefined, undefined, alles).inwoner()
  for (const zoek of ['', '?team=weg']) {
    const { statusCode, headers } = await bezoeker.haal(`/mijn/afspraken/nieuw${zoek}`)
    assert.equal(statusCode, 303, zoek)
    assert.equal(headers.location, '/mijn/afspraken')
  }
})

test('times that do not come are not «full»; what was agreed stays to be read and to be cancelled', async () => {
  const zonderTijden = { ...alles, vrij: weg }
  const een = await pagina(`/mijn/afspraken/${mijn.id}`, zonderTijden)
  assert.match(een, /maandag 16 maart 2026, 09:00/)
  assert.match(een, /welke andere tijden vrij zijn\. Uw afspraak staat nog/)
  assert.match(een, /Zeg de afspraak af/)
  const nieuw = await pagina(`/mijn/afspraken/nieuw?team=${team.id}`, zonderTijden)
  assert.match(nieuw, /niet zien welke tijden vrij zijn/)
  assert.doesNotMatch(nieuw, /geen plaats/)
})
