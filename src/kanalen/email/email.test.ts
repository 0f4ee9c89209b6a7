import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import PostalMime from 'postal-mime'
import { Postbord } from '../../demo/post/postbord.ts'
import { type SmtpOpties, startSmtp } from '../../demo/post/smtp.ts'
import { createEmailweg, type Emailinstelling, type Emailomgeving } from './email.ts'
import {
  proefinstelling,
  proefomgeving,
  proefsleutel,
  proefstuk,
  proefzending,
  rauweServer,
} from './proefpost.ts'
import { zendingIn } from './retouradres.ts'

const nu = () => new Date('2026-03-01T10:00:00Z')

async function opstelling(
  t: TestContext,
  anders: {
    readonly smtp?: Partial<SmtpOpties>
    readonly instelling?: Partial<Emailinstelling>
    readonly omgeving?: Partial<Emailomgeving>
  } = {},
) {
  const bord = new Postbord()
  const terug: string[] = []
  const smtp = await startSmtp({
    bord,
    nu,
    stuurTerug: async (ruw) => {
      terug.push(ruw)
    },
    ...anders.smtp,
  })
  const weg = createEmailweg(proefinstelling(smtp.url, anders.instelling), {
    ...proefomgeving,
    ...anders.omgeving,
  })
  t.after(async () => {
    weg.sluit()
    await smtp.sluit()
  })
  const gekomen = async () => {
    const [eerste] = bord.lijst()
    assert.ok(eerste?.ruw, 'er kwam niets aan')
    return { stuk: eerste, mail: await PostalMime.parse(eerste.ruw), ruw: Buffer.from(eerste.ruw).toString() }
  }
  return { weg, smtp, bord, terug, gekomen }
}

test('what arrives is what was sent, from one sender, and cannot be answered by a holiday message', async (t) => {
  const { weg, gekomen } = await opstelling(t)
  const uitslag = await weg.verzend(proefstuk())
  assert.deepEqual(uitslag, { soort: 'verzonden', kenmerk: '00000001' })
  const { stuk, mail, ruw } = await gekomen()
  assert.deepEqual(mail.from, { name: 'Voordeur', address: 'berichten@voordeur.example' })
  assert.deepEqual(mail.to, [{ name: '', address: 'gewoon@proef.example' }])
  assert.equal(mail.subject, 'Er is een nieuw bericht voor u')
  assert.equal(mail.text?.trim(), 'Er staat een bericht voor u klaar.')
  assert.match(mail.html ?? '', /<html lang="nl">[\s\S]*<p>Er staat een bericht voor u klaar\.<\/p>/)
  assert.equal(mail.messageId, `<${proefzending}@voordeur.example>`)
  assert.equal(mail.date, '2026-03-01T10:00:00.000Z')
  const kop = new Map(mail.headers.map(({ key, value }) => [key, value]))
  assert.equal(kop.get('auto-submitted'), 'auto-generated')
  assert.equal(kop.get('content-language'), 'nl')
  assert.ok(!kop.has('x-mailer') && !kop.has('list-unsubscribe'))
  assert.match(
    stuk.retour ?? '',
    /^b-019f5b2e7c4a700080000000000000a1-[0-9a-f]{20}@retour\.voordeur\.example$/,
  )
  assert.equal(zendingIn(stuk.retour ?? '', { sleutels: () => [proefsleutel] }), proefzending)
  assert.ok(ruw.split('\r\n').every((regel) => regel.length <= 998))
})

const talen = [
  {
    taal: 'nl',
    onderwerp: 'Eén bericht over ’s lands wijs: coördinatie',
    tekst: 'Beste lezer,\n\nGa naar voordeur.example. Daar leest u „alles”.\nTot ziens — wij.',
  },
  {
    taal: 'en',
    onderwerp: 'There is a new message for you',
    tekst: 'Type our address yourself: voordeur.example',
  },
  {
    taal: 'pap',
    onderwerp: 'Tin un mensahe nobo pa bo: kòrda wak é',
    tekst: 'Bo mensahe ta kla.\n\nBai na voordeur.example ku bo mes man. Dèn, dòs, ñapa, pòrnèmentu.',
  },
] as const

for (const { taal, onderwerp, tekst } of talen)
  test(`letters of ${taal} come through as they were, in subject, text and HTML`, async (t) => {
    const { weg, gekomen } = await opstelling(t)
    const lang = `${onderwerp} ${'en nog wat meer '.repeat(8)}ñ`.trim()
    await weg.verzend(proefstuk({ taal, inhoud: { soort: 'tekst', onderwerp: lang, tekst } }))
    const { mail, ruw } = await gekomen()
    assert.equal(mail.subject, lang)
    assert.equal(mail.text?.trimEnd().replaceAll('\r\n', '\n'), tekst)
    for (const alinea of tekst.split('\n')) assert.ok(mail.html?.includes(alinea), alinea)
    assert.ok(/^[\x20-\x7e\r\n\t]*$/.test(ruw), 'er staat iets in dat geen ASCII is')
  })

test('nothing in a name, a subject or an address makes a header of its own', async (t) => {
  const { weg, gekomen, bord } = await opstelling(t, {
    instelling: {
      afzender: { adres: 'berichten@voordeur.example', naam: 'Voor"deur\r\nBcc: x@y.example, <b>' },
    },
  })
  await weg.verzend(
    proefstuk({
      inhoud: {
        soort: 'tekst',
        onderwerp: 'Een bericht\r\nBcc: dief@boos.example\r\n\r\n<script>',
        tekst: '.\n..\nBcc: z@z.example',
      },
    }),
  )
  const { mail } = await gekomen()
  assert.equal(mail.bcc, undefined)
  assert.equal(mail.subject, 'Een bericht Bcc: dief@boos.example <script>')
  assert.deepEqual(mail.from, {
    name: 'Voor"deur Bcc: x@y.example, <b>',
    address: 'berichten@voordeur.example',
  })
  assert.equal(mail.text?.trimEnd().replaceAll('\r\n', '\n'), '.\n..\nBcc: z@z.example')
  assert.ok(!mail.html?.includes('<script>'))
  for (const aan of [
    'a@b.example, c@d.example',
    'a@b.example\r\nRCPT TO:<c@d.example>',
    '<a@b.example>',
    'Naam <a@b.example>',
    'a@b.example\u2028',
    'geen-adres',
    '@b.example',
    `${'a'.repeat(65)}@b.example`,
  ])
    assert.deepEqual(
      await weg.verzend(proefstuk({ aan })),
      { soort: 'blijvend', reden: 'adres-ongeldig' },
      aan,
    )
  assert.equal(bord.lijst().length, 1)
})

test('each try of one item has the same Message-ID and return path', async (t) => {
  const { weg, bord } = await opstelling(t)
  for (const poging of [1, 2]) assert.equal((await weg.verzend(proefstuk({ poging }))).soort, 'verzonden')
  const [een, ander] = bord.lijst()
  const id = (stuk = een) => stuk?.koppen?.find(([naam]) => naam === 'Message-ID')?.[1]
  assert.equal(id(een), id(ander))
  assert.equal(een?.retour, ander?.retour)
})

test('a server that refuses is believed: for good, or for a while', async (t) => {
  const { weg, bord } = await opstelling(t)
  const naar = (aan: string) => weg.verzend(proefstuk({ aan }))
  assert.deepEqual(await naar('weigert@proef.example'), { soort: 'blijvend', reden: 'adres-bestaat-niet' })
  assert.deepEqual(await naar('vol@proef.example'), {
    soort: 'tijdelijk',
    reden: 'postbus-vol',
    nietVoor: new Date('2026-03-01T11:00:00Z'),
  })
  assert.deepEqual(await naar('grijs@proef.example'), {
    soort: 'tijdelijk',
    reden: 'geweigerd',
    nietVoor: new Date('2026-03-01T10:05:00Z'),
  })
  assert.equal((await naar('grijs@proef.example')).soort, 'verzonden')
  assert.equal(bord.lijst().length, 1)
  // One address that is no good says nothing about the server.
  assert.deepEqual(await weg.controle(), { stand: 'goed', keten: 'dicht', laatsteGoed: nu().toISOString() })
})

test('a server that hangs or breaks off half-way leaves it open, and the next try is the same mail', async (t) => {
  const { weg, bord } = await opstelling(t, { omgeving: { grenzen: { stilMs: 150 } } })
  for (const aan of ['hangt@proef.example', 'breekt@proef.example'])
    assert.deepEqual(
      await weg.verzend(proefstuk({ aan })),
      { soort: 'tijdelijk', reden: 'antwoord-bleef-uit', hoever: 'ongewis' },
      aan,
    )
  const stand = await weg.controle()
  assert.equal(stand.stand, 'beperkt')
  assert.deepEqual(await weg.verzend(proefstuk()), { soort: 'verzonden', kenmerk: '00000001' })
  // The pool sent nothing again by itself.
  assert.equal(bord.lijst().length, 1)
  assert.equal((await weg.controle()).stand, 'goed')
})

test('a slow server is waited for, one that answers in drops is not waited for forever', async (t) => {
  const wekkers: (() => void)[] = []
  const { promise: gevraagd, resolve } = Promise.withResolvers<void>()
  const { weg } = await opstelling(t, {
    smtp: {
      wekker: (_ms, fn) => {
        wekkers.push(fn)
        resolve()
        return () => {}
      },
    },
    omgeving: { grenzen: { totaalMs: 60_000 } },
  })
  const bezig = weg.verzend(proefstuk({ aan: 'traag@proef.example' }))
  await gevraagd
  for (const wekker of wekkers) wekker()
  assert.equal((await bezig).soort, 'verzonden')
  const druppelt = await rauweServer(['220 welkom', '250-een', '250-twee', '250-drie'])
  t.after(druppelt.sluit)
  const ander = createEmailweg(proefinstelling(druppelt.url), {
    ...proefomgeving,
    grenzen: { totaalMs: 150 },
  })
  t.after(ander.sluit)
  assert.deepEqual(await ander.verzend(proefstuk()), {
    soort: 'tijdelijk',
    reden: 'antwoord-bleef-uit',
    hoever: 'ongewis',
  })
})

test('without TLS nothing is said to a server elsewhere, also when somebody takes the offer away', async (t) => {
  const { weg, bord } = await opstelling(t, { instelling: { magZonderTls: false } })
  assert.deepEqual(await weg.verzend(proefstuk()), {
    soort: 'tijdelijk',
    reden: 'geen-tls',
    hoever: 'niet-begonnen',
  })
  assert.equal(bord.lijst().length, 0)
})

const pem = (naam: string) =>
  readFileSync(new URL(`../../../test/fixtures/tls/${naam}.pem`, import.meta.url), 'utf8')
const certificaat = (naam: string) => ({ key: pem('sleutel'), cert: pem(naam) })

test('with TLS it is sent, to who proves to be that server', async (t) => {
  const geldig = certificaat('geldig')
  const goed = await opstelling(t, {
    smtp: { tls: geldig },
    instelling: { magZonderTls: false, autoriteiten: geldig.cert },
  })
  assert.equal((await goed.weg.verzend(proefstuk())).soort, 'verzonden')
  for (const instelling of [
    { magZonderTls: false },
    { magZonderTls: false, autoriteiten: certificaat('verlopen').cert },
  ]) {
    const { weg, bord } = await opstelling(t, { smtp: { tls: certificaat('verlopen') }, instelling })
    assert.deepEqual(await weg.verzend(proefstuk()), {
      soort: 'tijdelijk',
      reden: 'geen-tls',
      hoever: 'niet-begonnen',
    })
    assert.equal(bord.lijst().length, 0)
  }
})

test('what cannot be reached or speaks no SMTP is temporary, and after a while left alone', async (t) => {
  const { weg, smtp } = await opstelling(t)
  await smtp.sluit()
  for (let i = 0; i < 5; i++)
    assert.deepEqual(await weg.verzend(proefstuk()), {
      soort: 'tijdelijk',
      reden: 'onbereikbaar',
      hoever: 'niet-begonnen',
    })
  assert.deepEqual(await weg.verzend(proefstuk()), {
    soort: 'tijdelijk',
    reden: 'server-rust',
    nietVoor: new Date('2026-03-01T10:00:10Z'),
    hoever: 'niet-begonnen',
  })
  const onzin = await rauweServer(['HTTP/1.1 400 Bad Request'])
  const dicht = await rauweServer(['554 no service'])
  const half = await rauweServer(['220 ok', '250 ok', '250 ok', 'BREEK'])
  for (const [server, reden, hoever] of [
    [onzin, 'onbereikbaar', 'niet-begonnen'],
    [dicht, 'aanmelden-geweigerd', undefined],
    [half, 'antwoord-bleef-uit', 'ongewis'],
  ] as const) {
    t.after(server.sluit)
    const ander = createEmailweg(proefinstelling(server.url), { ...proefomgeving, grenzen: { stilMs: 200 } })
    t.after(ander.sluit)
    assert.deepEqual(await ander.verzend(proefstuk()), {
      soort: 'tijdelijk',
      reden,
      ...(hoever && { hoever }),
    })
  }
})

test('what says too much about somebody does not leave', async (t) => {
  const { weg, bord } = await opstelling(t)
  for (const tekst of [
    'Uw burgerservicenummer is 999990019.',
    'U krijgt € 120 per maand.',
    'Log in op https://voordeur.example/inloggen',
    'Lees het op https://voordeur.example/?t=abc',
    'Kijk op https://voordeur-example.com/',
  ])
    assert.deepEqual(
      await weg.verzend(proefstuk({ tekst })),
      { soort: 'blijvend', reden: 'zegt-te-veel' },
      tekst,
    )
  assert.equal(bord.lijst().length, 0)
  assert.equal(
    (await weg.verzend(proefstuk({ tekst: 'Ga naar https://voordeur.example/.' }))).soort,
    'verzonden',
  )
})

test('another kind of address, of item or of id is not for this way', async (t) => {
  const { weg } = await opstelling(t)
  assert.deepEqual(await weg.verzend(proefstuk({ adres: { soort: 'telefoon', nummer: '+31600000000' } })), {
    soort: 'blijvend',
    reden: 'past-niet-bij-deze-weg',
  })
  assert.deepEqual(await weg.verzend(proefstuk({ zending: 'geen-uuid' })), {
    soort: 'blijvend',
    reden: 'zending-ongeldig',
  })
})
