import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { geloofDagen, kiesBronnen } from './bronkeuze.ts'
import { begin, bronId, dag, proefstatus, proeftype, proefzaak, uuid } from './proefzaken.ts'
import { gewoneToonregels } from './toonregel.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'
import { maakZaakbeeld } from './zaakbeeld-maken.ts'
import type { Zaakgegevens } from './zaakgegevens.ts'
import { metVerwanten, opVolgorde, sleutelVan, zonderDubbel } from './zakenlijst.ts'

const { zaaktaal } = proefcorpus()
const [breda, cak, dienst] = [bronId('gemeente-GM0758'), bronId('cak'), bronId('dienst-a')]

function zaak(nummer: number, anders: Partial<Zaakgegevens> = {}, bron = breda): Zaakgegevens {
  return proefzaak({ ref: { bron, uuid: uuid(nummer) }, nummer: `Z${nummer}`, ...anders }, bron)
}

function beeld(van: Zaakgegevens): Zaakbeeld {
  const wijze = { zaaktaal, regels: gewoneToonregels, zone: 'Europe/Amsterdam' } as const
  return maakZaakbeeld(van, { ...wijze, vandaag: dag('2026-06-01') })
}

const namen = (zaken: readonly { readonly ref: Zaakgegevens['ref'] }[]) =>
  zaken.map(({ ref }) => sleutelVan(ref))

test('the same case over two connections stands there once, at the organisation whose case it is', () => {
  // A shared register gives the case of Breda as well.
  const viaDienst = zaak(1, { organisatie: breda }, dienst)
  const thuis = zaak(1)
  for (const volgorde of [
    [viaDienst, thuis],
    [thuis, viaDienst],
  ]) {
    const { zaken, staatVoor } = zonderDubbel(volgorde)
    assert.deepEqual(namen(zaken), [sleutelVan(thuis.ref)])
    assert.deepEqual(staatVoor.get(sleutelVan(viaDienst.ref)), thuis.ref)
  }
  const ander = zaak(2, { organisatie: breda, nummer: 'Z1' }, dienst)
  assert.equal(zonderDubbel([thuis, ander]).zaken.length, 1, 'one number at one organisation')
})

test('what only looks the same stays: nothing of somebody disappears', () => {
  for (const tweede of [
    zaak(2, { nummer: 'Z1' }),
    zaak(2, { organisatie: breda, nummer: 'Z1', start: dag('2026-05-02') }, dienst),
    zaak(2, { organisatie: breda, nummer: 'Z1', type: proeftype({ sleutel: sleutel('ander') }) }, dienst),
    zaak(2, { nummer: 'Z1' }, cak),
    zaak(2, { organisatie: breda }, dienst),
    zaak(1, { start: dag('2026-05-02') }, cak),
  ])
    assert.equal(zonderDubbel([zaak(1), tweede]).zaken.length, 2)
})

const sleutel = (identificatie: string) => ({ domein: 'ZAKEN', rsin: '999800005', identificatie })

test('relations are told at both ends, once, and never point outside the list', () => {
  const [een, twee, weg] = [zaak(1), zaak(2, {}, cak), zaak(9)]
  const dubbel = zaak(2, { organisatie: cak }, dienst)
  const lijst = metVerwanten(
    [
      beeld({
        ...een,
        verwant: [
          { ref: dubbel.ref, aard: 'vervolg' },
          { ref: weg.ref, aard: 'deelzaak' },
          { ref: een.ref, aard: 'onderwerp' },
        ],
      }),
      beeld(twee),
    ],
    new Map([[sleutelVan(dubbel.ref), twee.ref]]),
  )
  assert.deepEqual(
    lijst.map(({ verwant }) => verwant),
    [[{ ref: twee.ref, aard: 'vervolg' }], [{ ref: een.ref, aard: 'vervolg', isOmgekeerd: true }]],
  )
  // Both say it: their own word stays.
  const beide = metVerwanten([
    beeld({ ...een, verwant: [{ ref: twee.ref, aard: 'deelzaak' }] }),
    beeld({ ...twee, verwant: [{ ref: een.ref, aard: 'hoofdzaak' }] }),
  ])
  assert.deepEqual(
    beide.map(({ verwant }) => verwant.map(({ aard }) => aard)),
    [['deelzaak'], ['hoofdzaak']],
  )
})

test('open ones first, then what happened last, in the same order whoever answered first', () => {
  const zaken = [
    zaak(1, { einde: dag('2026-05-30') }),
    zaak(2, { status: proefstatus({ op: new Date('2026-05-10T10:00:00Z') }) }),
    zaak(3, { status: proefstatus({ op: new Date('2026-05-20T10:00:00Z') }) }),
    zaak(4, { status: proefstatus({ op: new Date('2026-05-20T12:00:00Z') }) }),
    zaak(5, { einde: dag('2026-05-29') }),
  ].map(beeld)
  const verwacht = [3, 4, 2, 1, 5].map((nummer) => `${breda}/${uuid(nummer)}`)
  fc.assert(
    fc.property(fc.shuffledSubarray(zaken, { minLength: 5 }), (geschud) => {
      assert.deepEqual(namen(opVolgorde(geschud)), verwacht)
    }),
    { seed: 5 },
  )
})

test('who takes part is asked about where they have cases, where it is not known, and where that is old', () => {
  const alle = [breda, cak, dienst]
  const geleden = (dagen: number) => new Date(begin.getTime() - dagen * 86_400_000)
  const kies = (anders: Partial<Parameters<typeof kiesBronnen>[0]>) =>
    kiesBronnen({ alle, deelnemer: undefined, gekozen: undefined, zicht: undefined, nu: begin, ...anders })
  assert.deepEqual(kies({}), { vraag: alle, slaOver: [] })
  const [sinds, gezien] = [geleden(100), geleden(1)]
  assert.deepEqual(kies({ deelnemer: { sinds, gezien, bronnen: [] } }).vraag, alle, 'the first time')
  const leeg = (bron: typeof breda, dagen: number) => ({ bron, bevestigdOp: geleden(dagen), zaken: [] })
  assert.deepEqual(
    kies({
      deelnemer: {
        sinds,
        gezien,
        bronnen: [
          { bron: breda, bevestigdOp: geleden(90), zaken: [uuid(1)] },
          leeg(cak, 1),
          { bron: dienst, zaken: [] },
        ],
      },
    }),
    { vraag: [breda, dienst], slaOver: [cak] },
  )
  assert.deepEqual(kies({ deelnemer: { sinds, gezien, bronnen: [leeg(cak, geloofDagen)] } }).slaOver, [])
  assert.deepEqual(kies({ gekozen: [cak, bronId('weg')] }).vraag, [cak])
  assert.deepEqual(kies({ gekozen: [] }).vraag, alle)
  const zicht = { soort: 'organisatie', organisatie: cak } as const
  assert.deepEqual(kies({ zicht, gekozen: [breda] }), { vraag: [cak], slaOver: [] })
  assert.deepEqual(kies({ zicht: { ...zicht, organisatie: bronId('weg') } }).vraag, [])
})
