import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { startApp } from '../src/app.ts'
import { Proefbrowser } from '../src/demo/inlog/proefbrowser.ts'
import { createLog, klokVanaf, loadConfig } from '../src/platform/index.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import { gedaanten, leesDatabank, vindNummers } from './nummers.ts'

/** Families, people without a BSN, a company, an administrator, and people for whom a register fails. */
const wie = [
  ['fatima', 'digid'],
  ['lisa', 'digid'],
  ['kees', 'digid'],
  ['marloes', 'digid'],
  ['klaus', 'eidas'],
  ['brp-ander-persoon', 'digid'],
  ['inkomen-onzin', 'digid'],
  ['brp-fout-500', 'digid'],
] as const

const paden = [
  '/mijn',
  '/mijn/gegevens',
  '/mijn/voor-wie',
  '/mijn/invullen',
  '/mijn/machtigingen',
  '/mijn/inzage',
  '/mijn/inzage/inzage.json',
  '/mijn/gegevens/klopt-niet/adres',
]

/** One person with a browser, who does everything there is and keeps everything that came and went. */
async function bezoek(
  basis: URL,
  persoon: string,
  middel: string,
  gezien: Map<string, string>,
): Promise<void> {
  const koekjes = new Map<string, string>()
  const haal = async (pad: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const adres = new URL(pad, basis)
    const antwoord = await fetch(adres, {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: [...koekjes].map(([n, w]) => `${n}=${w}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const regel of antwoord.headers.getSetCookie()) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(regel) ?? []
      koekjes.set(naam, waarde)
    }
    const waar = `${persoon} ${form ? 'POST' : 'GET'} ${pad.split('?')[0]}`
    const koppen = [...antwoord.headers].map(([naam, waarde]) => `${naam}: ${waarde}`).join('\n')
    gezien.set(waar, [gezien.get(waar), adres.href, koppen, await antwoord.clone().text()].join('\n'))
    return antwoord
  }
  await haal('/rechten/vraag?n=1')
  const start = await haal(`/inloggen/start?middel=${middel}&naar=gegevens`)
  const terug = await new Proefbrowser().logIn(new URL(start.headers.get('location') ?? ''), {
    wie: persoon,
    niveau: 'substantieel',
  })
  assert.equal((await haal(terug.pathname + terug.search)).status, 303, persoon)
  for (const pad of paden) assert.ok((await haal(pad)).status < 500, `${persoon} ${pad}`)
  for (const bron of ['brp', 'inkomen']) await haal('/mijn/invullen', { bron })
  await haal('/rechten/antwoorden')
  await haal('/mijn/gegevens/klopt-niet/adres', { toelichting: 'Dit klopt niet.' })
  const keuzes = await (await haal('/mijn/voor-wie')).text()
  for (const [, keuze = ''] of keuzes.matchAll(/name="wie" value="((?:kind|machtiging):[^"]+)"/g)) {
    await haal('/mijn/voor-wie', { wie: keuze })
    for (const pad of ['/mijn/gegevens', '/mijn/inzage']) await haal(pad)
  }
  await haal('/mijn/voor-wie', { wie: 'zelf' })
  await haal('/mijn/hulp', { doe: 'begin', naam: 'Joke', organisatie: 'Bibliotheek' })
  await haal('/mijn/machtigingen/geven', { bij: 'svb', stap: 'maak' })
  await haal('/mijn/machtigingen/code', { code: '482 193 507 664' })
  await haal('/mijn/hulp', { doe: 'stop' })
  await haal('/mijn/meldingen')
  await haal('/mijn/sessies', { welke: 'andere' })
  await haal('/uitloggen', { uit: '1' })
}

test('after everything that people can do no BSN stands in an address, an answer, a log or the database', async (t) => {
  const { url } = await openProefdatabank(t)
  const regels: string[] = []
  const klok = klokVanaf(new Date('2026-03-01T12:00:00Z'))
  const omgeving = { VOORDEUR_PORT: '0', DATABASE_URL: url, VOORDEUR_SLEUTEL: 'x'.repeat(40) }
  const app = await startApp({
    config: loadConfig(omgeving, process.cwd()),
    klok,
    log: createLog(klok.nu, (regel) => regels.push(regel)),
  })
  t.after(app.sluit)
  const basis = new URL(app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost'))
  const gezien = new Map<string, string>()
  for (const [persoon, middel] of wie) await bezoek(basis, persoon, middel, gezien)

  const personen = app.demo?.bevolking.personen ?? []
  const nummers = personen.flatMap(({ bsn }) => bsn ?? [])
  assert.ok(nummers.length > 400)
  const databank = await leesDatabank(url)
  const logboek = regels.join('\n')
  // What was looked through is what it should be: pages with data, lines about registers, sealed rows.
  assert.ok([...gezien.values()].some((tekst) => tekst.includes('Fatima el Nourani')))
  assert.ok(regels.some((regel) => regel.includes('"bron":"brp"')))
  assert.ok(databank.split('\n').length > 300)
  const alles = new Map([...gezien, ['logboek', logboek], ['databank', databank]])
  assert.deepEqual(vindNummers(alles, nummers), [])
  // The log hides what looks like one: nothing may have come that far.
  assert.ok(!logboek.includes('#########'))

  // And it would have been seen: in a column of text, in bytes, and as a part of a token.
  const [nummer = ''] = nummers
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('set search_path to voordeur')
  const vormen = [
    nummer,
    Buffer.from(`{"sub":"${nummer}"}`).toString('base64url'),
    Buffer.from(nummer).toString('hex'),
  ]
  for (const vorm of vormen) {
    await client.query('update terugmelding set toelichting = $1', [`bijgewerkt ${vorm}`])
    assert.ok(vindNummers(new Map([['databank', await leesDatabank(url)]]), nummers).length > 0, vorm)
  }
  await client.query("update terugmelding set toelichting = 'x'")
  await client.query(
    'update begrenzing set sleutel = $1 where sleutel = (select min(sleutel) from begrenzing)',
    [Buffer.from(nummer.padEnd(32, ' '))],
  )
  assert.ok(vindNummers(new Map([['databank', await leesDatabank(url)]]), nummers).length > 0, 'in bytes')
  await client.end()
})

test('a number is found in each of its forms, wherever it begins', () => {
  const nummer = '999990019'
  for (const vorm of gedaanten(nummer)) assert.ok(vorm.length >= 9)
  for (let begin = 0; begin < 6; begin++) {
    const tekst = `${'ab'.repeat(begin)}${'c'.repeat(begin % 2)}${nummer} en meer`
    for (const wijze of ['base64', 'base64url', 'hex'] as const)
      assert.equal(
        vindNummers(new Map([['x', Buffer.from(tekst).toString(wijze)]]), [nummer]).length,
        1,
        `${wijze} ${begin}`,
      )
  }
  assert.equal(vindNummers(new Map([['x', '9999.90.019 en 999 990 019']]), [nummer]).length, 2)
  assert.deepEqual(vindNummers(new Map([['x', '999990018']]), [nummer]), [])
})

test('nine digits within a seal are chance; the same digits in what somebody wrote are not', () => {
  const nummer = '999990019'
  const vind = (tekst: string) => vindNummers(new Map([['x', tekst]]), [nummer])
  const zegel = createHash('sha256').update('een zegel').digest('hex')
  assert.deepEqual(vind(`(\\\\x${zegel.slice(0, 30)}${nummer}${zegel.slice(39)})`), [])
  for (const tekst of [
    `${'0'.repeat(40)}${nummer}`,
    `fiche-${nummer}`,
    `00000000-0000-4000-8000-000${nummer}`,
    `abcdef${nummer}`,
    `\\\\x${Buffer.from(`${zegel}${nummer}`).toString('hex')}`,
  ])
    assert.equal(vind(tekst).length, 1, tekst)
  assert.match(vind(`wie is ${nummer}?`)[0] ?? '', /«wie is 999990019\?»/)
})
