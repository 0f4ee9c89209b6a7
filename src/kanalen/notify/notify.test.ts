import assert from 'node:assert/strict'
import { createServer, type ServerResponse } from 'node:http'
import { type TestContext, test } from 'node:test'
import { startNotify } from '../../demo/post/notify.ts'
import { Postbord } from '../../demo/post/postbord.ts'
import { createBron } from '../../platform/bron/index.ts'
import { stilLog } from '../../platform/index.ts'
import type { Verzendstuk } from '../index.ts'
import { createNotify, leesNotifysleutel, metNotifytoken, type Notifyonderdelen } from './notify.ts'
import { leesTerugmelding } from './terugmelding.ts'

const zending = '019f5b2e-7c4a-7000-8000-0000000000a1'
const sleutel = {
  dienst: '0b6f6a52-6c5b-4b4e-9f0e-3f3a4f1c2d10',
  geheim: '5a1f0c1e-1111-4b4e-9f0e-3f3a4f1c2d10',
}
const sjabloon = '7c4a1a1e-2f0c-4a1b-9a65-0c8a5bb3f0de'
const nu = () => new Date('2026-03-01T10:00:00Z')

function maakNotify(
  t: TestContext,
  url: URL,
  anders: Partial<Notifyonderdelen> & { readonly geheim?: string } = {},
) {
  const { geheim = sleutel.geheim, ...delen } = anders
  const bron = createBron(
    {
      naam: 'notify',
      basisUrl: url,
      aanmelden: metNotifytoken({ ...sleutel, geheim }, { nu }),
      grenzen: { totaalMs: 400, pogingen: 1 },
    },
    { klok: { nu }, log: stilLog, toeval: (aantal) => new Uint8Array(aantal) },
  )
  const notify = createNotify({
    bron,
    klok: { nu },
    log: stilLog,
    magLink: () => false,
    sms: { sjabloon },
    email: { sjabloon },
    brief: { zet: async () => ({ soort: 'gezet', pdf: Buffer.from('%PDF-1.7 brief') }) },
    ...delen,
  })
  t.after(notify.sluit)
  const naar = async (kanaal: string, anders: Partial<Verzendstuk> = {}) => {
    const weg = notify.wegen.find((een) => een.kanaal === kanaal)
    assert.ok(weg)
    return weg.verzend({ ...stukken[kanaal as 'sms'], ...anders })
  }
  return { notify, naar }
}

const tekst = {
  soort: 'tekst',
  onderwerp: 'Nieuw bericht',
  tekst: 'Er staat een bericht voor u klaar: één, ñapa.',
} as const
const gedeeld = { zending, poging: 1, taal: 'nl', vorm: 'gewoon' } as const
const stukken = {
  sms: { ...gedeeld, adres: { soort: 'telefoon', nummer: '+31600000001' }, inhoud: tekst },
  email: { ...gedeeld, adres: { soort: 'email', waarde: 'jan@proef.example' }, inhoud: tekst },
  brief: {
    ...gedeeld,
    adres: { soort: 'post', regels: ['J. Jansen', 'Straat 1', '1000 AA  Plaats'] },
    inhoud: {
      soort: 'brief',
      brief: { onderwerp: 'x', alineas: [], datum: '2026-03-01', afzender: { naam: 'x' } },
    },
  },
} as const satisfies Record<string, Verzendstuk>

async function opstelling(t: TestContext, anders: Parameters<typeof maakNotify>[2] = {}) {
  const bord = new Postbord()
  const meldingen: object[] = []
  let wekkers: (() => void)[] = []
  const dienst = await startNotify({
    bord,
    nu,
    ...sleutel,
    sjablonen: [sjabloon],
    beheersleutel: 'beheer',
    wekker: (_ms, fn) => {
      wekkers.push(fn)
      return () => {}
    },
    meld: async (lichaam) => {
      meldingen.push(lichaam)
    },
  })
  t.after(dienst.sluit)
  /** Everything that was under way gets where it goes. */
  const verder = () => {
    for (const wekker of wekkers) wekker()
    wekkers = []
  }
  const storing = (soort: string | null) =>
    fetch(new URL('storing', dienst.beheerUrl), {
      method: 'PUT',
      headers: { 'x-beheersleutel': 'beheer', 'content-type': 'application/json' },
      body: JSON.stringify({ soort }),
    })
  return { ...maakNotify(t, dienst.url, anders), dienst, bord, meldingen, verder, storing }
}

test('each kind arrives as it was sent, under the number of the item', async (t) => {
  const { naar, bord, meldingen, verder } = await opstelling(t)
  for (const kanaal of ['sms', 'email', 'brief']) assert.equal((await naar(kanaal)).soort, 'verzonden')
  assert.deepEqual(
    bord.lijst().map(({ weg, aan, onderwerp, tekst: gekomen }) => [weg, aan, onderwerp, gekomen]),
    [
      ['brief', 'op het adres in de brief', '', 'Wat in de brief staat, leest u in de pdf.'],
      ['email', 'jan@proef.example', 'Nieuw bericht', tekst.tekst],
      ['sms', '+31600000001', '', tekst.tekst],
    ],
  )
  assert.equal(Buffer.from(bord.lijst()[0]?.ruw ?? []).toString(), '%PDF-1.7 brief')
  verder()
  assert.deepEqual(
    meldingen.map((melding) => leesTerugmelding(melding, nu()).soort),
    ['terugbericht', 'terugbericht', 'onderweg'],
  )
})

test('an item that is tried again has one effect, also when the first answer was lost', async (t) => {
  const { naar, bord, storing } = await opstelling(t)
  await storing('half')
  assert.deepEqual(await naar('sms'), { soort: 'tijdelijk', reden: 'afgebroken' })
  assert.equal(bord.lijst().length, 1)
  // While it cannot say whether it knows it, nothing is sent.
  assert.deepEqual(await naar('sms', { poging: 2 }), { soort: 'tijdelijk', reden: 'afgebroken' })
  await storing(null)
  const derde = await naar('sms', { poging: 3 })
  assert.equal(derde.soort, 'verzonden')
  assert.equal(bord.lijst().length, 1)
  // Another channel under the same number is another effect.
  assert.equal((await naar('email', { poging: 2 })).soort, 'verzonden')
  assert.equal(bord.lijst().length, 2)
})

test('what had failed for good is not sent again; a fault of the service is', async (t) => {
  const { naar, bord, verder, notify } = await opstelling(t)
  for (const [cijfer, verwacht, aantal] of [
    ['2', { soort: 'blijvend', reden: 'adres-bestaat-niet' }, 1],
    ['3', { soort: 'blijvend', reden: 'niet-bereikt' }, 1],
    ['4', 'verzonden', 2],
    ['1', 'verzonden', 1],
  ] as const) {
    const stuk = {
      zending: `019f5b2e-7c4a-7000-8000-00000000000${cijfer}`,
      adres: { soort: 'telefoon', nummer: `+3160000000${cijfer}` },
    } as const
    const voor = bord.lijst().length
    await naar('sms', stuk)
    assert.equal(await notify.volg('sms', stuk.zending), undefined)
    verder()
    const terug = await notify.volg('sms', stuk.zending)
    assert.equal(terug?.uitkomst, cijfer === '1' ? 'bezorgd' : 'mislukt')
    const opnieuw = await naar('sms', { ...stuk, poging: 2 })
    if (verwacht === 'verzonden') assert.equal(opnieuw.soort, 'verzonden')
    else assert.deepEqual(opnieuw, verwacht)
    assert.equal(bord.lijst().length - voor, aantal, cijfer)
  }
  assert.equal(await notify.volg('brief', zending), undefined)
})

test('a letter that cannot be set here waits, and one that never can does not', async (t) => {
  const zonder = await opstelling(t, { brief: { zet: async () => ({ soort: 'geen-zetter' }) } })
  assert.deepEqual(await zonder.naar('brief'), { soort: 'tijdelijk', reden: 'geen-zetter' })
  const zet = async () => ({ soort: 'geweigerd', reden: 'teken-onbekend' }) as const
  const nooit = await opstelling(t, { brief: { zet } })
  assert.deepEqual(await nooit.naar('brief'), { soort: 'blijvend', reden: 'teken-onbekend' })
})

test('what cannot go this way, or says too much, is not sent', async (t) => {
  const { naar, bord } = await opstelling(t, { brief: { zet: () => Promise.reject(new Error('stuk')) } })
  assert.deepEqual(await naar('sms', { adres: { soort: 'telefoon', nummer: '0612' } }), {
    soort: 'blijvend',
    reden: 'adres-ongeldig',
  })
  assert.deepEqual(await naar('email', { adres: { soort: 'email', waarde: 'x' } }), {
    soort: 'blijvend',
    reden: 'adres-ongeldig',
  })
  assert.deepEqual(await naar('sms', { adres: stukken.email.adres }), {
    soort: 'blijvend',
    reden: 'past-niet-bij-deze-weg',
  })
  assert.deepEqual(await naar('brief', { inhoud: tekst }), {
    soort: 'blijvend',
    reden: 'past-niet-bij-deze-weg',
  })
  assert.deepEqual(await naar('brief', { vorm: 'braille' }), {
    soort: 'blijvend',
    reden: 'vorm-kan-hier-niet',
  })
  assert.deepEqual(await naar('brief'), { soort: 'blijvend', reden: 'niet-gezet' })
  assert.deepEqual(await naar('sms', { inhoud: { ...tekst, tekst: 'U krijgt € 100.' } }), {
    soort: 'blijvend',
    reden: 'zegt-te-veel',
  })
  assert.equal(bord.lijst().length, 0)
})

test('a key that is refused and a template that is not there make nobody unreachable', async (t) => {
  const { dienst } = await opstelling(t)
  const anders = maakNotify(t, dienst.url, { geheim: '00000000-1111-4b4e-9f0e-3f3a4f1c2d10' })
  assert.deepEqual(await anders.naar('sms'), { soort: 'tijdelijk', reden: 'aanmelden-geweigerd' })
  await assert.rejects(anders.notify.volg('sms', zending), /antwoordt niet/)
  const zonder = maakNotify(t, dienst.url, { sms: { sjabloon: 'weg' } })
  assert.deepEqual(await zonder.naar('sms'), { soort: 'tijdelijk', reden: 'instelling-klopt-niet' })
})

test('slow, gone and broken services are temporary, and /gezond says so', async (t) => {
  const { naar, storing, notify } = await opstelling(t)
  for (const [soort, reden] of [
    ['hangt', 'te-laat'],
    ['weg', 'afgebroken'],
    ['fout-500', 'storing'],
    ['onzin', 'onleesbaar'],
  ] as const) {
    await storing(soort)
    assert.deepEqual(await naar('sms'), { soort: 'tijdelijk', reden }, soort)
  }
  assert.equal((await notify.controle()).stand, 'beperkt')
})

test('answers that are not to our question, or not in the shape of the service, are no success', async (t) => {
  let antwoorder = (_antwoord: ServerResponse) => {}
  const server = createServer((vraag, antwoord) => {
    vraag.resume()
    antwoorder(antwoord)
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  t.after(() => server.close())
  const adres = server.address()
  assert.ok(typeof adres === 'object' && adres !== null)
  // A client anew for each: the breaker would otherwise soon ask nothing more.
  const naar = (anders: Partial<Verzendstuk> = {}) =>
    maakNotify(t, new URL(`http://127.0.0.1:${adres.port}`)).naar('sms', anders)
  const json = (status: number, inhoud: unknown) => (antwoord: ServerResponse) =>
    antwoord.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(inhoud))
  const mis = (error: string, message: string, status = 400) =>
    json(status, { status_code: status, errors: [{ error, message }] })
  for (const [antwoord, reden, poging] of [
    [json(201, { id: 'a', reference: 'een-ander' }), 'ander-antwoord', 1],
    [json(201, { notification: 'a' }), 'onleesbaar', 1],
    [json(201, []), 'onleesbaar', 1],
    [json(400, 'nee'), 'onleesbaar', 1],
    [
      json(200, { notifications: [{ id: 'a', reference: 'een-ander', status: 'delivered' }] }),
      'ander-antwoord',
      2,
    ],
    [
      mis('RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds', 429),
      'te-veel',
      1,
    ],
    [
      mis('BadRequestError', "Can't send to this recipient using a team-only API key"),
      'instelling-klopt-niet',
      1,
    ],
    [
      mis('BadRequestError', 'Can\u2019t send to this recipient when service is in trial mode'),
      'instelling-klopt-niet',
      1,
    ],
  ] as const) {
    antwoorder = antwoord
    const uitslag = await naar({ poging })
    assert.deepEqual([uitslag.soort, 'reden' in uitslag && uitslag.reden], ['tijdelijk', reden], reden)
  }
  for (const [antwoord, reden] of [
    [mis('ValidationError', 'phone_number Must not contain letters or symbols'), 'adres-ongeldig'],
    [mis('BadRequestError', 'Cannot send to international mobile numbers'), 'adres-kan-niet'],
    [
      mis('BadRequestError', 'Content for template has a character count greater than the limit of 918'),
      'te-lang',
    ],
  ] as const) {
    antwoorder = antwoord
    assert.deepEqual(await naar(), { soort: 'blijvend', reden })
  }
})

test('every status and every shape of a callback is read, and what is not ours is dropped', () => {
  const melding = (status: string, anders: object = {}) =>
    leesTerugmelding(
      { id: 'a', reference: zending, to: '+31600000001', status, completed_at: null, ...anders },
      nu(),
    )
  const terug = (uitkomst: string, reden?: string, op = nu()) => ({
    soort: 'terugbericht',
    terugbericht: { zending, uitkomst, ...(reden && { reden }), op },
  })
  for (const status of [
    'created',
    'sending',
    'pending',
    'sent',
    'accepted',
    'received',
    'pending-virus-check',
  ])
    assert.deepEqual(melding(status), { soort: 'onderweg', zending }, status)
  assert.deepEqual(melding('delivered'), terug('bezorgd'))
  assert.deepEqual(melding('permanent-failure'), terug('mislukt', 'adres-bestaat-niet'))
  assert.deepEqual(melding('temporary-failure'), terug('mislukt', 'niet-bereikt'))
  assert.deepEqual(melding('technical-failure'), terug('mislukt', 'storing-bij-verzender'))
  for (const status of ['virus-scan-failed', 'validation-failed'])
    assert.deepEqual(melding(status), terug('mislukt', 'inhoud-geweigerd'))
  assert.deepEqual(melding('cancelled'), terug('mislukt', 'ingetrokken'))
  assert.deepEqual(melding('returned-letter'), terug('retour', 'retour'))
  const briefTerug = { notification_id: 'a', reference: zending, date_sent: '2026-02-20T10:00:00.000000Z' }
  assert.deepEqual(leesTerugmelding(briefTerug, nu()), terug('retour', 'retour'))
  const op = new Date('2026-02-28T15:59:10.321Z')
  for (const klaar of ['2026-02-28T15:59:10.321000Z', '2026-02-28 15:59:10.321000'])
    assert.deepEqual(melding('delivered', { completed_at: klaar }), terug('bezorgd', undefined, op))
  assert.deepEqual(melding('delivered', { completed_at: 'gisteren' }), terug('bezorgd'))
  for (const anders of [
    { reference: null },
    { reference: 'iets anders' },
    { status: 'toString' },
    { status: 'nieuw' },
  ])
    assert.deepEqual(melding('delivered', anders), { soort: 'onbekend' })
  for (const lichaam of [
    undefined,
    null,
    'x',
    [],
    {},
    { id: 1, status: 'delivered' },
    { reference: zending },
  ])
    assert.deepEqual(leesTerugmelding(lichaam, nu()), { soort: 'ongeldig' })
})

test('the key is the one that the service hands out', () => {
  assert.deepEqual(leesNotifysleutel(`mijn-sleutel-${sleutel.dienst}-${sleutel.geheim}`), sleutel)
  for (const fout of ['', 'sleutel', `x-${sleutel.dienst}`, `${sleutel.dienst}-${sleutel.geheim}-x`])
    assert.equal(leesNotifysleutel(fout), undefined)
})
