import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BEL_MS } from '../index.ts'
import { kop, leesBericht, type Sipbericht, schrijfAntwoord } from './bericht.ts'
import { beantwoord } from './digest.ts'
import { maakOproep } from './oproep.ts'
import { leesSdp, schrijfSdp } from './sdp.ts'

/** A call with a clock that is turned by hand, and everything that went out and was told. */
function maak() {
  const uit: Sipbericht[] = []
  const nieuws: string[] = []
  const klokken: { doe: () => void; op: number }[] = []
  let [nu, nr] = [0, 0]
  const oproep = maakOproep({
    ...{ nummer: '+31101234567', sbc: 'sbc.example:5060', hier: '192.0.2.5:5070', van: '+31207654321' },
    aanmelding: { gebruiker: 'ik', wachtwoord: 'geheim' },
    hoort: { ip: '192.0.2.9', poort: 4000 },
    zend: (tekst) => uit.push(leesBericht(tekst) ?? assert.fail(tekst)),
    na: (ms, doe) => {
      const klok = { doe, op: nu + ms }
      klokken.push(klok)
      return () => void klokken.splice(klokken.indexOf(klok), klokken.includes(klok) ? 1 : 0)
    },
    toeval: () => `t${++nr}`,
    hoor: (wat, spreekt) =>
      nieuws.push(spreekt === undefined ? wat : `${wat} ${spreekt.ip}:${spreekt.poort}`),
    klaar: () => nieuws.push('klaar'),
  })
  const wacht = (ms: number) => {
    const tot = nu + ms
    for (;;) {
      const eerst = klokken.filter(({ op }) => op <= tot).sort((een, ander) => een.op - ander.op)[0]
      if (eerst === undefined) break
      klokken.splice(klokken.indexOf(eerst), 1)
      nu = eerst.op
      eerst.doe()
    }
    nu = tot
  }
  const laatste = (methode: string) =>
    uit.findLast(({ begin }) => begin.soort === 'vraag' && begin.methode === methode)
  const antwoord = (methode: string, code: number, meer: Parameters<typeof schrijfAntwoord>[3] = {}) => {
    const vraag = laatste(methode) ?? assert.fail(methode)
    const koppen = vraag.koppen.map(([naam, w]) => [naam, naam === 'to' ? `${w};tag=zij` : w] as const)
    const tekst = schrijfAntwoord({ ...vraag, koppen }, code, 'x', meer)
    oproep.ontvang(leesBericht(tekst) ?? assert.fail(tekst))
  }
  const methodes = () => uit.map(({ begin }) => (begin.soort === 'vraag' ? begin.methode : `${begin.code}`))
  return { oproep, uit, nieuws, wacht, antwoord, laatste, methodes }
}

const opgenomen = {
  koppen: [
    ['Contact', '<sip:zij@192.0.2.7:5062>'],
    ['Record-Route', '<sip:a;lr>, <sip:b;lr>'],
  ] as const,
  sdp: schrijfSdp({ ip: '192.0.2.8', poort: 5004 }, 1),
}

test('a telephone that answers after a challenge: its sound is told, and hanging up says so on the way it named', () => {
  const { oproep, nieuws, antwoord, laatste, methodes, wacht } = maak()
  oproep.begin()
  wacht(500)
  assert.deepEqual(methodes(), ['INVITE', 'INVITE'])
  antwoord('INVITE', 407, { koppen: [['Proxy-Authenticate', 'Digest realm="r", nonce="n", qop="auth"']] })
  assert.match(
    kop(laatste('INVITE') ?? assert.fail(), 'proxy-authorization') ?? '',
    /username="ik".*nc=00000001/,
  )
  antwoord('INVITE', 180)
  wacht(60_000)
  antwoord('INVITE', 200, opgenomen)
  assert.deepEqual(nieuws, ['opgenomen 192.0.2.8:5004'])
  oproep.hangOp()
  const bye = laatste('BYE') ?? assert.fail()
  assert.deepEqual(
    bye.begin.soort === 'vraag' && [
      bye.begin.uri,
      bye.koppen.filter(([naam]) => naam === 'route').map(([, w]) => w),
    ],
    ['sip:zij@192.0.2.7:5062', ['<sip:b;lr>', '<sip:a;lr>']],
  )
  assert.deepEqual(methodes(), ['INVITE', 'INVITE', 'ACK', 'INVITE', 'ACK', 'BYE'])
})

test('an operator that asks for the password at hanging up gets it, once', () => {
  const { oproep, nieuws, antwoord, laatste, methodes, wacht } = maak()
  oproep.begin()
  antwoord('INVITE', 200, opgenomen)
  oproep.hangOp()
  const uitdaging = { koppen: [['Proxy-Authenticate', 'Digest realm="r", nonce="n"']] as const }
  antwoord('BYE', 407, uitdaging)
  const bye = laatste('BYE') ?? assert.fail()
  assert.match(kop(bye, 'proxy-authorization') ?? '', /uri="sip:zij@192\.0\.2\.7:5062"/)
  assert.match(kop(bye, 'cseq') ?? '', /^3 BYE$/)
  assert.equal(kop(bye, 'to'), '<sip:+31101234567@sbc.example:5060;user=phone>;tag=zij')
  // Refused once more it is over: nobody is asked for ever.
  antwoord('BYE', 407, uitdaging)
  wacht(BEL_MS)
  assert.deepEqual(methodes(), ['INVITE', 'ACK', 'BYE', 'BYE'])
  assert.deepEqual(nieuws.slice(-1), ['klaar'])
})

test('busy, no answer, nobody there, and a wrong password are told apart, each once', () => {
  const uitkomst = (doe: (een: ReturnType<typeof maak>) => void) => {
    const een = maak()
    een.oproep.begin()
    doe(een)
    return een.nieuws.filter((wat) => wat !== 'klaar')
  }
  assert.deepEqual(
    uitkomst(({ antwoord }) => antwoord('INVITE', 486)),
    ['geweigerd'],
  )
  assert.deepEqual(
    uitkomst(({ antwoord }) => antwoord('INVITE', 404)),
    ['niet-bereikt'],
  )
  assert.deepEqual(
    uitkomst(({ wacht }) => wacht(40_000)),
    ['niet-bereikt'],
  )
  const uitdaging = { koppen: [['WWW-Authenticate', 'Digest realm="r", nonce="n"']] as const }
  assert.deepEqual(
    uitkomst(({ antwoord }) => {
      antwoord('INVITE', 401, uitdaging)
      antwoord('INVITE', 401, uitdaging)
    }),
    ['niet-bereikt'],
  )
  const lang = maak()
  lang.oproep.begin()
  lang.antwoord('INVITE', 180)
  lang.wacht(BEL_MS)
  assert.deepEqual([lang.nieuws, lang.methodes().at(-1)], [['niet-opgenomen'], 'CANCEL'])
})

test('let go before there was any answer: taken back at the first, and hung up when it was answered all the same', () => {
  const { oproep, antwoord, methodes } = maak()
  oproep.begin()
  oproep.hangOp()
  assert.deepEqual(methodes(), ['INVITE'])
  antwoord('INVITE', 180)
  antwoord('INVITE', 200, opgenomen)
  assert.deepEqual(methodes(), ['INVITE', 'CANCEL', 'ACK', 'BYE'])
})

test('let go before anything went out: nobody is rung', () => {
  const { oproep, methodes, nieuws, wacht } = maak()
  oproep.hangOp()
  oproep.begin()
  wacht(BEL_MS)
  assert.deepEqual([methodes(), nieuws], [[], ['klaar']])
})

test('only who answered hangs up, and sound that we do not speak is refused', () => {
  const { oproep, nieuws, antwoord, uit, laatste } = maak()
  oproep.begin()
  antwoord('INVITE', 200, opgenomen)
  const van = kop(laatste('INVITE') ?? assert.fail(), 'from') ?? ''
  const vraag = (methode: string, tag: string) =>
    oproep.ontvang(
      leesBericht(
        `${methode} sip:x SIP/2.0\r\nv: SIP/2.0/UDP h;branch=z9hG4bK1\r\nf: <sip:y>;tag=${tag}\r\nt: ${van}\r\ni: ${oproep.id}\r\nCSeq: 1 ${methode}\r\n\r\n`,
      ) ?? assert.fail(),
    )
  vraag('BYE', 'iemand-anders')
  const begin = uit.at(-1)?.begin
  assert.equal(begin?.soort === 'antwoord' && begin.code, 481)
  assert.equal(nieuws.includes('opgehangen'), false)
  vraag('BYE', 'zij')
  assert.equal(nieuws.includes('opgehangen'), true)
  assert.equal(leesSdp('v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 4000 RTP/SAVP 8\r\n'), undefined)
  assert.equal(leesSdp('v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 4000 RTP/AVP 0\r\n'), undefined)
})

test('a password is proven as RFC 2617 §3.5 reckons it', () => {
  const uitdaging =
    'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"'
  const wie = { gebruiker: 'Mufasa', wachtwoord: 'Circle Of Life' }
  const vraag = { methode: 'GET', uri: '/dir/index.html', cnonce: '0a4f113b' }
  assert.match(beantwoord(uitdaging, wie, vraag) ?? '', /response="6629fae49393a05397450978507c4ef1"/)
})
