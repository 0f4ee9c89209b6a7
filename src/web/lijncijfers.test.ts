import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { type Bewaardvoorval, openLijncijfers } from '../lijnen/index.ts'
import { belt, metOpgenomen, proefrij, proefteam, proefvraag } from '../lijnen/proeflijn.ts'
import type { Medewerkerrol } from '../toegang/index.ts'
import { proefbalieZonderMensen } from './proefbalie.ts'
import { keurPagina } from './proefkeuring.ts'
import { Bezoeker, proefdag, proefweb } from './proefweb.ts'

const svb = proeforganisatie('svb')
const [druk, stil, elders] = [
  proefteam({ id: 'druk', organisatie: svb, naam: 'Lijn die vaak gebeld wordt' }),
  proefteam({ id: 'stil', organisatie: svb, naam: 'Lijn die zelden gebeld wordt' }),
  proefteam({ id: 'elders', organisatie: proeforganisatie('duo'), naam: 'Lijn van een ander' }),
]

/** One team that was called twenty times, one that was called three times, and what was asked for and not found. */
function gebeurd(klasse: 'lijn' | 'publiek' = 'lijn'): readonly Bewaardvoorval[] {
  const rij = proefrij([druk])
  for (let n = 0; n < 12; n++) rij.doe({ soort: 'meld-aan', plek: `p${n}`, teams: [druk.id] })
  for (let n = 0; n < 23; n++) {
    rij.doe(belt(`b${n}`, { klasse, organisatie: svb }))
    rij.nu = new Date(rij.nu.getTime() + 60_000)
    for (const { id, stand } of rij.stand.plekken)
      if (stand === 'in-gesprek') rij.doe({ soort: 'rond-af', plek: id, daarna: 'vrij' })
  }
  let gebeld = 0
  const opLijn = metOpgenomen(rij.voorvallen).map((een) => ({
    ...een,
    pool: svb,
    ...(een.inhoud.soort === 'aangekomen' && { team: gebeld++ < 20 ? druk.id : stil.id }),
  }))
  const gemist = (aantal: number, id: string): readonly Bewaardvoorval[] =>
    Array.from({ length: aantal }, () => ({
      opMs: proefdag.getTime(),
      inhoud: {
        soort: 'geen-lijn',
        klasse: 'lijn',
        vraag: { ...proefvraag, onderwerp: { soort: 'regeling', id }, taal: 'ti' },
      },
    }))
  return [...opLijn, ...gemist(12, 'vaak-gemist'), ...gemist(4, 'zelden-gemist')]
}

function opstelling(voorvallen: readonly Bewaardvoorval[] = gebeurd()) {
  const { sessies, balie: leeg } = proefbalieZonderMensen()
  const gelezen: { van: Date; tot: Date }[] = []
  const lijncijfers = openLijncijfers({
    async lees(van, tot) {
      gelezen.push({ van, tot })
      return voorvallen
    },
    gids: {
      alle: async () => [druk, stil, elders].map((team) => ({ team, pool: team.organisatie, versie: 1 })),
    },
    hoogstens: 10_000,
  })
  const balie = { ...leeg, lijncijfers }
  const app = proefweb({}, { balie })
  const als = async (rol: Medewerkerrol): Promise<Bezoeker> => {
    const wie = {
      soort: 'medewerker',
      medewerker: 'm-1',
      organisatie: svb,
      rollen: [rol],
      doelen: [],
    } as const
    const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
    const bezoeker = new Bezoeker(app)
    bezoeker.koekjes = `voordeur-balie=${token}`
    return bezoeker
  }
  return { als, gelezen }
}

/** The cells of each row of the table with that heading. */
function tabel(pagina: string, kop: string): string[][] {
  const deel = new RegExp(`<caption[^>]*>${kop}</caption>([\\s\\S]*?)</table>`).exec(pagina)?.[1] ?? ''
  return [...deel.matchAll(/<tr><th scope="row">([\s\S]*?)<\/tr>/g)].map(([, rij = '']) =>
    rij.split(/<\/?t[hd][^>]*>/).filter((cel) => cel !== ''),
  )
}

test('per team what colleagues waited, in a picture and in a table that needs no script; of fewer than ten nothing is said', async () => {
  const { als } = opstelling()
  const bezoeker = await als('beheerder')
  for (const taal of ['', '/en', '/pap']) {
    const { statusCode, body } = await bezoeker.haal(`${taal}/balie/lijnen/cijfers`)
    assert.equal(statusCode, 200)
    assert.deepEqual(keurPagina(body), [])
  }
  const { body } = await bezoeker.haal('/balie/lijnen/cijfers')
  assert.deepEqual(tabel(body, 'Wachttijd per team'), [
    [druk.naam, '20', 'minder dan een seconde', 'minder dan een seconde', '100%', '0', '0', '0', '0'],
    [stil.naam, 'minder dan 10', '–', '–', '–', '0', '0', '0', '0'],
  ])
  assert.ok(!body.includes(elders.naam), 'of another organisation nothing')
  assert.deepEqual(
    tabel(body, 'Waar een lijn ontbreekt').map(([onderwerp, , , aantal]) => [onderwerp, aantal]),
    [['vaak-gemist', '10']],
  )
  assert.ok(!body.includes('zelden-gemist'))
  assert.match(body, /elk te weinig om te noemen: minder dan 10\./)
})

test('the same numbers as a file: what is too small is empty there too', async () => {
  const { als, gelezen } = opstelling()
  const bezoeker = await als('beheerder')
  const { statusCode, headers, body } = await bezoeker.haal('/balie/lijnen/cijfers.csv?weken=13')
  assert.equal(statusCode, 200)
  assert.match(String(headers['content-type']), /^text\/csv/)
  assert.match(String(headers['content-disposition']), /attachment; filename.*lijnen-.*\.csv/)
  const rijen = body.trim().split('\r\n')
  assert.equal(rijen[0], 'deel,id,gebied,taal,maat,waarde,minder_dan')
  assert.ok(rijen.includes('team,druk,,,gebeld,20,'))
  assert.ok(rijen.includes('team,stil,,,gebeld,,10'))
  assert.ok(!rijen.some((rij) => rij.startsWith('team,stil,,,mediaanSeconden')))
  assert.ok(rijen.includes('geen-lijn,regeling-vaak-gemist,GM0001,ti,gevraagd,10,'))
  assert.ok(rijen.includes('geen-lijn,,,,zelden,,10'))
  assert.ok(!/zelden-gemist|elders/.test(body))
  const [{ van, tot } = { van: proefdag, tot: proefdag }] = gelezen
  assert.equal((tot.getTime() - van.getTime()) / 86_400_000, 13 * 7)
  // A period that nobody offers is the shortest one.
  await bezoeker.haal("/balie/lijnen/cijfers?weken=9999';--")
  assert.equal((tot.getTime() - (gelezen[1]?.van.getTime() ?? 0)) / 86_400_000, 4 * 7)
})

test('who runs the lines sees them, who answers them does not; nothing happened is said in words', async () => {
  const { als } = opstelling([])
  const klantcontact = await als('klantcontact')
  for (const pad of ['/balie/lijnen/cijfers', '/balie/lijnen/cijfers.csv'])
    assert.equal((await klantcontact.haal(pad)).statusCode, 403, pad)
  const { body } = await (await als('beheerder')).haal('/balie/lijnen/cijfers')
  assert.match(body, /In deze periode belde niemand een team dat u hier ziet\./)
  assert.ok(!body.includes('<table'))
})

test('what residents waited by a telephone exchange stands beside the lane, with the bound of what the lane adds', async () => {
  const { als } = opstelling(gebeurd('publiek'))
  const bezoeker = await als('beheerder')
  const { body } = await bezoeker.haal('/balie/lijnen/cijfers')
  assert.deepEqual(keurPagina(body), [])
  assert.deepEqual(tabel(body, 'Inwoners die belden'), [
    ['Sociale Verzekeringsbank (SVB)', '25', 'minder dan een seconde', 'minder dan een seconde', '100%', '0'],
  ])
  // Of the lane nobody called; and at a cap of eight percent the public waits 8.7 % longer at most.
  assert.match(body, /In deze periode belde niemand een team dat u hier ziet\./)
  assert.match(body, /hoogstens 8% van de tijd.*hoogstens 8,7% langer/)
  const csv = (await bezoeker.haal('/balie/lijnen/cijfers.csv')).body
  assert.ok(csv.includes('publiek,svb,,,gebeld,25,'))
})
