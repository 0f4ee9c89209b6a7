import type { RegisterUitkomst } from '../register.ts'
import type { Zaakvraag } from '../zaakbron.ts'
import type { Statusgegevens, Zaakdetail, Zaakref } from '../zaakgegevens.ts'
import { besluitenVan } from './besluiten.ts'
import type { Binnen } from './binnen.ts'
import type { Deel } from './deel.ts'
import { documentenVan } from './documenten.ts'
import { metEigen } from './eigen.ts'
import { type Gang, pad } from './klant.ts'
import { alsStatus, type Eigen, leesZaak } from './lees-zaak.ts'
import { statusVorm } from './vormen.ts'

/** One case, opened. Its parts are asked for after it is sure whose it is; one that fails is named as missing. */
export function haal(binnen: Binnen, vraag: Zaakvraag, ref: Zaakref): Promise<RegisterUitkomst<Zaakdetail>> {
  return metEigen(binnen, vraag, ref, async (eigen, gang, op) => {
    const [{ zaak, isVolledig }, tijdlijn, documenten, besluiten] = await Promise.all([
      leesZaak(binnen, gang, eigen),
      tijdlijnVan(binnen, gang, eigen),
      documentenVan(binnen, gang, eigen),
      besluitenVan(binnen, gang, eigen),
    ])
    const delen = { tijdlijn, documenten, besluiten }
    const ontbreekt = (['tijdlijn', 'documenten', 'besluiten'] as const).filter(
      (deel) => !delen[deel].isVolledig || (deel === 'tijdlijn' && !isVolledig),
    )
    return {
      status: 'ok',
      gegevens: {
        zaak,
        tijdlijn: tijdlijn.rijen,
        documenten: documenten.rijen,
        besluiten: besluiten.rijen,
        ontbreekt,
      },
      op,
    }
  })
}

async function tijdlijnVan(
  binnen: Binnen,
  gang: Gang,
  { ruw, type, regel }: Eigen,
): Promise<Deel<Statusgegevens>> {
  const plek = { component: 'zrc', pad: pad('statussen', { zaak: ruw.url }) } as const
  const lijst = await binnen.klant.lijst(gang, plek, { handeling: 'statussen lezen' })
  if (lijst.status !== 'ok') return { rijen: [], isVolledig: false }
  const gelezen = await Promise.all(
    lijst.inhoud.rijen.map(async (rij): Promise<Statusgegevens | undefined> => {
      const { data } = statusVorm.safeParse(rij)
      return data?.zaak === ruw.url ? alsStatus(binnen, data, type, regel) : undefined
    }),
  )
  const rijen = gelezen
    .filter((status) => status !== undefined)
    .sort((a, b) => a.op.getTime() - b.op.getTime())
  return { rijen, isVolledig: lijst.inhoud.isVolledig && rijen.length === gelezen.length }
}
