import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLevensloopwerk } from '../../src/proactief/index.ts'
import { alsEigenaar } from '../../src/store/proefdatabank.ts'
import { inkomen, inschrijving, proefhuishouden } from './proefinschrijving.ts'
import { openProefvolgwerk } from './proefvolgwerk.ts'

const feiten = { huishouden: proefhuishouden, bronnen: ['inkomen'] } as const

test('what a node began and left has an end, written by whoever takes over; who finished it wrote it in one act', async (t) => {
  const proef = await openProefvolgwerk(t)
  const { klok, registers, onderdelen, persoon, werkAf, ontvangst, naam, gestuurd, url } = proef
  const ik = persoon()
  registers.brp.set(ik, inschrijving(klok.nu))
  registers.inkomen.set(ik, inkomen(klok.nu, 6_000_000))
  await proef.volg(ik, feiten)
  registers.inkomen.set(ik, inkomen(klok.nu, 2_000_000))
  const bericht = { specversion: '1.0', id: 'a', source: 'urn:uwv', subject: naam('uwv', ik) }
  const wat = { type: 'nl.voordeur.levensloop.baanverlies', data: { op: '2026-02-01' } }
  await ontvangst.ontvang('uwv', { ...bericht, ...wat })
  // One that asks a register, and is never heard of again.
  const isGevraagd = Promise.withResolvers<void>()
  const raadpleeg = () => {
    isGevraagd.resolve()
    return new Promise<never>(() => {})
  }
  const gevallen = createLevensloopwerk({
    ...onderdelen,
    registers: { ...onderdelen.registers, inkomen: { raadpleeg } },
  })
  void gevallen.werkAf()
  await isGevraagd.promise
  const zonderEinde = `select count(*)::int as n from voordeur.bewijs_regel r where r.soort = 'verwerking'
    and not exists (select 1 from voordeur.bewijs_regel a where a.onderwerp = r.onderwerp and a.soort = 'afgerond'
      and a.codes::jsonb ->> 'span' = r.codes::jsonb ->> 'span')`
  assert.deepEqual(await alsEigenaar({ url }, zonderEinde), [{ n: 2 }])
  // In those hands until the term is over.
  await werkAf()
  assert.deepEqual(await gestuurd(ik), [])
  klok.nu = new Date(klok.nu.getTime() + 31_000)
  await werkAf()
  assert.equal((await gestuurd(ik)).length, 1)
  assert.deepEqual(await alsEigenaar({ url }, zonderEinde), [{ n: 0 }])
  const einden = `select codes::jsonb ->> 'status' as status, codes::jsonb ->> 'reden' as reden, count(*)::int as n
    from voordeur.bewijs_regel where soort = 'afgerond' and codes::jsonb ? 'reden' group by 1, 2`
  assert.deepEqual(await alsEigenaar({ url }, einden), [{ status: 'Error', reden: 'onderbroken', n: 2 }])
  // The line of what was told, and that it ended, came of one act.
  const samen = `select count(distinct xmin::text)::int as n from voordeur.bewijs_regel
    where soort = 'signaal-verteld' or (soort = 'afgerond' and volgnummer = (select max(volgnummer) from voordeur.bewijs_regel
      where onderwerp = 'persoon:${ik}'))`
  assert.deepEqual(await alsEigenaar({ url }, samen), [{ n: 1 }])
})

test('what happened while somebody counted as dead counts when they turn out to live', async (t) => {
  const proef = await openProefvolgwerk(t)
  const { klok, registers, persoon, meld, gestuurd } = proef
  const ik = persoon()
  registers.brp.set(ik, inschrijving(klok.nu))
  registers.inkomen.set(ik, inkomen(klok.nu, 6_000_000))
  await proef.volg(ik, feiten)
  await meld(ik, 'dood', 'overlijden')
  registers.inkomen.set(ik, inkomen(klok.nu, 2_000_000))
  await meld(ik, 'minder', 'inkomen-gewijzigd')
  assert.deepEqual(await gestuurd(ik), [])
  await meld(ik, 'terug', 'ingetrokken', { intrekt: 'dood' })
  assert.equal((await gestuurd(ik)).length, 1)
})
