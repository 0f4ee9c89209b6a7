import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { MEEGELEVERD } from '../corpus/index.ts'
import { maakUuid7, parseOrganisatieId } from '../domain/index.ts'
import { datum } from '../kalender/index.ts'
import { leesBriefwoorden, leestekst } from '../kanalen/brief/index.ts'
import type { Briefinhoud, Opstelvraag } from '../kanalen/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { maakPapieropsteller } from './papieropsteller.ts'
import { maakPostOpsteller } from './postmelding.ts'

const map = join(MEEGELEVERD, 'teksten')
const teksten = loadTeksten(map)
const woorden = leesBriefwoorden(map)
const papier = maakPapieropsteller(teksten, {
  basis: new URL('https://voordeur.example'),
  naamVan: () => 'SVB',
  telefoonVan: (van) => (van === 'svb' ? '020 656 56 56' : undefined),
})
const gemaakt = new Date('2026-03-04T10:00:00Z')
const inhoud = { onderwerp: { nl: 'Uw vraag' }, alineas: [{ nl: 'Wij lezen hem.' }] }

async function brief(
  bericht: Partial<Opstelvraag['bericht']>,
  rest: Partial<Opstelvraag> = {},
): Promise<Briefinhoud> {
  const uit = await papier({
    bericht: { id: 'x', soort: 'zaak-stil', verstuurd: new Date('2026-03-01T10:00:00Z'), inhoud, ...bericht },
    ...{ kanaal: 'brief', taal: 'nl', vorm: 'gewoon', code: undefined, gemaakt },
    ...rest,
  })
  return uit?.soort === 'brief' ? uit.brief : assert.fail()
}

test('a letter says what must be done and by when, and never that nothing must when something must', async () => {
  const { opstel } = maakPostOpsteller(teksten, {
    naamVan: (naam) => naam,
    zoneVan: () => 'Europe/Amsterdam',
  })
  // As `ontvangst` hands it over, as far as the words need it.
  const stuk = {
    ...{ nummer: 'AAAA-BBBB-CCCC', onderwerp: 'Mijn aanvraag', bij: 'svb', organisatie: 'svb' },
    ontvangen: new Date('2026-03-01T10:00:00Z'),
    triage: { uitkomst: 'wijs', wegen: [{ kanaal: 'email', waar: 'post@svb.example' }] },
  } as unknown as Parameters<typeof opstel>[0]
  const termijn = { was: datum('2026-03-10'), wordt: datum('2026-03-16') }
  const verkeerd = opstel(stuk, { soort: 'verkeerde-weg', termijn } as Parameters<typeof opstel>[1])
  const tekst = leestekst(await brief({ soort: 'verkeerde-weg', inhoud: verkeerd }), { taal: 'nl', woorden })
  assert.doesNotMatch(tekst, /hoeft niets te doen/)
  assert.match(tekst, /Wat moet u doen\?\n\n.*post@svb\.example.*De laatste dag is 16 maart 2026\./)

  assert.match((await brief({ inhoud: { ...inhoud, taak: 't' } })).doen ?? '', /\p{L}/u)
  assert.match((await brief({ soort: 'taak' })).doen ?? '', /\p{L}/u)
  const stil = await brief({})
  assert.deepEqual([stil.doen, stil.niets], [undefined, undefined])
  assert.doesNotMatch(leestekst(stil, { taal: 'nl', woorden }), /niets te doen/)
  const bevestiging = await brief({ soort: 'ontvangstbevestiging' })
  assert.equal(bevestiging.niets, true)
  assert.match(leestekst(bevestiging, { taal: 'nl', woorden }), /U hoeft niets te doen\./)
  const laat = await brief({ soort: 'taak', inhoud: { ...inhoud, uiterlijk: datum('2026-03-03') } })
  assert.match(laat.doen ?? '', /De laatste dag was 3 maart 2026\. Bent u te laat\?/)
})

test('a letter says whose message was sent on, which one it puts right, and bears the day on which it was made', async () => {
  const eerder = maakUuid7(new Date('2026-02-27T09:00:00Z'), (n) => Buffer.alloc(n))
  const door = await brief({ corrigeert: eerder }, { doorgever: 'Mevrouw An' })
  assert.deepEqual(door.alineas, [
    'Mevrouw An stuurde dit bericht aan u door. Het bericht was voor Mevrouw An.',
    'Deze brief verbetert ons bericht van 27 februari 2026.',
    'Wij lezen hem.',
    'Is dit gelukt? Zeg het op voordeur.example/gelukt/zaken.',
  ])
  const svb = parseOrganisatieId('svb') ?? assert.fail()
  const over = await brief({ soort: 'afspraak', inhoud: { ...inhoud, over: svb } }, { taal: 'en' })
  assert.equal(
    over.alineas.at(-1),
    'Did this work? Tell us at voordeur.example/en/gelukt/afspraken, or call 020 656 56 56.',
  )
  assert.equal(door.datum, '2026-03-04')
})

test('a letter in a second language says all that the first says, or is not in that language', async () => {
  const vol = {
    onderwerp: { nl: 'Uw vraag', pap: 'Bo pregunta' },
    doen: { nl: 'Bel ons.', pap: 'Yama nos.' },
    alineas: [{ nl: 'Wij lezen hem.', pap: 'Nos ta lesa esaki.' }],
    uiterlijk: datum('2026-03-10'),
  }
  const code = {
    code: 'A',
    geschreven: 'AAAA-BBBB-CCC',
    pad: '/echt/A',
    qrpad: '/echt/A#x.y.z',
  } as NonNullable<Opstelvraag['code']>
  const { ookIn = [], ...eerste } = await brief({ soort: 'taak', inhoud: vol }, { ookIn: ['pap'], code })
  assert.equal(ookIn.length, 1)
  const [pap] = ookIn
  assert.equal(pap?.taal, 'pap')
  assert.equal(pap?.onderwerp, 'Bo pregunta')
  assert.match(pap?.doen ?? '', /^Yama nos\. .*10 di mart 2026/)
  assert.equal(pap?.alineas.length, eerste.alineas.length)
  assert.match(pap?.controlecode?.qr ?? '', /voordeur\.example\/pap\/.*#x\.y\.z$/)
  assert.equal(pap?.controlecode?.code, eerste.controlecode?.code)
  assert.equal((await brief({ inhoud }, { ookIn: ['pap'] })).ookIn, undefined)
})

test('a note for a call says all of it again in each language that has all of it', async () => {
  const vol = {
    onderwerp: { nl: 'Uw vraag', pap: 'Bo pregunta' },
    alineas: [{ nl: 'Wij lezen hem.', pap: 'Nos ta lesa esaki.' }],
  }
  const bel = (
    van: Opstelvraag['bericht']['inhoud'],
    taal: 'nl' | 'pap',
    ookIn: readonly ('nl' | 'en' | 'pap')[],
  ) =>
    papier({
      bericht: { id: 'x', soort: 'zaak-stil', verstuurd: new Date('2026-03-01T10:00:00Z'), inhoud: van },
      ...{ kanaal: 'telefoon', taal, vorm: 'gewoon', code: undefined, gemaakt, ookIn },
    })
  assert.deepEqual(await bel(vol, 'pap', ['nl', 'en']), {
    soort: 'belbriefje',
    tekst: 'Bo pregunta\n\nNos ta lesa esaki.',
    ookIn: [{ taal: 'nl', tekst: 'Uw vraag\n\nWij lezen hem.' }],
  })
  assert.deepEqual(await bel(inhoud, 'nl', ['en', 'pap']), {
    soort: 'belbriefje',
    tekst: 'Uw vraag\n\nWij lezen hem.',
  })
})
