import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakRegister } from '../afzender/index.ts'
import { maakCode, nieuweCode, proefcodes } from '../afzender/proefcodes.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { leesbaar } from './proefkeuring.ts'
import { Bezoeker, proefweb } from './proefweb.ts'

async function opstelling() {
  const codes = proefcodes()
  const eigen = new URL('https://voordeur.example')
  const register = maakRegister({ ...proefcorpus(), govNl: false, eigen })
  return { codes, bezoeker: new Bezoeker(proefweb({ echt: { register: () => register, codes } })) }
}

test('what is pasted is judged, shown once, kept nowhere and put in no address', async () => {
  const { bezoeker } = await opstelling()
  for (const [taal, titel] of [
    ['', 'Staat in het register'],
    ['/en', 'In the register'],
    ['/pap', 'Ta den e registro'],
  ] as const) {
    const { body, headers, statusCode } = await bezoeker.stuur(`${taal}/echt`, {
      wat: 'https://svb.nl en https://svb.nl.evil.example/<b>',
    })
    assert.equal(statusCode, 200)
    assert.ok(body.includes(titel), taal)
    assert.match(body, /vd-genuine__status--yes[\s\S]*vd-genuine__status--no/)
    assert.ok(!body.includes('/<b>'))
    assert.match(String(headers['cache-control']), /no-store/)
    assert.equal(headers['set-cookie'], undefined)
  }
  assert.equal((await bezoeker.stuur('/echt', { wat: ' ' })).statusCode, 400)
  const { body } = await bezoeker.stuur('/echt', { wat: 'belаstingdienst.nl' })
  assert.match(body, /U\+0430/)
  assert.match(body, /xn--/)
})

test('numbers stand as people write them, a slip of a code is a code, a sentence is no name, a thin source says so', async () => {
  const { bezoeker } = await opstelling()
  const lees = async (wat: string) => leesbaar((await bezoeker.stuur('/echt', { wat })).body)
  assert.match(await lees('0900-1234567'), /0900-1234567 staat niet in ons register/)
  const duur = await lees('0900 0543')
  assert.match(duur, /0900 0543 lijkt op 0800 0543/)
  assert.doesNotMatch(duur, /\+31/)
  assert.match(await lees('14 070'), /14 070 staat zo in het register/)
  for (const code of ['ABCD-EFGH-JKLM', 'K7M2-9QTD-4X'])
    assert.match(await lees(code), /een teken te veel of te weinig/, code)
  const zin = await lees('hallo hoe gaat het')
  assert.match(zin, /Wij vinden hier geen link/)
  assert.doesNotMatch(zin, /Een naam alleen/)
  assert.match(await lees('Gemeente Den Haag'), /Een naam alleen zegt niets/)

  assert.match(await lees('https://www.toeslagen.nl'), /Voor dit adres zelf lazen wij nog geen bron/)
  assert.match(
    await lees('https://wetten.overheid.nl'),
    /Dit is van Overheid\.nl.*Een tweede persoon keek dit nog niet na/,
  )
  // A number that was only derived from an area code is no fact.
  assert.match(await lees('14 010'), /staat niet in ons register/)
})

test('a code says who, when and about what; unknown, taken back and made up are answered with the same page', async () => {
  const { bezoeker, codes } = await opstelling()
  const { code, geschreven, qrpad } = await maakCode(codes, nieuweCode('a'))
  const weg = await maakCode(codes, nieuweCode('b'))
  await codes.trekIn(weg.code)
  const goed = await bezoeker.haal(`/echt/${code}`)
  assert.match(goed.body, /Verstuurd door Sociale Verzekeringsbank \(SVB\) op 1 maart 2026\.[\s\S]*Pensioen/)
  assert.match(String(goed.headers['cache-control']), /no-store/)
  for (const wat of [geschreven, `https://voordeur.example${qrpad}`])
    assert.match((await bezoeker.stuur('/echt', { wat })).body, /Verstuurd door/, wat)
  // The mark of the form below is another one on each page.
  const kaal = (body: string, eigen: string) =>
    body.replaceAll(eigen, '').replace(/(name="stempel" value=")[^"]*/, '$1')
  const [een, twee] = await Promise.all([
    bezoeker.haal(`/echt/${weg.code}`),
    bezoeker.haal('/echt/00000000000'),
  ])
  assert.match(een.body, /Deze code kennen we niet/)
  assert.equal(kaal(een.body, weg.code), kaal(twee.body, '00000000000'))
  const vals = await bezoeker.stuur('/echt', { wat: `https://voordeur.example${qrpad}x` })
  assert.match(vals.body, /Deze code kennen we niet/)
  const fout = `${code.slice(0, 10)}${code.endsWith('7') ? '8' : '7'}`
  assert.match((await bezoeker.haal(`/echt/${fout}`)).body, /Kijk nog eens/)
})

test('the keys that sign are published, with their log', async () => {
  const { bezoeker, codes } = await opstelling()
  await maakCode(codes, nieuweCode('a'))
  const { keys } = (await bezoeker.haal('/echt/sleutels.json')).json()
  assert.deepEqual(
    [keys[0].kty, keys[0].alg, keys[0].organisatie, keys[0].d],
    ['OKP', 'EdDSA', 'svb', undefined],
  )
  assert.equal((await bezoeker.haal('/echt/sleutellog.json')).json().regels.length, 1)
})
