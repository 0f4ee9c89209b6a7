import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOrganisatieId } from '../domain/index.ts'
import { type Controlecode, codeUit, leesControlecode, schrijfControlecode } from './controlecode.ts'
import { leesVerklaring } from './handtekening.ts'
import { geheugencodes, geheugensleutels, maakCode, nieuweCode, proefcodes } from './proefcodes.ts'
import { telValseCodes } from './proefvalscodes.ts'
import { eersteBreuk } from './sleutellog.ts'

test('a code is read however it is typed, and written in threes and fours', () => {
  const code = codeUit(Buffer.from('0123456789abcd', 'hex')) ?? assert.fail()
  const geschreven = schrijfControlecode(code)
  assert.match(geschreven, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/)
  for (const tekst of [code, geschreven, geschreven.toLowerCase(), geschreven.replaceAll('-', ' ')])
    assert.deepEqual(leesControlecode(tekst), { status: 'goed', code })
  assert.equal(leesControlecode('K7M2').status, 'geen')
  assert.deepEqual(leesControlecode(code.replaceAll('0', 'o').replaceAll('1', 'l')), { status: 'goed', code })
})

test('every character that is changed, and every two that change places, are seen', () => {
  const code = codeUit(Buffer.from('fedcba98765432', 'hex')) ?? codeUit(Buffer.from('fedcba98765431', 'hex'))
  assert.ok(code)
  for (let plaats = 0; plaats < code.length; plaats++) {
    for (const teken of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (teken === code[plaats]) continue
      const anders: string = code.slice(0, plaats) + teken + code.slice(plaats + 1)
      assert.equal(leesControlecode(anders).status, 'verschreven', anders)
    }
    const [a, b] = [code[plaats] ?? '', code[plaats + 1] ?? '']
    if (b === '' || a === b) continue
    const verwisseld: string = code.slice(0, plaats) + b + a + code.slice(plaats + 2)
    assert.equal(leesControlecode(verwisseld).status, 'verschreven', verwisseld)
  }
})

test('the same item has the same code, another item another one; what was taken back is as if it never was', async () => {
  const codes = proefcodes()
  const een = await maakCode(codes, nieuweCode('zending-1'))
  assert.deepEqual(await maakCode(codes, nieuweCode('zending-1')), een)
  const twee = await maakCode(codes, nieuweCode('zending-2'))
  assert.notEqual(twee.code, een.code)
  assert.deepEqual(await codes.zoek(een.code), {
    organisatie: 'svb',
    datum: '2026-03-01',
    onderwerp: 'pensioen',
    bericht: 'zending-1',
  })
  assert.equal(await codes.trekIn(een.code), true)
  assert.equal(await codes.zoek(een.code), undefined)
  assert.equal(await codes.zoek('ZZZZZZZZZZ0' as Controlecode), undefined)
  assert.equal((await codes.zoek(twee.code))?.bericht, 'zending-2')
})

test('an old code is found with a new secret in front, and nobody finds it without the ring', async () => {
  const [opslag, sleutels] = [geheugencodes(), geheugensleutels()]
  const [oud, nieuw] = ['het oude geheim, lang genoeg voor ons', 'het nieuwe geheim, lang genoeg voor ons']
  const { code, qrpad } = await maakCode(proefcodes([oud], opslag, sleutels), nieuweCode('a'))
  const later = proefcodes([nieuw, oud], opslag, sleutels)
  assert.ok(await later.zoek(code, qrpad.split('#')[1]))
  assert.equal(await proefcodes([nieuw], opslag, sleutels).zoek(code), undefined)
  // A letter that follows later carries the code of the notice before it.
  assert.deepEqual(await maakCode(later, nieuweCode('a')), {
    code,
    geschreven: schrijfControlecode(code),
    pad: `/echt/${code}`,
    qrpad,
  })
  assert.equal((await later.sleutellog()).length, 2)
  await maakCode(later, nieuweCode('b'))
  assert.equal((await later.sleutellog()).length, 2)
})

test('what is signed says what the page says; every other one is no answer', async () => {
  const codes = proefcodes()
  const { code, qrpad } = await maakCode(codes, nieuweCode('a'))
  const jws = qrpad.split('#')[1] ?? ''
  assert.ok(`https://voordeur.example${qrpad}`.length < 400, 'must fit in a code on paper')
  assert.ok(await codes.zoek(code, jws))
  const uwv = parseOrganisatieId('uwv') ?? assert.fail()
  const ander = await maakCode(codes, nieuweCode('b', { organisatie: uwv }))
  assert.equal(await codes.zoek(code, ander.qrpad.split('#')[1]), undefined)
  const log = await codes.sleutellog()
  for (let plaats = 0; plaats < jws.length - 1; plaats += 7) {
    const vals = `${jws.slice(0, plaats)}${jws[plaats] === 'A' ? 'B' : 'A'}${jws.slice(plaats + 1)}`
    assert.equal(leesVerklaring(vals, log), undefined, vals)
    assert.equal(await codes.zoek(code, vals), undefined)
  }
  // The key of one body does not speak for another.
  assert.equal(
    leesVerklaring(
      jws,
      log.filter(({ organisatie }) => organisatie === 'uwv'),
    ),
    undefined,
  )
})

test('the log of keys holds together, and a line that is changed, removed or put elsewhere shows', async () => {
  const codes = proefcodes()
  for (const id of ['svb', 'uwv', 'duo', 'cak'])
    await maakCode(codes, nieuweCode(id, { organisatie: parseOrganisatieId(id) ?? assert.fail() }))
  const log = await codes.sleutellog()
  assert.equal(log.length, 4)
  assert.equal(eersteBreuk(log), undefined)
  assert.equal(eersteBreuk(log.filter(({ nummer }) => nummer !== 2)), 2)
  assert.equal(eersteBreuk(log.map((een) => (een.nummer === 3 ? { ...een, sinds: new Date(0) } : een))), 3)
  assert.equal(eersteBreuk([...log].reverse()), 1)
})

test('ten thousand forged and edited codes: none is accepted', async () => {
  const { aangenomen, geprobeerd } = await telValseCodes(10_000, 300, 11)
  assert.deepEqual({ aangenomen, geprobeerd }, { aangenomen: 0, geprobeerd: 10_000 })
})

test('a batch is one question, whatever is in it; a code that belongs to something else is passed over', async () => {
  const opslag = geheugencodes()
  const gevraagd: string[][] = []
  const geteld = (isVrij: (hash: string) => boolean) => ({
    ...opslag,
    perBericht: (rijen: Parameters<typeof opslag.perBericht>[0]) => {
      gevraagd.push(rijen.map(({ hash }) => hash.toString('hex')))
      return opslag.perBericht(rijen.filter(({ hash }) => isVrij(hash.toString('hex'))))
    },
  })
  const nieuw = Array.from({ length: 300 }, (_, i) => nieuweCode(`bericht ${i}`))
  const codes = proefcodes(
    undefined,
    geteld(() => true),
  )
  const eerst = await codes.maakControlecodes(nieuw)
  assert.equal(gevraagd.length, 1)
  assert.equal(new Set([...eerst.values()].map(({ code }) => code)).size, 300)
  assert.deepEqual(await codes.maakControlecodes(nieuw), eerst)

  gevraagd.length = 0
  const bezette = new Set<string>()
  const voller = proefcodes(
    undefined,
    geteld((hash) => {
      if (bezette.size === 0) bezette.add(hash)
      return !bezette.has(hash)
    }),
  )
  const { code } = await maakCode(voller, nieuweCode('ander bericht'))
  assert.equal(gevraagd.length, 2)
  assert.notEqual(gevraagd[0]?.[0], gevraagd[1]?.[0])
  assert.equal((await voller.zoek(code))?.bericht, 'ander bericht')
})
