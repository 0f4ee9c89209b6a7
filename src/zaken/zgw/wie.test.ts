import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBsn, parseVestigingsnummer } from '../../domain/index.ts'
import { type RolVorm, rolVorm } from './vormen.ts'
import { besteRol, isVan, type Wie, zoekfilters } from './wie.ts'

function rol(
  betrokkeneType: string,
  betrokkeneIdentificatie: object,
  omschrijvingGeneriek = 'initiator',
): RolVorm {
  return rolVorm.parse({
    zaak: 'https://voorbeeld.nl/zaken/1',
    betrokkeneType,
    omschrijvingGeneriek,
    betrokkeneIdentificatie,
  })
}

function mens(cijfers: string): Wie {
  const bsn = parseBsn(cijfers)
  assert.ok(bsn)
  return { soort: 'mens', bsn }
}

test('a number that lost its zero is the same number', () => {
  assert.ok(isVan(mens('010000008'), rol('natuurlijk_persoon', { inpBsn: '10000008' })))
  assert.ok(!isVan(mens('010000008'), rol('natuurlijk_persoon', { inpBsn: '999990019' })))
  assert.ok(!isVan(mens('010000008'), rol('medewerker', { inpBsn: '010000008' })))
})

test('a company is known by its number, also in the field for another one; a branch by its own', () => {
  const bedrijf: Wie = { soort: 'bedrijf', kvk: '90004007' }
  const nummer = parseVestigingsnummer('000090004007')
  assert.ok(nummer)
  const vestiging: Wie = { ...bedrijf, vestiging: nummer }
  const bijKvk = rol('niet_natuurlijk_persoon', { innNnpId: '90004007' })
  const bijRsin = rol('niet_natuurlijk_persoon', { innNnpId: '999800015' })
  const dezeVestiging = rol('vestiging', { kvkNummer: '90004007', vestigingsNummer: nummer })
  const zonderKvk = rol('vestiging', { vestigingsNummer: nummer })
  const vanAnder = rol('vestiging', { kvkNummer: '90004015', vestigingsNummer: nummer })
  const andereVestiging = rol('vestiging', { kvkNummer: '90004007', vestigingsNummer: '000090004008' })
  const rollen = [bijKvk, bijRsin, dezeVestiging, zonderKvk, vanAnder, andereVestiging]
  assert.deepEqual(
    rollen.map((een) => isVan(bedrijf, een)),
    [true, false, true, false, false, true],
  )
  assert.deepEqual(
    rollen.map((een) => isVan(vestiging, een)),
    [false, false, true, true, false, false],
  )
  assert.ok(!isVan(bedrijf, rol('natuurlijk_persoon', { kvkNummer: '90004007' })))
})

test('what is looked by names the kind of number', () => {
  assert.deepEqual(zoekfilters(mens('010000008')), [
    { rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: '010000008' },
  ])
})

test('of several roles the one that says most counts', () => {
  const van = (...omschrijvingen: string[]) =>
    besteRol(omschrijvingen.map((naam) => rol('natuurlijk_persoon', {}, naam)))
  assert.equal(van('belanghebbende', 'behandelaar', 'initiator'), 'initiator')
  assert.equal(van('belanghebbende', 'mede_initiator'), 'mede_initiator')
  assert.equal(van('adviseur', 'klantcontacter'), undefined)
})
