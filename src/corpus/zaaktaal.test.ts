import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zaakorganisaties } from '../demo/zaken/organisaties.ts'
import { soortenVan } from '../demo/zaken/soorten/van.ts'
import { moeilijkeWoorden } from '../web/taal/moeilijke-woorden.ts'
import { controleerZin, woorden, zinnen } from '../web/taal/taal.ts'
import { bronBestand } from './bestand.ts'
import { laadLagen } from './laden.ts'
import { leesMap } from './map-lezen.ts'
import { MEEGELEVERD } from './meegeleverd.ts'
import { proefcorpus } from './proefcorpus.ts'

const { zaaktaal } = proefcorpus()
const alle = (taal: string): string[] => [
  ...[...zaaktaal.zaaktypen.values()].flatMap(({ naam }) => naam[taal] ?? []),
  ...[...zaaktaal.statussen.values()].flatMap(({ wat, straks }) =>
    [wat[taal] ?? [], straks[taal] ?? []].flat(),
  ),
]

test('at least forty common types of case have a name in three languages', () => {
  assert.ok(zaaktaal.zaaktypen.size >= 40, String(zaaktaal.zaaktypen.size))
  for (const taal of ['nl', 'en', 'pap']) {
    assert.equal(alle(taal).length, zaaktaal.zaaktypen.size + 2 * zaaktaal.statussen.size, taal)
  }
})

test('every type and step of the made-up organisations is understood, also in the language of officials', () => {
  const soorten = zaakorganisaties
    .flatMap((organisatie) => soortenVan(organisatie))
    .filter((soort) => !soort.isIntern)
  const onbekend = new Set<string>()
  for (const { naam, handeling, stappen } of soorten) {
    if (zaaktaal.vindZaaktype(naam) === undefined) onbekend.add(naam)
    const ambtelijk = `Behandelen ${handeling.toLowerCase()} ${naam.toLowerCase()}`
    if (zaaktaal.vindZaaktype(ambtelijk) === undefined) onbekend.add(ambtelijk)
    for (const [stap] of stappen) if (zaaktaal.vindStatus(stap) === undefined) onbekend.add(stap)
  }
  assert.deepEqual([...onbekend], [])
})

test('what nobody described is not guessed, and the first name that is known counts', () => {
  assert.equal(zaaktaal.vindZaaktype('Ontheffing venten met ballonnen'), undefined)
  assert.equal(zaaktaal.vindZaaktype('', 'aanvraag'), undefined)
  assert.equal(zaaktaal.vindStatus('Fase 3b'), undefined)
  assert.equal(
    zaaktaal.vindZaaktype('Z-0312', 'BEHANDELEN AANVRAAG PARKEERVERGUNNING')?.id,
    'parkeervergunning',
  )
  assert.equal(zaaktaal.vindStatus('beeindigd')?.groep, 'afgerond')
})

test('a duration stands only where a law says it, with its article; else it is not known', () => {
  const bekend = [...zaaktaal.zaaktypen.values()].filter(({ duur }) => duur !== undefined)
  assert.deepEqual(
    bekend.map(({ id, duur }) => [id, duur?.tot.aantal, duur?.tot.eenheid, duur?.zekerheid]),
    [
      ['schuldhulpverlening', 8, 'weken', 'wet'],
      ['bezwaar', 6, 'weken', 'meestal'],
    ],
  )
  for (const { duur } of bekend) assert.match(duur?.artikel ?? '', /artikel \d/)
})

test('a type of case is laid beside a scheme that there is', () => {
  const { zaaktaal, engine } = proefcorpus()
  const ids = new Set(engine.alleRegelingen().map(({ id }) => id))
  const gelegd = [...zaaktaal.zaaktypen.values()].flatMap(({ id, regeling }) =>
    regeling === undefined ? [] : [[id, regeling.id] as const],
  )
  assert.ok(gelegd.length >= 12)
  for (const [id, regeling] of gelegd) assert.ok(ids.has(regeling), `${id}: ${regeling}`)
})

test('the words are plain: short sentences, no hard words, and an end that says who acts', () => {
  const regels = { moeilijk: moeilijkeWoorden(), hoogstensWoorden: 15, lieverWoorden: 12 }
  const fouten = alle('nl').flatMap((tekst) =>
    zinnen(tekst).flatMap((zin) =>
      controleerZin(zin, regels)
        .filter(({ ernst }) => ernst === 'fout')
        .map(({ regel }) => `${regel}: ${zin}`),
    ),
  )
  assert.deepEqual(fouten, [])
  for (const taal of ['en', 'pap']) {
    for (const zin of alle(taal).flatMap(zinnen)) assert.ok(woorden(zin).length <= 20, zin)
  }
  const aruba = /(?<!\p{L})(cu|y|of|cas|caso|gobierno)(?!\p{L})|\p{L}+cion(nan)?(?!\p{L})/iu
  assert.deepEqual(
    alle('pap').filter((tekst) => aruba.test(tekst)),
    [],
  )
  for (const { id, groep, doet } of zaaktaal.statussen.values()) {
    if (groep === 'wacht-op-u') assert.equal(doet, 'u', id)
    if (groep === 'beslist' || groep === 'afgerond') assert.equal(doet, 'niemand', id)
  }
})

test('a faulty file names every fault, and two entries cannot claim the same name', () => {
  const lagen = (tekst: string) => [
    { naam: 'meegeleverd', soort: 'meegeleverd' as const, bestanden: leesMap(MEEGELEVERD) },
    { naam: 'eigen', soort: 'toegevoegd' as const, bestanden: [bronBestand('zaaktaal/eigen.yaml', tekst)] },
  ]
  const codes = (tekst: string) => {
    const geladen = laadLagen(lagen(tekst), {})
    assert.ok(geladen.ok)
    return geladen.waarschuwingen
      .filter(({ bestand }) => bestand === 'zaaktaal/eigen.yaml')
      .map(({ code }) => code)
  }
  const goed =
    'zaaktypen: [{ id: ballon, herken: [Ballonnen], onderwerp: buurt, naam: { nl: Ballonnen }, duur: onbekend }]'
  assert.deepEqual(codes(goed), [])
  assert.deepEqual(codes(goed.replace('[Ballonnen]', '[Parkeervergunning]')), ['zaaktaal-dubbel'])
  assert.deepEqual(codes(goed.replace('onbekend', '8 weken')), ['zaaktaal-duur'])
  assert.deepEqual(codes(goed.replace('[Ballonnen]', '[]')), ['zaaktaal-herken'])
  assert.deepEqual(codes(goed.replace('buurt', 'straat').replace('id: ballon', 'id: Ballon')), [
    'zaaktaal-id',
    'veld-keuze',
  ])
  assert.deepEqual(codes(goed.replace(', duur: onbekend', '')), ['zaaktaal-duur'])
})
