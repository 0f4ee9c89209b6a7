import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Afspraken } from '../afspraken/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import type { Hulpbehoefte, Hulpbehoeften, HulpVastlegger } from '../inwoner/index.ts'
import { parseDatum } from '../kalender/index.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { proefportaal } from './proefportaal.ts'
import { proefdag } from './proefweb.ts'
import { maakProefzaken } from './proefzaken.ts'
import { inTaal, talen } from './routes.ts'

function proefhulp(begin?: Hulpbehoefte) {
  let nu = begin
  const door: HulpVastlegger[] = []
  const hulp: Hulpbehoeften = {
    haal: async () => nu && { ...nu, sinds: proefdag },
    async zet(wie, behoefte) {
      door.push(wie)
      nu = behoefte
    },
    async trekIn(wie) {
      door.push(wie)
      const was = nu
      nu = undefined
      return was !== undefined
    },
  }
  return { hulp, door, bekend: () => nu }
}

const [team] = [...proefcorpus().afspraakteams.values()].filter(({ id }) => id === 'gemeente-GM0599-balie')
assert.ok(team)
const dag = parseDatum('2026-03-16') ?? assert.fail()
const weg = () => Promise.reject(new Error('weg'))
const afspraken: Afspraken = {
  teams: () => [team],
  team: () => team,
  vrij: async () =>
    new Map([
      [dag, [{ begin: new Date('2026-03-16T08:00:00Z'), einde: new Date('2026-03-16T08:20:00Z'), vrij: 1 }]],
    ]),
  nieuwKenmerk: () => '0'.repeat(32),
  boek: weg,
  verzet: weg,
  zegAf: weg,
  lijst: async () => [],
  vind: weg,
  vertel: weg,
}

test('a professional with a ground writes down what somebody needs, after their yes, and who did so is kept', async () => {
  const { hulp, door, bekend } = proefhulp()
  const portaal = proefportaal(maakProefzaken(), undefined, undefined, undefined, hulp)
  const { bezoeker, grond } = await portaal.medewerker(undefined, 'hulp-onthouden')
  for (const taal of talen) {
    const { statusCode, body } = await bezoeker.haal(inTaal(taal, '/balie/hulp'))
    assert.equal(statusCode, 200)
    assert.deepEqual(keurPagina(body), [])
  }
  const form = { grond, soort: 'tolk', taal: 'pap' }
  const zonder = await bezoeker.stuur('/balie/hulp', form)
  assert.equal(zonder.statusCode, 400)
  assert.match(leesbaar(zonder.body), /Zet een vinkje/)
  assert.equal(bekend(), undefined, 'nothing without their yes')
  const elders = await bezoeker.stuur('/balie/hulp', { ...form, ja: 'ja', grond: 'anders' })
  assert.notEqual(elders.statusCode, 303, 'a form of another ground')
  const { statusCode, headers } = await bezoeker.stuur('/balie/hulp', { ...form, ja: 'ja' })
  assert.deepEqual([statusCode, headers.location], [303, '/balie/hulp?gedaan=onthouden-brief'])
  assert.deepEqual(bekend(), { soorten: ['tolk'], tolktaal: 'pap' })
  const [wie] = door
  assert.ok(wie?.soort === 'medewerker')
  assert.deepEqual([wie.persoon, wie.medewerker, wie.wijze], [portaal.ik, 'm-1', 'balie'])
  const na = leesbaar((await bezoeker.haal('/balie/hulp?gedaan=onthouden-brief')).body)
  assert.match(na, /Uw brieven komen voortaan ook zo|brieven komen/)
  // What is said once holds for letters as well, and is theirs to change.
  assert.deepEqual(
    [...portaal.kanalen.regels.values()].map(({ keuze }) => keuze),
    [{ taal: 'pap' }],
  )
  assert.equal((await bezoeker.stuur('/balie/hulp/vergeten', { grond })).statusCode, 303)
  assert.equal(bekend(), undefined)
})

test('what somebody chose for their letters themselves stays when they say what they need', async () => {
  const { hulp } = proefhulp()
  const portaal = proefportaal(maakProefzaken(), undefined, undefined, undefined, hulp)
  portaal.kanalen.regels.set('* * *', { bereik: {}, keuze: { vorm: 'braille', taal: 'nl', melding: 'sms' } })
  const bezoeker = await portaal.inwoner()
  const { headers } = await bezoeker.stuur('/mijn/hulp/wensen', { soort: 'grote-letters', ja: 'ja' })
  assert.equal(headers.location, '/mijn/hulp/wensen?gedaan=onthouden')
  assert.deepEqual(portaal.kanalen.regels.get('* * *')?.keuze, {
    vorm: 'braille',
    taal: 'nl',
    melding: 'sms',
  })
})

test('an appointment has the interpreter of who said so once, on both sides; none where nothing was said', async () => {
  const portaal = (behoefte?: Hulpbehoefte) =>
    proefportaal(maakProefzaken(), undefined, undefined, afspraken, proefhulp(behoefte).hulp)
  const tolk = { soorten: ['tolk'], tolktaal: 'tr' } as const
  const pad = (kant: string) => `/${kant}/afspraken/nieuw?team=${team.id}`
  const mijn = await (await portaal(tolk).inwoner()).haal(pad('mijn'))
  assert.deepEqual(keurPagina(mijn.body), [])
  assert.match(mijn.body, /<option value="tr" selected>/)
  assert.match(leesbaar(mijn.body), /Wij hebben die taal al gekozen/)
  const balie = await (await portaal(tolk).medewerker()).bezoeker.haal(pad('balie'))
  assert.match(balie.body, /<option value="tr" selected>/)
  assert.match(leesbaar(balie.body), /vraag of dat nu ook klopt/)
  const zonder = await (await portaal().inwoner()).haal(pad('mijn'))
  assert.doesNotMatch(zonder.body, /<option value="\w+" selected>/)
  // What was sent holds: who took the interpreter away does not find it there again.
  const uit = await (await portaal(tolk).inwoner()).stuur('/mijn/afspraken/nieuw', {
    team: team.id,
    kenmerk: '0'.repeat(32),
    tolk: '',
  })
  assert.equal(uit.statusCode, 400)
  assert.doesNotMatch(uit.body, /<option value="tr" selected>/)
})

test('what was said before does not come: the page says so, and forgetting it is still there', async () => {
  const { hulp } = proefhulp()
  const stuk: Hulpbehoeften = { ...hulp, haal: weg }
  const portaal = proefportaal(maakProefzaken(), undefined, undefined, undefined, stuk)
  const mijn = await (await portaal.inwoner()).haal('/mijn/hulp/wensen')
  assert.equal(mijn.statusCode, 200)
  assert.deepEqual(keurPagina(mijn.body), [])
  assert.match(leesbaar(mijn.body), /niet laten zien wat u eerder zei[\s\S]*Vergeet dit/)
  const { bezoeker } = await portaal.medewerker(undefined, 'hulp-onthouden')
  const balie = await bezoeker.haal('/balie/hulp')
  assert.deepEqual([balie.statusCode, keurPagina(balie.body)], [200, []])
})
