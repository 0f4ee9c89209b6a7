import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Controlecode } from '../afzender/index.ts'
import { openProefaudit, proeforganisatie } from '../audit/proefaudit.ts'
import { maakPersoonId } from '../domain/index.ts'
import { datum } from '../kalender/index.ts'
import type { Bericht, Berichtinhoud, Zending } from '../kanalen/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import { openSessies } from '../toegang/index.ts'
import { geheugensessies, proefmachtiging, proefmijn } from './proefinwoner.ts'
import { type Proefkanalen, proefcode, proefkanalen, proefpost } from './proefkanalen.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { Bezoeker, proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'

const [ik, helper] = [maakPersoonId(proefdag, randomBytes), maakPersoonId(proefdag, randomBytes)]
const svb = proeforganisatie('svb')
const nummer = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const geheim = 'Uw pensioen gaat omhoog'

function bericht(n: number, deel: Partial<Bericht> = {}, inhoud: Partial<Berichtinhoud> = {}): Bericht {
  const onderwerp = { nl: geheim, en: 'Your pension goes up', pap: 'Bo penshun ta subi' }
  return {
    id: nummer(n),
    persoon: ik,
    soort: 'besluit',
    verstuurd: new Date('2026-02-20T09:00:00Z'),
    isGelezen: false,
    isGearchiveerd: false,
    inhoud: { onderwerp, alineas: [{ nl: 'Lees wat er verandert.' }], van: svb, ...inhoud },
    ...deel,
  }
}

async function opstelling({
  berichten = [] as readonly Bericht[],
  kanalen = proefkanalen() as Proefkanalen,
  minutenGeleden = 0,
  heeftHelper = false,
  zendingen = [] as readonly Zending[],
} = {}) {
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const doelen: string[] = []
  const sessies = openSessies({ store: geheugensessies(), audit, nu: () => proefdag, toeval: randomBytes })
  const inhoud = Buffer.from('%PDF-1.7 brief')
  const post = proefpost(berichten, {
    bijlagen: new Map([[`${nummer(1)}/0`, { naam: 'besluit.pdf', type: 'application/pdf', inhoud }]]),
    ...(zendingen.length > 0 && { verloop: { zendingen, moment: undefined } }),
  })
  const vraag = async () => ({ status: 'onbekend', op: proefdag }) as const
  const mijn = proefmijn({
    sessies,
    registers: { brp: { raadpleeg: vraag }, inkomen: { raadpleeg: vraag } },
    audit: {
      ...audit,
      metVerwerking: async ({ doel }, fn) => {
        doelen.push(doel)
        return fn({ doel } as Parameters<typeof fn>[0])
      },
    },
    vindMachtiging: async () => undefined,
    post,
    kanalen,
    alleMachtigingen: heeftHelper ? [proefmachtiging(ik, helper)] : [],
    codes: {
      maakControlecodes: async (nieuw) => {
        assert.deepEqual(nieuw, [
          { bericht: nummer(1), onderwerp: 'besluiten', organisatie: svb, datum: '2026-02-20' },
        ])
        const code = 'K7M29QTD4XV' as Controlecode
        const delen = { geschreven: 'K7M2-9QTD-4XV', pad: `/echt/${code}`, qrpad: `/echt/${code}#x` }
        return new Map([[nummer(1), { code, ...delen }]])
      },
    },
  })
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const web = createWeb({ bronnen: proefbronnen(), mijn, teksten, sleutel: proefsleutel, isHttps: false })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const op = new Date(proefdag.getTime() - minutenGeleden * 60_000)
  const herkenning = { middel: 'digid', niveau: 'substantieel', bron: 'https://x.example', op } as const
  const { token } = await sessies.begin({
    wie: { soort: 'inwoner', persoon: ik, herkenning },
    voor: { soort: 'zelf' },
    apparaat: '',
  })
  const bezoeker = new Bezoeker(app)
  bezoeker.koekjes = `voordeur-sessie=${token}`
  return { bezoeker, kanalen, post, doelen }
}

test('paper until somebody says otherwise, a yes that must be said, and everything back at once', async () => {
  const { bezoeker, kanalen } = await opstelling()
  const begin = await bezoeker.haal('/mijn/kanalen')
  assert.match(begin.body, /Nu krijgt u: brieven op papier/)
  assert.doesNotMatch(begin.body, /name="ja"[^>]*checked/)

  // Not ticked is not said.
  const zonder = await bezoeker.stuur('/mijn/kanalen/verklaren', { doe: 'digitaal' })
  assert.equal(zonder.statusCode, 400)
  assert.match(zonder.body, /Zet een vinkje als u dit wilt/)
  assert.equal(kanalen.verklaringen.length, 0)

  await bezoeker.stuur('/mijn/kanalen/verklaren', { doe: 'digitaal', ja: 'ja' })
  assert.deepEqual(
    kanalen.verklaringen.map(({ kanaal, door }) => [kanaal, door.soort]),
    [['berichtenbox', 'zelf']],
  )
  const digitaal = await bezoeker.haal('/mijn/kanalen')
  assert.match(digitaal.body, /Nu krijgt u: berichten op deze website/)
  assert.match(digitaal.body, /krijgt u ook een brief/)

  await bezoeker.stuur('/mijn/kanalen', {
    doe: 'kanaal',
    kanaal: 'brief',
    groep: 'besluiten',
    naar: 'soorten',
  })
  await bezoeker.stuur('/mijn/kanalen/wensen', {
    taal: 'pap',
    vorm: 'groot',
    van: '22',
    tot: '7.30',
    zone: 'America/Kralendijk',
  })
  assert.deepEqual(kanalen.regels.get('* * *')?.keuze, {
    kanaal: 'berichtenbox',
    taal: 'pap',
    vorm: 'groot',
    stil: { van: '22:00', tot: '07:30', zone: 'America/Kralendijk' },
  })

  await bezoeker.stuur('/mijn/kanalen/terug', { terug: 'alles' })
  assert.ok(kanalen.verklaringen.every(({ ingetrokken }) => ingetrokken !== undefined))
  assert.equal(kanalen.regels.has('besluiten * *'), false)
  const { kanaal, vorm } = kanalen.regels.get('* * *')?.keuze ?? {}
  assert.deepEqual([kanaal, vorm], [undefined, 'groot'])
})

test('per organisation and for one case; of one case nothing electronic is said', async () => {
  const { bezoeker, kanalen } = await opstelling()
  await bezoeker.stuur('/mijn/kanalen/verklaren', { doe: 'kanaal', organisatie: 'svb', naar: 'organisaties' })
  assert.deepEqual(
    kanalen.verklaringen.map(({ organisatie, groep }) => [organisatie, groep]),
    [['svb', undefined]],
  )
  const pagina = await bezoeker.haal('/mijn/kanalen/organisaties')
  assert.match(leesbaar(pagina.body), /Sociale Verzekeringsbank \(SVB\)\s+Nu: berichten op deze website/)

  const zaak = { bron: 'gemeente-GM0599', zaak: '00000000-0000-4000-8000-000000000001' }
  const naZaak = await bezoeker.stuur('/mijn/kanalen', {
    doe: 'kanaal',
    kanaal: 'telefoon',
    naar: 'zaak',
    ...zaak,
  })
  assert.equal(naZaak.headers.location, `/mijn/kanalen/zaken/${zaak.bron}/${zaak.zaak}?gedaan=gekozen`)
  assert.equal((await bezoeker.stuur('/mijn/kanalen/verklaren', { doe: 'kanaal', ...zaak })).statusCode, 404)
  for (const vals of [{ groep: 'alles' }, { organisatie: 'bestaat-niet' }, { bron: 'x', zaak: 'y' }])
    assert.equal(
      (await bezoeker.stuur('/mijn/kanalen', { doe: 'kanaal', kanaal: 'brief', ...vals })).statusCode,
      404,
    )
})

test('an address is used once its code came back, and a slip of the pen says what to do', async () => {
  const { bezoeker, kanalen } = await opstelling()
  const fout = await bezoeker.stuur('/mijn/kanalen/verklaren', {
    doe: 'adres',
    soort: 'email',
    waarde: 'geen adres',
  })
  assert.equal(fout.statusCode, 400)
  assert.match(fout.body, /value="geen adres"/)
  assert.match(fout.body, /Dit is geen e-mailadres/)
  const goed = await bezoeker.stuur('/mijn/kanalen/verklaren', {
    doe: 'adres',
    soort: 'email',
    waarde: 'ria@voorbeeld.nl',
  })
  assert.equal(goed.headers.location, '/mijn/kanalen?gedaan=code')
  const [adres] = kanalen.adressenlijst
  assert.ok(adres && adres.bevestigd === undefined)
  const mis = await bezoeker.stuur('/mijn/kanalen', { doe: 'bevestig', id: adres.id, code: '000000' })
  assert.match(mis.body, /Deze code klopt niet/)
  assert.doesNotMatch(mis.body, /value="000000"/)
  await bezoeker.stuur('/mijn/kanalen', { doe: 'bevestig', id: adres.id, code: proefcode })
  assert.ok(kanalen.adressenlijst[0]?.bevestigd)
  await bezoeker.stuur('/mijn/kanalen', { doe: 'wis', id: adres.id })
  assert.equal(kanalen.adressenlijst.length, 0)

  const { bezoeker: zonder } = await opstelling({ kanalen: proefkanalen({ heeftWeg: false }) })
  const stil = await zonder.stuur('/mijn/kanalen/verklaren', {
    doe: 'adres',
    soort: 'telefoon',
    waarde: '0612345678',
  })
  assert.equal(stil.headers.location, '/mijn/kanalen?gedaan=geen-weg')
})

test('who wants to be called and gave no number hears so everywhere, also on paper, and that a consent ended', async () => {
  const { bezoeker } = await opstelling()
  await bezoeker.stuur('/mijn/kanalen/verklaren', { doe: 'digitaal', ja: 'ja' })
  const lees = async (pad: string) => leesbaar((await bezoeker.haal(pad)).body)
  // Not said as if a notice went anywhere.
  const digitaal = await lees('/mijn/kanalen/print')
  assert.match(digitaal, /Nu krijgt u: berichten op deze website/)
  assert.match(digitaal, /Nog geen\. U gaf geen e-mailadres of telefoonnummer dat is bevestigd/)
  assert.doesNotMatch(digitaal, /naar het adres dat u gaf/)

  const { headers } = await bezoeker.stuur('/mijn/kanalen', { doe: 'kanaal', kanaal: 'telefoon' })
  assert.equal(headers.location, '/mijn/kanalen?gedaan=gekozen-terug')
  assert.match(await lees('/mijn/kanalen?gedaan=gekozen-terug'), /Dat geldt nu niet meer/)
  for (const pad of ['', '/soorten', '/organisaties', '/print'])
    assert.match(await lees(`/mijn/kanalen${pad}`), /wij hebben geen telefoonnummer van u/, pad)
  assert.match(await lees('/mijn/kanalen/soorten'), /Nu: zoals voor al uw post, dus een telefoontje/)
  const papier = await lees('/mijn/kanalen/print')
  assert.match(papier, /Al uw post: op deze website, van 1 maart 2026 tot 1 maart 2026\. Dat geldt niet meer/)
  assert.doesNotMatch(papier, /U krijgt brieven|Melding/)

  const nummer = { doe: 'adres', soort: 'telefoon', waarde: '0612345678' }
  await bezoeker.stuur('/mijn/kanalen/verklaren', nummer)
  assert.doesNotMatch(await lees('/mijn/kanalen'), /geen telefoonnummer/)
})

test('who logged in a while ago goes back to paper, and not away from it, without logging in again', async () => {
  const { bezoeker, kanalen } = await opstelling({ minutenGeleden: 10 })
  const digitaal = await bezoeker.stuur('/mijn/kanalen/verklaren', { doe: 'digitaal', ja: 'ja' })
  assert.equal(digitaal.statusCode, 401)
  assert.equal(kanalen.verklaringen.length, 0)
  assert.equal((await bezoeker.stuur('/mijn/kanalen/terug', { terug: 'alles' })).statusCode, 303)
})

test('the inbox: new, put away, by sender, and found without a word of it in an address', async () => {
  const ouder = bericht(2, { isGearchiveerd: true, isGelezen: true }, { onderwerp: { nl: 'Oud nieuws' } })
  const ons = bericht(3, {}, { onderwerp: { nl: 'Van ons' } })
  const { van: _van, ...zonderVan } = ons.inhoud
  const { bezoeker } = await opstelling({ berichten: [bericht(1), ouder, { ...ons, inhoud: zonderVan }] })
  const postvak = leesbaar((await bezoeker.haal('/mijn/berichten')).body)
  assert.match(postvak, new RegExp(`Nieuw\\s+${geheim}`))
  assert.doesNotMatch(postvak, /Oud nieuws/)
  assert.match((await bezoeker.haal('/mijn/berichten?map=archief')).body, /Oud nieuws/)
  const vanOns = (await bezoeker.haal('/mijn/berichten?van=ons')).body
  assert.ok(vanOns.includes('Van ons') && !vanOns.includes(geheim))
  // What cannot be is not there, and goes along to no other page.
  assert.ok(!(await bezoeker.haal('/mijn/berichten?map=x&van=<b>&q=pensioen')).body.includes('q=pensioen'))

  const gevonden = await bezoeker.stuur('/mijn/berichten', { woorden: 'pensioen' })
  assert.equal(gevonden.statusCode, 200)
  assert.match(gevonden.body, /1 bericht gevonden/)
  for (const [, href = ''] of gevonden.body.matchAll(/href="([^"]*)"/g))
    assert.ok(!href.includes('pensioen'), href)

  await bezoeker.stuur(`/mijn/berichten/${nummer(1)}`, { als: 'archief' })
  assert.match((await bezoeker.haal('/mijn/berichten?map=archief')).body, new RegExp(geheim))
})

test('a message: what to do and by when, files to keep, what put it right, its code, and when it was opened', async () => {
  const vast = { taak: 'taak-1', uiterlijk: datum('2026-03-20') }
  const verwijzing = { soort: 'zaak', bron: svb, uuid: '00000000-0000-4000-8000-000000000001' } as const
  const bijlagen = [{ naam: 'besluit.pdf', type: 'application/pdf', bytes: 14 }] as const
  const een = bericht(1, { gecorrigeerdDoor: nummer(4) }, { ...vast, verwijzing, bijlagen })
  const { bezoeker } = await opstelling({ berichten: [een, bericht(4, { corrigeert: nummer(1) })] })
  const { body } = await bezoeker.haal(`/mijn/berichten/${nummer(1)}`)
  const tekst = leesbaar(body)
  assert.match(tekst, /De laatste dag is 20 maart 2026/)
  assert.match(body, new RegExp(`/mijn/zaken/svb/${verwijzing.uuid}/taken/taak-1`))
  assert.match(tekst, /Typ dit adres in uw browser: [a-z0-9.:-]+\/echt\. Vul daar de code in\./)
  assert.match(tekst, /Dit bericht klopt niet meer/)
  assert.match(body, new RegExp(`/mijn/berichten/${nummer(4)}`))
  assert.match(tekst, /K7M2-9QTD-4XV/)
  assert.match(body, /href="\/echt\/K7M29QTD4XV"/)
  assert.match(tekst, /het bericht is voor het eerst geopend/)
  const bestand = await bezoeker.haal(`/mijn/berichten/${nummer(1)}/bijlagen/0`)
  assert.match(String(bestand.headers['content-disposition']), /^attachment/)
  for (const weg of ['bijlagen/1', 'bijlagen/x', 'bijlagen/-1'])
    assert.equal((await bezoeker.haal(`/mijn/berichten/${nummer(1)}/${weg}`)).statusCode, 404)
  assert.equal((await bezoeker.haal(`/mijn/berichten/${nummer(9)}`)).statusCode, 404)
})

test('a message goes on to who holds a mandate and to nobody else', async () => {
  const zonder = await opstelling({ berichten: [bericht(1)] })
  const pad = `/mijn/berichten/${nummer(1)}/doorsturen`
  assert.match((await zonder.bezoeker.haal(pad)).body, /nu naar niemand doorsturen/)
  await zonder.bezoeker.stuur(pad, { helper: proefmachtiging(ik, helper).id })
  assert.deepEqual(zonder.post.door, [])

  const met = await opstelling({ berichten: [bericht(1)], heeftHelper: true })
  const pagina = await met.bezoeker.haal(pad)
  assert.ok(!pagina.body.includes(helper), 'no id of a person on the page')
  await met.bezoeker.stuur(pad, { helper })
  assert.deepEqual(met.post.door, [])
  const { headers } = await met.bezoeker.stuur(pad, { helper: proefmachtiging(ik, helper).id })
  assert.equal(headers.location, `/mijn/berichten/${nummer(1)}?gedaan=door`)
  assert.deepEqual(met.post.door, [{ id: nummer(1), helper }])
  assert.ok(met.doelen.includes('bericht-doorsturen'))
})

test('every page of these in every language is whole', async () => {
  const { bezoeker, kanalen } = await opstelling({ berichten: [bericht(1)], heeftHelper: true })
  await bezoeker.stuur('/mijn/kanalen/verklaren', { doe: 'digitaal', ja: 'ja' })
  await bezoeker.stuur('/mijn/kanalen/verklaren', {
    doe: 'adres',
    soort: 'email',
    waarde: 'ria@voorbeeld.nl',
  })
  await bezoeker.stuur('/mijn/kanalen', { doe: 'kanaal', kanaal: 'brief', groep: 'besluiten' })
  assert.equal(kanalen.adressenlijst.length, 1)
  const paden = ['', '/soorten', '/organisaties?bij=svb', '/wensen', '/print', `/zaken/svb/${nummer(7)}`].map(
    (deel) => `/mijn/kanalen${deel}`,
  )
  const post = ['/mijn/berichten', `/mijn/berichten/${nummer(1)}`, `/mijn/berichten/${nummer(1)}/doorsturen`]
  for (const taal of ['', '/en', '/pap'])
    for (const pad of [...paden, ...post]) {
      const { body, statusCode } = await bezoeker.haal(`${taal}${pad}`)
      assert.equal(statusCode, 200, pad)
      assert.deepEqual(keurPagina(body), [], `${taal}${pad}`)
      assert.doesNotMatch(leesbaar(body), /\b(kanalen|berichten)\.[a-z_]+/, `${taal}${pad}`)
    }
})

test('what they chose does not come: that is said, and everything on paper again is still one button', async () => {
  const kanalen = proefkanalen()
  const weg = () => Promise.reject(new Error('weg'))
  const stuk = { ...kanalen, voorkeuren: { ...kanalen.voorkeuren, haal: weg } }
  const { bezoeker } = await opstelling({ kanalen: stuk })
  for (const pad of ['', '/soorten', '/organisaties', '/wensen', '/print']) {
    const { statusCode, body } = await bezoeker.haal(`/mijn/kanalen${pad}`)
    assert.deepEqual([statusCode, keurPagina(body)], [200, []], pad)
    assert.match(leesbaar(body), /Wat u koos, geldt nog/, pad)
    assert.doesNotMatch(leesbaar(body), /U krijgt brieven/, pad)
    assert.match(body, /action="\/mijn\/kanalen\/terug"/)
  }
})

test('at a message stands whether its notice was in time and arrived, what the law says then, and a way to paper', async () => {
  const verstuurd = new Date('2026-02-20T09:00:00Z')
  const zending = (deel: Partial<Zending>): Zending => ({
    ...{
      id: nummer(9),
      persoon: ik,
      bericht: nummer(1),
      kanaal: 'berichtenbox',
      beurt: 1,
      stand: 'verzonden',
    },
    ...{ greep: 1, pogingen: 0, ongewis: 0, gemaakt: verstuurd, volgende: verstuurd, daarna: [] },
    verzonden: verstuurd,
    ...deel,
  })
  const postvak = zending({ uiterlijk: new Date('2026-02-22T09:00:00Z') })
  const toon = async (...meldingen: readonly Zending[]) => {
    const { bezoeker } = await opstelling({ berichten: [bericht(1)], zendingen: [postvak, ...meldingen] })
    const pagina = leesbaar((await bezoeker.haal(`/mijn/berichten/${nummer(1)}`)).body)
    return { pagina, bezoeker }
  }
  const geen = await toon()
  assert.match(geen.pagina, /Er is binnen 48 uur geen melding verstuurd.*artikel 2:10 lid 1/)
  assert.match(geen.pagina, /mag niemand u aanrekenen dat u te laat was \(artikel 2:22\)/)
  const mail = zending({ kanaal: 'email', verzonden: new Date('2026-02-20T09:05:00Z') })
  const terug = await toon({ ...mail, stand: 'mislukt' })
  assert.match(terug.pagina, /binnen 48 uur, en dus op tijd.*De melding kwam niet aan\./)
  assert.match(terug.pagina, /Kreeg u de melding niet, en lag dat niet aan u\?/)
  const { pagina, bezoeker } = await toon({ ...mail, stand: 'bezorgd' })
  assert.match(pagina, /De melding kwam aan\./)
  assert.doesNotMatch(pagina, /2:22/)

  assert.match(pagina, /Stuur mij dit op papier/)
  const naar = await bezoeker.stuur(`/mijn/berichten/${nummer(1)}/papier`, {})
  assert.equal(naar.headers.location, `/mijn/berichten/${nummer(1)}?gedaan=papier-gevraagd`)
  const daarna = await bezoeker.haal(`/mijn/berichten/${nummer(1)}?gedaan=papier-gevraagd`)
  assert.match(daarna.body, /Wij sturen u dit bericht ook als brief\./)
})
