import { isGezagVers, soortVan } from '../toegang/index.ts'
import { waarvoorTekst } from './pages/mijn/diensten.ts'
import type { Wie } from './pages/mijn/wie.ts'
import type { Beeld } from './pages/rechten/beeld.ts'
import type { Context, Ingelogd } from './ui/context.ts'

/** For the line on every page: for whom, for what, and who sits beside them. */
export function ingelogdVan(context: Context, beeld: Beeld, { voor, naam, sessie }: Wie, nu: Date): Ingelogd {
  const isMachtiging = voor.soort === 'machtiging' && voor.machtiging.soort === 'machtiging'
  return {
    voor: soortVan(voor),
    naam: voor.soort === 'kind' && !isGezagVers(voor, nu) ? undefined : naam,
    ...(isMachtiging && {
      waarvoor: waarvoorTekst(context, beeld, {
        organisatie: voor.machtiging.organisatie,
        ...(voor.dienst !== undefined && { dienst: voor.dienst }),
      }),
    }),
    ...(voor.soort === 'bedrijf' && voor.vestiging !== undefined && { vestiging: voor.vestiging }),
    ...(sessie.helper && { helper: sessie.helper }),
  }
}
