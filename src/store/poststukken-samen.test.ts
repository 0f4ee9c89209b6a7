import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BundelVol } from '../kanalen/index.ts'
import type { NieuwPoststuk } from '../ontvangst/index.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'
import { openProefontvangst as openProef, proefstuk as stuk } from './proefontvangst.ts'

test('what comes in together is written together, and one that cannot be keeps no other', async (t) => {
  const proef = await openProefdatabank(t)
  const { ontvangst, klok, persoon } = openProef(proef)
  const wie = Array.from({ length: 6 }, persoon)
  const begin = klok.nu
  const zend = (i: number, anders: Partial<NieuwPoststuk> = {}) => {
    const ik = wie[i % wie.length]
    const afzender =
      ik === undefined ? ({ soort: 'onbekend' } as const) : ({ soort: 'persoon', persoon: ik } as const)
    const ontvangen = new Date(begin.getTime() + i)
    return ontvangst.neemAan(stuk({ afzender, ontvangen, kenmerk: `samen ${i}`, ...anders }))
  }
  // What the database refuses (a kind that it does not know), what the record refuses, and twice the same.
  const beloften = [
    ...Array.from({ length: 20 }, (_, i) => zend(i)),
    zend(20, { soort: 'onzin' as 'klacht' }),
    ontvangst.neemAan(stuk({ afzender: { soort: 'persoon', persoon: persoon() }, kenmerk: 'vreemd' }), {
      door: { soort: 'taak', taak: 'x' },
    }),
    ontvangst.neemAan(stuk({ afzender: { soort: 'persoon', persoon: persoon() }, kenmerk: 'geweigerd' }), {
      door: { soort: 'inwoner', persoon: persoon() },
    }),
    ...Array.from({ length: 20 }, (_, i) => zend(i)),
  ]
  const uit = await Promise.allSettled(beloften)
  const mis = uit.flatMap((een, i) => (een.status === 'rejected' ? [i] : []))
  assert.deepEqual(mis, [20, 22])
  const goed = uit.flatMap((een) => (een.status === 'fulfilled' ? [een.value] : []))
  assert.equal(goed.filter(({ isNieuw }) => isNieuw).length, 21)
  for (let i = 0; i < 20; i++) {
    const [eens, nogEens] = [goed[i], goed[21 + i]]
    assert.equal(eens?.stuk.id, nogEens?.stuk.id)
    assert.equal(eens?.stuk.ontvangen.getTime(), begin.getTime() + i)
  }
  // Everybody has lines of their own, and no more items in evidence than were kept.
  const [geteld] = await alsEigenaar(
    proef,
    `select (select count(*)::int from voordeur.poststuk) as stukken,
      (select count(*)::int from voordeur.poststuk_kennisgeving) as kennis,
      (select count(*)::int from voordeur.bewijs_regel where soort = 'ontvangen') as bewijs,
      (select count(distinct codes::jsonb ->> 'trace')::int from voordeur.bewijs_regel where soort = 'verwerking')
        - (select count(*)::int from voordeur.bewijs_regel where soort = 'verwerking') as gedeeld`,
  )
  assert.deepEqual(geteld, { stukken: 21, kennis: 21, bewijs: 21, gedeeld: 0 })
})

test('more than can be written down is refused at once, and of what was taken in nothing is lost', async (t) => {
  const proef = await openProefdatabank(t)
  const { ontvangst } = openProef(proef)
  const uit = await Promise.allSettled(
    Array.from({ length: 1_200 }, (_, i) => ontvangst.neemAan(stuk({ kenmerk: `druk ${i}` }))),
  )
  const vol = uit.flatMap((een) => (een.status === 'rejected' ? [een.reason] : []))
  assert.ok(vol.length > 0 && vol.every((fout) => fout instanceof BundelVol))
  const [geteld] = await alsEigenaar(proef, 'select count(*)::int as n from voordeur.poststuk')
  assert.equal(geteld?.n, 1_200 - vol.length)
})
