import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import { type Bericht, createPostbus, type PostbusOnderdelen } from '../kanalen/index.ts'

/** For tests: what lies in somebody's inbox, the latest first, as its owner sees it. */
export function proefinbox(delen: Omit<PostbusOnderdelen, 'zendingen' | 'magMeelezen' | 'heeftBriefweg'>) {
  const nooit = () => Promise.reject(new Error('hier wordt alleen gekeken'))
  const { lijst } = createPostbus({
    ...delen,
    zendingen: { vanBericht: nooit, vraagBrief: nooit },
    magMeelezen: async () => false,
    heeftBriefweg: () => false,
  })
  return async (persoon: PersoonId, bewijs: Verwerkingsbewijs): Promise<readonly Bericht[]> =>
    (await lijst({ persoon, lezer: persoon }, { map: 'postvak' }, bewijs)).berichten
}
