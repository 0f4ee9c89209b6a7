import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import type { Hulpbehoefte, Hulpbehoeften, HulpVastlegger } from '../../../inwoner/index.ts'
import { berichttalen, type Keuze, type Voorkeurhouder } from '../../../kanalen/index.ts'
import type { Kanaalbronnen } from '../kanalen/bronnen.ts'
import { keuzeVoor } from '../kanalen/keuze.ts'

/** What is said after it. */
export const hulpGedaan = ['onthouden', 'onthouden-brief', 'vergeten'] as const

/**
 * Kept, and used at once: who needs large print gets letters so, and who speaks a language in which we write reads them
 * in it. What they chose themselves for their letters stays.
 */
export async function onthoud(
  {
    hulpbehoeften,
    voorkeuren,
  }: { readonly hulpbehoeften: Hulpbehoeften } & Pick<Kanaalbronnen, 'voorkeuren'>,
  houder: Voorkeurhouder,
  behoefte: Hulpbehoefte,
  bewijs: Verwerkingsbewijs,
): Promise<(typeof hulpGedaan)[number]> {
  await hulpbehoeften.zet(vastleggerVan(houder), behoefte, bewijs)
  const brief = briefkeuze(behoefte)
  if (Object.keys(brief).length === 0) return 'onthouden'
  let isAnders = false
  const uitkomst = await voorkeuren.wijzig(
    houder,
    (beeld) => {
      const was = keuzeVoor(beeld, {})
      const keuze = { ...brief, ...was }
      isAnders = Object.keys(keuze).length > Object.keys(was).length
      return isAnders ? { keuzes: [{ bereik: {}, keuze }] } : {}
    },
    bewijs,
  )
  return isAnders && uitkomst.status === 'ok' ? 'onthouden-brief' : 'onthouden'
}

export function vastleggerVan({ persoon, door }: Voorkeurhouder): HulpVastlegger {
  return door.soort === 'zelf' ? { soort: 'persoon', persoon } : { ...door, persoon }
}

function briefkeuze({ soorten, tolktaal }: Hulpbehoefte): Pick<Keuze, 'vorm' | 'taal'> {
  const taal = berichttalen.find((een) => een === tolktaal)
  return {
    ...(soorten.includes('grote-letters') && { vorm: 'groot' as const }),
    ...(taal !== undefined && { taal }),
  }
}
