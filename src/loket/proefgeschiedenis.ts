/** For tests and proofs: a history of whatever people may try, and what has to hold after each command. */
import assert from 'node:assert/strict'
import { speelAf } from './evolve.ts'
import { type Leesbeeld, leesbeeld, verschil } from './leesbeeld.ts'
import { geopend, type Keten, proefzaak } from './proefketen.ts'
import { gooien, iemand, ietsTeDoen } from './proefopdrachten.ts'
import { controleerKeten } from './proefregels.ts'

export interface Geschiedenis {
  /** How often each kind of event happened. */
  readonly gebeurd: ReadonlyMap<string, number>
  readonly zaken: number
}

/** Named limit: a case in which so much was tried is full, or closed; the history goes on in a new one. */
const perZaak = 5_000

/** So many commands, with time in between; throws, with the seed, where a rule does not hold. */
export function speelGeschiedenis(seed: number, aantal: number): Geschiedenis {
  const getal = gooien(seed)
  const gebeurd = new Map<string, number>()
  let zaken = 0
  for (let keer = 0; keer < aantal; ) {
    const keten = geopend()
    zaken++
    let rijen = rijenVan(keten)
    for (let dicht = 0, hier = 0; keer < aantal && hier < perZaak && dicht < 20; keer++, hier++) {
      const voor = keten.stand
      assert.ok(voor)
      if (getal(8) === 0) keten.nu = new Date(keten.nu.getTime() + getal(4) * 86_400_000)
      if (getal(60) === 0) keten.nu = new Date(keten.nu.getTime() + getal(140) * 86_400_000)
      const opdracht = ietsTeDoen({ getal }, voor, keten.nu, keer)
      const wie = iemand({ getal }, voor, opdracht, keten.nu)
      const besluit = keten.doe(wie, opdracht)
      const na = keten.stand
      assert.ok(na)
      controleerKeten({ voor, na, nu: keten.nu, opdracht, wie, besluit })
      if (na.stand === 'gesloten') dicht++
      if (besluit.soort === 'geweigerd') continue
      for (const { soort } of besluit.voorvallen) gebeurd.set(soort, (gebeurd.get(soort) ?? 0) + 1)
      // What is written of a command makes of the rows before it the rows after it.
      rijen = bijgewerkt(rijen, leesbeeld(voor), leesbeeld(na))
    }
    // The events alone make the same case again, as they come out of a database, and the same rows.
    assert.deepEqual(speelAf(proefzaak, keten.voorvallen), keten.stand)
    assert.deepEqual(rijen, rijenVan(keten))
  }
  return { gebeurd, zaken }
}

type Rijen = ReadonlyMap<string, string>
type Lijst = Exclude<keyof Leesbeeld, 'zaak'>
const lijsten: readonly Lijst[] = ['stappen', 'deelnemers', 'delingen', 'oproepen', 'ingangen']

function rijenVan({ voorvallen }: Pick<Keten, 'voorvallen'>): Rijen {
  const stand = speelAf(proefzaak, voorvallen)
  assert.ok(stand)
  const beeld = leesbeeld(stand)
  return gesorteerd(
    lijsten.flatMap((lijst) =>
      beeld[lijst].map((rij) => [`${lijst} ${rij.id}`, JSON.stringify(rij)] as const),
    ),
  )
}

function bijgewerkt(rijen: Rijen, oud: Leesbeeld, nieuw: Leesbeeld): Rijen {
  const na = new Map(rijen)
  for (const lijst of lijsten) {
    const { zet, weg } = verschil<{ readonly id: string }>(oud[lijst], nieuw[lijst])
    for (const id of weg) na.delete(`${lijst} ${id}`)
    for (const rij of zet) na.set(`${lijst} ${rij.id}`, JSON.stringify(rij))
  }
  return gesorteerd([...na])
}

function gesorteerd(rijen: readonly (readonly [string, string])[]): Rijen {
  return new Map(rijen.toSorted(([a], [b]) => a.localeCompare(b)))
}
