import { proefbewijs } from '../../src/audit/proefaudit.ts'
import type { Volgfeiten } from '../../src/proactief/index.ts'
import { inkomen, inschrijving, proefhuishouden } from './proefinschrijving.ts'
import { openProefvolgwerk } from './proefvolgwerk.ts'

/** For tests: lives alone in Amsterdam, and has too much for anything. */
export const feiten: Volgfeiten = { huishouden: proefhuishouden, bronnen: ['brp', 'inkomen'] }

/** For tests: takes part with these answers, and both registers say the same. */
export async function opzet(
  t: Parameters<typeof openProefvolgwerk>[0],
  anders: Partial<Volgfeiten> = {},
  verdient = 6_000_000,
) {
  const proef = await openProefvolgwerk(t)
  const ik = proef.persoon()
  proef.registers.brp.set(ik, inschrijving(proef.klok.nu))
  proef.registers.inkomen.set(ik, inkomen(proef.klok.nu, verdient))
  await proef.volg(ik, { ...feiten, ...anders })
  const verdien = (jaarbedrag: number) => proef.registers.inkomen.set(ik, inkomen(proef.klok.nu, jaarbedrag))
  const mijn = async () =>
    (await proef.signalen.van(ik, proefbewijs(ik)))
      .map(({ regeling, soort, stand }) => `${regeling} ${soort} ${stand}`)
      .toSorted()
  return { ...proef, ik, verdien, mijn }
}
