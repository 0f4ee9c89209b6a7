import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { Proeftijd } from '../../src/platform/bron/proeftijd.ts'
import { createLog } from '../../src/platform/index.ts'
import type { Zaakdetail, Zaaklijst, Zaakref } from '../../src/zaken/index.ts'
import type { RegisterUitkomst } from '../../src/zaken/register.ts'
import type { ZgwInstelling } from '../../src/zaken/zgw/binnen.ts'
import { type Anders, anderBsn, eigenBsn, rsin, startVijand, uuids } from './vijandig.ts'
import { maakZaakbron, Proefkluis, vraagVan } from './zaakbronnen.ts'

type Tls = Parameters<typeof startVijand>[0]

/** A source that does what a test says, our adapter before it, a clock that moves when told, and one person. */
export async function opstelling(t: TestContext, instelling: Partial<ZgwInstelling> = {}, tls?: Tls) {
  const vijand = await startVijand(tls)
  const tijd = new Proeftijd('2026-03-01T10:00:00Z')
  const kluis = new Proefkluis()
  const regels: string[] = []
  const bron = maakZaakbron(vijand.bron, rsin, {
    kluis,
    nu: tijd.klok.nu,
    log: createLog(tijd.klok.nu, (regel) => regels.push(regel)),
    instelling: { grenzen: { pogingen: 1 }, ...instelling },
    onderdelen: { wekker: tijd.wekker },
  })
  t.after(async () => {
    bron.sluit()
    await vijand.sluit()
    const alles = regels.join('\n')
    // Nor what the log makes of one that got there.
    for (const bsn of [eigenBsn, anderBsn, '#########'])
      assert.ok(!alles.includes(bsn), 'een nummer in het log')
  })
  const ref: Zaakref = { bron: bron.id, uuid: uuids.zaak }
  const ik = vraagVan(kluis.persoonMet('bsn', eigenBsn))
  return { vijand, tijd, kluis, bron, ref, ik, regels }
}

export const opZoek =
  (doe: Anders): Anders =>
  (verzoek, antwoord, wereld) =>
    verzoek.url.includes('/_zoek') && doe(verzoek, antwoord, wereld)

export function heel(uitkomst: RegisterUitkomst<Zaaklijst>): Zaaklijst {
  return uitkomst.status === 'ok' ? uitkomst.gegevens : assert.fail(JSON.stringify(uitkomst))
}

export function detail(uitkomst: RegisterUitkomst<Zaakdetail>): Zaakdetail {
  return uitkomst.status === 'ok' ? uitkomst.gegevens : assert.fail(JSON.stringify(uitkomst))
}

export const soortVan = (uitkomst: RegisterUitkomst<unknown>) =>
  uitkomst.status === 'fout' ? uitkomst.soort : uitkomst.status
