import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { retoursleutels } from '../src/app-wegen.ts'
import { openSleutelring } from '../src/audit/index.ts'
import { proeforganisatie } from '../src/audit/proefaudit.ts'
import { bezorgberichtMet } from '../src/cli/bezorgbericht.ts'
import { opdrachten } from '../src/cli/opdrachten.ts'
import { poststukMet } from '../src/cli/poststuk-email.ts'
import { retourmerk } from '../src/kanalen/email/retouradres.ts'
import { ingangen } from '../src/store/context.ts'
import { alsEigenaar, openProefdatabank } from '../src/store/proefdatabank.ts'
import { openProefverzending } from '../src/store/proefverzending.ts'

const geheim = 'een-sleutel-van-ruim-tweeendertig-tekens'
const adres = 'klacht@gemeente.example'

async function opzet(t: TestContext) {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-mail-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const proef = await openProefdatabank(t)
  const regels: string[] = []
  const wereld = (anders: Record<string, string> = {}) => ({
    uit: (regel: string) => regels.push(regel),
    fout: (regel: string) => regels.push(regel),
    omgeving: {
      DATABASE_URL: proef.url,
      VOORDEUR_DATA: map,
      VOORDEUR_SLEUTEL: geheim,
      VOORDEUR_NU: '2026-03-02T10:00:00+01:00',
      ...anders,
    },
    werkmap: map,
  })
  const neem = async (inhoud: string, argumenten: readonly string[], anders = {}, isHeel = true) => {
    regels.length = 0
    const voerUit = poststukMet(async () => ({ inhoud: Buffer.from(inhoud), isHeel }))
    const code = await voerUit(argumenten, wereld(anders))
    return { code, tekst: regels.join('\n') }
  }
  return { proef, wereld, regels, neem }
}

/** What that body has of senders whom nobody recognised. */
async function stukken({ databank }: Awaited<ReturnType<typeof openProefdatabank>>) {
  const lezer = { medewerker: 'm-1', organisatie: proeforganisatie('gemeente-GM0599') }
  return ingangen(databank).alsMedewerker(lezer, async (tx) => {
    const { rows } =
      await sql`select organisatie, soort, weg, persoon from poststuk order by ontvangen`.execute(tx)
    return rows
  })
}

const goed = ['gemeente-GM0599', 'klacht', adres] as const
const bericht = (id: string) =>
  [
    'Received: from elders.example by mx1.gemeente.example with ESMTP; Sun, 01 Mar 2026 23:59:00 +0100',
    'From: Anna <anna@x.example>',
    'Subject: Te lang gewacht',
    `Message-ID: <${id}@x.example>`,
    '',
    'Ik wacht al weken.',
  ].join('\r\n')

test('one address hears by itself only so often in an hour; what is over is kept, and brought by a human', async (t) => {
  const { proef, neem } = await opzet(t)
  for (let i = 0; i < 8; i++) assert.equal((await neem(bericht(`n${i}`), goed)).code, 0)
  const rows = await alsEigenaar(
    proef,
    `select hoe, count(*)::int as n from voordeur.poststuk_kennisgeving group by hoe order by hoe`,
  )
  assert.deepEqual(
    rows.map(({ hoe, n }) => [hoe, n]),
    [
      ['adres', 2],
      ['email', 6],
    ],
  )
})

test('an e-mail that a mail server pipes in is an item of that body, once, received when the edge had it', async (t) => {
  const { proef, neem } = await opzet(t)
  const rand = { VOORDEUR_MAILRAND: 'mx1.gemeente.example' }
  const eerste = await neem(bericht('1'), goed, rand)
  assert.equal(eerste.code, 0, eerste.tekst)
  const { nummer, ...rest } = JSON.parse(eerste.tekst) as { nummer: string }
  assert.deepEqual(rest, { ontvangen: '2026-03-01T22:59:00.000Z', isNieuw: true })
  const weer = JSON.parse((await neem(bericht('1'), goed, rand)).tekst) as object
  assert.deepEqual(weer, { nummer, ontvangen: '2026-03-01T22:59:00.000Z', isNieuw: false })
  const zonderRand = JSON.parse((await neem(bericht('2'), goed)).tekst) as { ontvangen: string }
  assert.match(zonderRand.ontvangen, /^2026-03-02T09:0/, 'whose line that is, nobody said')
  const rows = await stukken(proef)
  const rij = { organisatie: 'gemeente-GM0599', soort: 'klacht', weg: 'email', persoon: null }
  assert.deepEqual(rows, [rij, rij])
})

test('whatever is wrong with us or with the line in the mail server, the message stays there', async (t) => {
  const { proef, neem } = await opzet(t)
  for (const [argumenten, wat] of [
    [['gemeente-GM9999', 'klacht', adres], /gemeente-GM9999 is geen overheid/],
    [['gemeente-GM0599', 'klagen', adres], /Soort is een van bezwaar/],
    [['gemeente-GM0599', 'klacht', 'klacht'], /Zo: poststuk email/],
  ] as const) {
    const { code, tekst } = await neem(bericht('1'), argumenten)
    assert.equal(code, 75, tekst)
    assert.match(tekst, wat)
  }
  const weg = { DATABASE_URL: 'postgres://niemand:x@127.0.0.1:1/niets' }
  assert.deepEqual((await neem(bericht('1'), goed, weg)).code, 75)
  const teGroot = await neem(bericht('1'), goed, {}, false)
  assert.equal(teGroot.code, 65)
  assert.match(teGroot.tekst, /hoogstens 10 MB/)
  assert.equal((await neem('', goed)).code, 65)
  assert.deepEqual(await stukken(proef), [])
})

test('an e-mail that came back makes ours undelivered, so that another way takes over', async (t) => {
  const { proef, wereld, regels } = await opzet(t)
  const huis = openProefverzending(proef)
  const [email, sms] = [huis.weg('email'), huis.weg('sms')]
  const an = huis.persoon()
  await huis.maakBereikbaar(an, { soort: 'email', waarde: 'an@voorbeeld.example' })
  await huis.maakBereikbaar(an, { soort: 'telefoon', nummer: '06 12345678' })
  await huis.stuur(an)
  await huis.werkAf()
  const zending = email.gekregen[0]?.zending ?? ''
  const ring = openSleutelring(() => [geheim])
  const merk = retourmerk(zending, retoursleutels(ring))
  const terug = 'From: MAILER-DAEMON@mx.example\r\nSubject: Undeliverable\r\n\r\n550 5.1.1 no such user'
  const voerUit = bezorgberichtMet(async () => Buffer.from(terug))
  assert.equal(await voerUit([`${merk}@retour.voordeur.example`], wereld()), 0)
  const gezegd = { soort: 'terugbericht', zending, uitkomst: 'mislukt', reden: 'adres-bestaat-niet' }
  assert.deepEqual(
    regels.map((regel) => JSON.parse(regel)),
    [{ ...gezegd, gevolg: 'gewijzigd' }],
  )
  huis.klok.nu = new Date('2026-03-02T12:00:00Z')
  await huis.werkAf()
  assert.equal(sms.gekregen.length, 1)
  assert.equal(await voerUit([`${merk}@retour.voordeur.example`], wereld()), 0)
  assert.equal((JSON.parse(regels.at(-1) ?? '') as { gevolg: string }).gevolg, 'was-er-al')
})

test('both commands are known by the name that the manual gives', () => {
  const namen = opdrachten.map(({ naam }) => naam)
  assert.ok(namen.includes('poststuk email') && namen.includes('bezorgbericht'))
})
