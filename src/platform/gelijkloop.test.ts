import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GELIJK_MS, klokmelding, maakGelijkloop } from './gelijkloop.ts'

/** A machine that is so much ahead of the database, which is asked so slowly. */
function opzet({
  voorMs,
  onderwegMs = 40,
  gezetMs = 0,
}: Record<'voorMs', number> & { onderwegMs?: number; gezetMs?: number }) {
  const is = { daarMs: Date.parse('2026-03-02T10:00:00Z'), voorMs, onderwegMs }
  const machine = { nu: () => new Date(is.daarMs + is.voorMs) }
  const klok = { nu: () => new Date(machine.nu().getTime() + gezetMs) }
  const daar = async () => {
    is.daarMs += is.onderwegMs / 2
    const tijd = new Date(is.daarMs)
    is.daarMs += is.onderwegMs / 2
    return tijd
  }
  const { klok: gelijk, ...rest } = maakGelijkloop(klok, daar, machine)
  return { is, gelijk, ...rest, verschilMs: () => gelijk.nu().getTime() - is.daarMs - gezetMs }
}

test('a machine that is an hour ahead or behind goes with the database from the first look on', async () => {
  for (const uurMs of [3_600_000, -3_600_000]) {
    const { meet, verschilMs, voorMs } = opzet({ voorMs: uurMs })
    assert.equal(verschilMs(), uurMs)
    await meet()
    assert.deepEqual([verschilMs(), voorMs()], [0, uurMs])
  }
})

test('a clock that was set for a demonstration stays where it was set', async () => {
  const { meet, verschilMs } = opzet({ voorMs: 60_000, gezetMs: -86_400_000 })
  await meet()
  assert.equal(verschilMs(), 0)
})

test('what differs less than machines do is left alone, and is not jumped over again and again', async () => {
  const { meet, verschilMs } = opzet({ voorMs: GELIJK_MS })
  await meet()
  assert.equal(verschilMs(), GELIJK_MS)
})

test('an answer that was under way for long, or none, changes nothing; a clock that is put right is seen', async () => {
  const een = opzet({ voorMs: 60_000 })
  await een.meet()
  een.is.voorMs = 0
  een.is.onderwegMs = 10_000
  await een.meet()
  assert.equal(een.voorMs(), 60_000)
  een.is.onderwegMs = 40
  await een.meet()
  assert.deepEqual([een.voorMs(), een.verschilMs()], [0, 0])
})

test('who runs a machine whose clock is wrong is told so, with what to do', () => {
  assert.equal(klokmelding(-900), undefined)
  assert.match(klokmelding(3_600_000) ?? '', /3600 seconden voor op die van de databank.*NTP/)
  assert.match(klokmelding(-1_400) ?? '', /1 seconde achter/)
})
