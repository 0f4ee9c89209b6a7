/** What goes wrong for one person or with one register, and what others notice of it: nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLevensloopwerk } from '../../src/proactief/index.ts'
import { alsEigenaar } from '../../src/store/proefdatabank.ts'
import { feiten, opzet } from './proefdeelnemer.ts'
import { inkomen, inschrijving } from './proefinschrijving.ts'

/** Somebody else who takes part, and earns less than when that was looked at. */
async function gaatMinderVerdienen({
  persoon,
  volg,
  registers,
  klok,
}: Pick<Awaited<ReturnType<typeof opzet>>, 'persoon' | 'volg' | 'registers' | 'klok'>) {
  const wie = persoon()
  registers.brp.set(wie, inschrijving(klok.nu))
  registers.inkomen.set(wie, inkomen(klok.nu, 6_000_000))
  await volg(wie, feiten)
  registers.inkomen.set(wie, inkomen(klok.nu, 2_000_000))
  return wie
}

test('whom it does not work out for stops nobody else, and is put aside where it is seen', async (t) => {
  const { ik, verdien, meld, gestuurd, url, werk, werkAf, klok, fouten, ...huis } = await opzet(t)
  const ander = await gaatMinderVerdienen({ ...huis, klok })
  verdien(2_000_000)
  await alsEigenaar(
    { url },
    `set session_replication_role to replica;
    update voordeur.levensloop_dossier set zout = decode(repeat('00', 32), 'hex') where persoon = '${ik}'`,
  )
  await meld(ik, 'a', 'inkomen-gewijzigd')
  await meld(ander, 'b', 'inkomen-gewijzigd')
  assert.deepEqual([(await gestuurd(ik)).length, (await gestuurd(ander)).length], [0, 1])
  for (let keer = 0; keer < 6; keer++) {
    klok.nu = new Date(klok.nu.getTime() + 60_000)
    await werkAf()
  }
  assert.equal((await werk.stand(klok.nu)).opzij, 1)
  assert.equal(fouten.length, 5)
})

test('whom the database refuses keeps nobody else of the same batch from being told', async (t) => {
  const huis = await opzet(t)
  const { ik, verdien, gestuurd, klok, url, ontvangst, naam, werkAf, werk } = huis
  const anderen = [
    await gaatMinderVerdienen(huis),
    await gaatMinderVerdienen(huis),
    await gaatMinderVerdienen(huis),
  ]
  verdien(2_000_000)
  await alsEigenaar(
    { url },
    `do $$ begin execute format('alter table voordeur.levensloop_dossier add constraint proef
      check (persoon <> %L or versie <= %s) not valid', '${ik}', (select versie from voordeur.levensloop_dossier
      where persoon = '${ik}')); end $$`,
  )
  await ontvangst.ontvang(
    'rvig',
    [ik, ...anderen].map((wie) => ({
      ...{ specversion: '1.0', id: 'a', source: 'urn:rvig', subject: naam('rvig', wie) },
      ...{ type: 'nl.voordeur.levensloop.inkomen-gewijzigd', data: { op: '2026-03-01' } },
    })),
  )
  await werkAf()
  const aantal = async (wie: typeof ik) => (await gestuurd(wie)).length
  assert.deepEqual(await Promise.all([ik, ...anderen].map(aantal)), [0, 1, 1, 1])
  // Of each of them it stands once that it ended, and how.
  const einden = `select codes::jsonb ->> 'span' as span from voordeur.bewijs_regel where soort = 'afgerond'
    group by 1 having count(*) > 1`
  assert.deepEqual(await alsEigenaar({ url }, einden), [])
  assert.equal((await werk.stand(klok.nu)).opzij, 0)
})

test('when asking a register goes wrong with us, what came in is not put away as seen', async (t) => {
  const { ik, verdien, gestuurd, onderdelen, naam, ontvangst, klok, werkAf, fouten } = await opzet(t)
  verdien(2_000_000)
  await ontvangst.ontvang('rvig', {
    ...{ specversion: '1.0', id: 'a', source: 'urn:rvig', subject: naam('rvig', ik) },
    ...{ type: 'nl.voordeur.levensloop.inkomen-gewijzigd', data: { op: '2026-03-01' } },
  })
  const stuk = async (): Promise<never> => {
    throw new Error('de kluis is even weg')
  }
  const { registers } = onderdelen
  await createLevensloopwerk({
    ...onderdelen,
    registers: { ...registers, inkomen: { raadpleeg: stuk } },
  }).werkAf()
  assert.deepEqual([await gestuurd(ik), fouten.length], [[], 1])
  klok.nu = new Date(klok.nu.getTime() + 60_000)
  await werkAf()
  assert.equal((await gestuurd(ik)).length, 1)
})

test('a register that does not answer makes nobody poison: it waits, and goes on by itself', async (t) => {
  const { ik, verdien, meld, gestuurd, registers, klok, werkAf, werk } = await opzet(t)
  registers.inkomen.set(ik, { status: 'fout', soort: 'onbereikbaar', sinds: klok.nu })
  await meld(ik, 'a', 'inkomen-gewijzigd')
  for (let keer = 0; keer < 9; keer++) {
    klok.nu = new Date(klok.nu.getTime() + 60_000)
    await werkAf()
  }
  assert.deepEqual([await gestuurd(ik), (await werk.stand(klok.nu)).opzij], [[], 0])
  verdien(2_000_000)
  klok.nu = new Date(klok.nu.getTime() + 60_000)
  await werkAf()
  assert.equal((await gestuurd(ik)).length, 1)
})
