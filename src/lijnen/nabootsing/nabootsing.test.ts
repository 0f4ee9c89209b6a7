import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gevoeligheid } from '../gevoeligheid.ts'
import { Agenda } from './agenda.ts'
import { bootsNa, type Nabootsuitkomst, speelNa } from './nabootsing.ts'
import { keurOpzet, type Opzet } from './opzet.ts'

/** Fifty people at 95 %, calls of eight minutes, three in a hundred over the lane; a hundredth of the full proof. */
const vijftig: Opzet = {
  zaad: 1,
  medewerkers: 50,
  perMinuut: (50 * 0.95) / 8,
  behandelMinuten: 8,
  aandeelLijn: 0.03,
  vorm: { soort: 'voorrang', plafond: 0.08 },
  oproepen: 12_000,
  opwarm: 1_000,
}

function speel(deel: Partial<Opzet> = {}): Nabootsuitkomst {
  const spel = speelNa({ ...vijftig, ...deel })
  for (;;) {
    const stuk = spel.next()
    if (stuk.done === true) return stuk.value
  }
}

const bijna = (gevonden: number | undefined, verwacht: number, marge: number): void =>
  assert.ok(
    Math.abs((gevonden ?? Number.NaN) - verwacht) <= marge,
    `${gevonden}, verwacht ${verwacht} ± ${marge}`,
  )

const wacht = ({ gemiddeldSeconden }: { readonly gemiddeldSeconden: number | undefined }) =>
  gemiddeldSeconden ?? Number.NaN

test('the lane waits six seconds where one queue waits two minutes, and the public three percent longer', () => {
  const heel = { oproepen: 20_000, opwarm: 0 } as const
  const rij = speel({ ...heel, vorm: { soort: 'een-rij' } })
  const lijn = speel(heel)
  // Chance decides how long the queue gets in so few calls; what the lane waits it hardly touches.
  bijna(wacht(lijn.lijn), 6.2, 1)
  bijna(lijn.lijn.p90Seconden, 18, 3)
  bijna(lijn.lijn.binnen20, 0.92, 0.03)
  bijna(rij.samen.binnen20, 0.44, 0.08)
  bijna(lijn.bezetting, 0.95, 0.02)
  // The same calls, as long: what the one wins, the others lose, to the millisecond.
  assert.equal(lijn.samen.oproepen, 20_000)
  bijna(wacht(lijn.samen) / wacht(rij.samen), 1, 1e-12)
  bijna(wacht(lijn.publiek) / wacht(rij.publiek), 1.029, 0.005)
  assert.equal(lijn.wat, 'model, geen meting')
})

test('with people who hang up it is as Erlang A says, above 100 % too', () => {
  const { samen } = speel({ perMinuut: (50 * 1.05) / 8, geduldMinuten: 10, oproepen: 8_000 })
  bijna(samen.afgehaakt, 0.078, 0.015)
  bijna(samen.gemiddeldSeconden, 47, 9)
})

test('a team of their own is worse for both', () => {
  const klein = { oproepen: 6_000 } as const
  const samen = speel(klein)
  const apart = speel({ ...klein, vorm: { soort: 'eigen-team', medewerkers: 2 } })
  assert.ok(wacht(apart.lijn) > 20 * wacht(samen.lijn))
  assert.ok(wacht(apart.publiek) > wacht(samen.publiek))
})

test('however much comes over the lane, the cap bounds what the public waits longer', () => {
  const veel = { aandeelLijn: 0.4, oproepen: 8_000, opwarm: 0 } as const
  const begrensd = speel(veel)
  const vrij = speel({ ...veel, vorm: { soort: 'voorrang', plafond: 0.9 } })
  const rij = wacht(speel({ ...veel, vorm: { soort: 'een-rij' } }).samen)
  // See plafond.ts: N/(N-N1), with an hour of credit saved at the beginning and the luck of how long calls last.
  assert.ok(wacht(begrensd.publiek) / rij < 1.11, `${wacht(begrensd.publiek) / rij}`)
  assert.ok(wacht(vrij.publiek) / rij > 1.3)
})

test('two or three subjects each in a circle do nearly as well as all ten', () => {
  const [een, twee, drie, alle] = [1, 2, 3, 10].map((perMedewerker) =>
    wacht(
      speel({
        ...{ medewerkers: 30, perMinuut: (30 * 0.85) / 8, aandeelLijn: 0, oproepen: 4_000, opwarm: 500 },
        vorm: { soort: 'keten', onderwerpen: 10, perMedewerker, plafond: 0.08 },
      }).publiek,
    ),
  ) as [number, number, number, number] // one for each above
  assert.ok(een > twee && twee > drie && drie >= alle, [een, twee, drie, alle].join(' '))
  // Most of what knowing everything would win is won by the second subject.
  assert.ok(een - twee > 0.7 * (een - alle))
})

test('the same seed gives the same run, in pieces that can be stopped', async () => {
  const klein = { ...vijftig, oproepen: 1_000, opwarm: 0 }
  let stukken = 0
  const rust = async () => void stukken++
  const klaar = await bootsNa(klein, { rust })
  assert.deepEqual(klaar, { soort: 'klaar', uitkomst: speel(klein) })
  // A call comes and ends: twice a thousand, a hundred at a time.
  assert.equal(stukken, 20)
  assert.notDeepEqual(speel({ ...klein, zaad: 2 }), speel(klein))
  const gestopt = await bootsNa(klein, { rust, sein: AbortSignal.abort() })
  assert.ok(gestopt.soort === 'gestopt' && gestopt.bij.gedaan < 1_000)
})

test('a setup that makes no sense is refused, every number at once; of nobody nothing is said', async () => {
  const onzin: Opzet = {
    zaad: 0.5,
    medewerkers: 0,
    perMinuut: Number.NaN,
    behandelMinuten: 0,
    geduldMinuten: -1,
    aandeelLijn: 2,
    vorm: { soort: 'eigen-team', medewerkers: 3 },
    oproepen: 0,
    opwarm: 0,
  }
  const fouten = [
    'zaad',
    'medewerkers',
    'per-minuut',
    'behandeltijd',
    'geduld',
    'aandeel',
    'vorm',
    'oproepen',
  ]
  assert.deepEqual(keurOpzet(onzin), fouten)
  assert.deepEqual(await bootsNa(onzin, { rust: async () => {} }), { soort: 'fout', fouten })
  const { lijn } = speel({ aandeelLijn: 0, oproepen: 100, opwarm: 0 })
  assert.deepEqual(lijn, {
    oproepen: 0,
    gemiddeldSeconden: undefined,
    p90Seconden: undefined,
    binnen20: undefined,
    afgehaakt: undefined,
  })
})

test('the diary gives what comes first, and of one moment what was put in first', () => {
  const agenda = new Agenda<number>()
  const momenten = Array.from({ length: 500 }, (_, i) => (i * 7919) % 101)
  for (const [i, ms] of momenten.entries()) agenda.zet(ms, i)
  const uit: number[] = []
  for (let een = agenda.neem(); een !== undefined; een = agenda.neem()) uit.push(een.wat)
  const verwacht = momenten.map((_, i) => i).sort((a, b) => (momenten[a] ?? 0) - (momenten[b] ?? 0))
  assert.deepEqual(uit, verwacht)
})

test('on top of what is, the lane is neutral when each of its calls avoids one of the public', () => {
  const nu = { medewerkers: 50, bezetting: 0.95, behandelMinuten: 8 }
  const tabel = gevoeligheid(nu, { aandelen: [0.03, 0.08], vermeden: [0, 0.5, 1, 1.5] })
  const extra = (aandeel: number, k: number) => {
    const wachten = tabel.find(
      ({ aandeelLijn, vermeden }) => aandeelLijn === aandeel && vermeden === k,
    )?.wacht
    return wachten?.soort === 'bekend' ? (wachten.waarde.publiekTegenNu ?? Number.NaN) : wachten?.soort
  }
  bijna(extra(0.03, 1) as number, 0.0293, 0.0005)
  assert.ok((extra(0.03, 0.5) as number) > 0.3)
  assert.ok((extra(0.03, 1.5) as number) < 0)
  assert.equal(extra(0.08, 0), 'instabiel')
})
