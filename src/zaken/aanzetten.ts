import { leesAansluiting } from './aansluiting.ts'
import type { Bewaard, Wijziging } from './aansluitingen.ts'
import type { Bronnenbeheer, Proefverslag } from './bronnenbeheer.ts'
import { isGeslaagd } from './bronproef.ts'

export interface Aangezet {
  readonly uitkomst: Bewaard
  /** Of a connection that was to go on and is on trial, since the test had red. */
  readonly gezakt?: Proefverslag | 'niet-te-testen'
}

/**
 * As `bewaar`; but residents see a connection only after a test without red. Until then what was written down is kept
 * on trial. One that is on already stays on: to take it away from residents is for a person to choose.
 */
export async function bewaarGetest(
  { aansluitingen, test }: Pick<Bronnenbeheer, 'aansluitingen' | 'test'>,
  wijziging: Wijziging,
): Promise<Aangezet> {
  const gelezen = leesAansluiting(wijziging.invoer)
  if (!gelezen.ok || gelezen.aansluiting.stand !== 'aan')
    return { uitkomst: await aansluitingen.bewaar(wijziging) }
  const { organisatie } = gelezen.aansluiting
  const oud = await aansluitingen.vind(organisatie)
  if (oud?.aansluiting.stand === 'aan') return { uitkomst: await aansluitingen.bewaar(wijziging) }
  // It was read as an object just now.
  const invoer = { ...(wijziging.invoer as object), stand: 'proef' }
  const opProef = await aansluitingen.bewaar({ ...wijziging, invoer })
  if (opProef.status !== 'ok') return { uitkomst: opProef }
  const verslag = await test(organisatie, wijziging.door)
  if (verslag === undefined || !isGeslaagd(verslag.regels))
    return { uitkomst: opProef, gezakt: verslag ?? 'niet-te-testen' }
  const bewaard = await aansluitingen.vind(organisatie)
  const uitkomst = await aansluitingen.bewaar({
    invoer: { ...bewaard?.aansluiting, stand: 'aan' },
    geheimen: {},
    door: wijziging.door,
    vanVersie: opProef.versie,
  })
  return {
    uitkomst:
      uitkomst.status === 'ok'
        ? { ...uitkomst, wat: [...new Set([...opProef.wat, ...uitkomst.wat])] }
        : uitkomst,
  }
}
