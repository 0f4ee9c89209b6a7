import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neemAfscheid } from './afscheid.ts'
import { kop, leesBericht, lijstVan, schrijfAntwoord } from './bericht.ts'
import { openDraad, type Sipdraad, verzegelDraad } from './draad.ts'

const draad: Sipdraad = {
  ...{ id: 'oproep-1', van: '<sip:+31207654321@a:1>;tag=ons', nr: 2 },
  ...{ naar: '<sip:+31101234567@sbc:5060;user=phone>;tag=zij', doel: 'sip:zij@192.0.2.7:5062' },
  wegen: ['<sip:b;lr>', '<sip:a;lr>'],
}

function neem() {
  const uit: string[] = []
  const klaar: string[] = []
  let keer: (() => void) | undefined
  const afscheid = neemAfscheid(draad, {
    ...{ hier: '192.0.2.6:5070', toeval: () => 't1', zend: (bericht) => uit.push(bericht) },
    aanmelding: { gebruiker: 'ik', wachtwoord: 'geheim' },
    na: (_ms, doe) => {
      keer = doe
      return () => {
        keer = undefined
      }
    },
    klaar: () => klaar.push('klaar'),
  })
  const antwoord = (code: number, meer: Parameters<typeof schrijfAntwoord>[3] = {}) => {
    const vraag = leesBericht(uit.at(-1) ?? '') ?? assert.fail()
    afscheid.ontvang(leesBericht(schrijfAntwoord(vraag, code, 'x', meer)) ?? assert.fail())
  }
  const wacht = () => {
    const doe = keer
    keer = undefined
    doe?.()
  }
  return { uit, klaar, antwoord, wacht, heeftKlok: () => keer !== undefined }
}

test('another node hangs up in the same dialogue, along the same way, until somebody answers', () => {
  for (const code of [200, 481]) {
    const { uit, klaar, antwoord, wacht, heeftKlok } = neem()
    wacht()
    assert.equal(uit.length, 2)
    const bye = leesBericht(uit[0] ?? '') ?? assert.fail()
    assert.deepEqual(bye.begin, { soort: 'vraag', methode: 'BYE', uri: draad.doel })
    assert.deepEqual(
      ['call-id', 'from', 'to', 'cseq'].map((naam) => kop(bye, naam)),
      [draad.id, draad.van, draad.naar, '3 BYE'],
    )
    assert.deepEqual(lijstVan(bye, 'route'), draad.wegen)
    assert.match(kop(bye, 'via') ?? '', /192\.0\.2\.6:5070/)
    antwoord(100)
    assert.deepEqual(klaar, [])
    antwoord(code)
    assert.deepEqual([klaar, heeftKlok()], [['klaar'], false])
  }
})

test('an operator that asks for the password gets it, once', () => {
  const { uit, klaar, antwoord, wacht, heeftKlok } = neem()
  const uitdaging = { koppen: [['WWW-Authenticate', 'Digest realm="r", nonce="n"']] as const }
  antwoord(401, uitdaging)
  const bye = leesBericht(uit[1] ?? '') ?? assert.fail()
  assert.deepEqual(
    ['cseq', 'to'].map((naam) => kop(bye, naam)),
    ['4 BYE', draad.naar],
  )
  assert.match(kop(bye, 'authorization') ?? '', /username="ik".*uri="sip:zij@192\.0\.2\.7:5062"/)
  // Again and again, as the first one, until somebody answers.
  wacht()
  assert.deepEqual([uit.length, uit[2], klaar], [3, uit[1], []])
  antwoord(401, uitdaging)
  assert.deepEqual([uit.length, klaar, heeftKlok()], [3, ['klaar'], false])
})

test('an operator that says nothing is asked so long and no longer', () => {
  const { uit, klaar, wacht } = neem()
  for (let n = 0; n < 40; n++) wacht()
  assert.deepEqual(klaar, ['klaar'])
  // After 0, 500, 1,500 and 3,500 ms, and every four seconds after that (RFC 3261 §17.1.2.1) until 32 seconds.
  assert.equal(uit.length, 4 + 7)
})

test('what is kept of a telephone shows no number, opens with the secret alone, and not when it was changed', () => {
  const lijn = verzegelDraad(draad, 'een geheim van de menger', Buffer.alloc(12, 7))
  assert.equal(/101234567/.test(Buffer.from(lijn, 'base64url').toString('latin1') + lijn), false)
  assert.deepEqual(openDraad(lijn, 'een geheim van de menger'), draad)
  assert.equal(openDraad(lijn, 'een ander geheim'), undefined)
  assert.equal(openDraad(`A${lijn.slice(1)}`, 'een geheim van de menger'), undefined)
  assert.equal(openDraad('kort', 'een geheim van de menger'), undefined)
})
