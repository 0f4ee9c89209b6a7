import { vindOrganisatie } from '../../../corpus/index.ts'
import type { Html } from '../../../platform/index.ts'
import { alleRegelingenOp } from '../../../rechten/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { postdeel } from '../post/sturen.ts'
import { leesOverheid, storingenVan } from '../post/woorden.ts'
import { gebiedenVan } from '../rechten/beeld.ts'
import { lijstPagina } from './lijst-pagina.ts'
import { organisatiePagina } from './organisatie-pagina.ts'

export function lijst({ context, beeld }: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: lijstPagina(context, beeld) }
}

export async function organisatie(verzoek: Verzoek): Promise<Antwoord> {
  const { context, beeld, delen, bronnen } = verzoek
  const gevonden = beeld.organisaties.get(delen.organisatie ?? '')
  if (gevonden === undefined) return { soort: 'niet-gevonden' }
  // What «gemeente» does is done by each municipality; what is known of all goes with what is known of one.
  const algemeen = beeld.organisaties.get(gevonden.soort)
  const isVan = (id: string): boolean =>
    vindOrganisatie(beeld.organisaties, id, gevonden.gebied ? [gevonden.gebied] : gebiedenVan(beeld))?.id ===
    gevonden.id
  return {
    soort: 'pagina',
    pagina: organisatiePagina({
      context,
      organisatie: gevonden,
      storing: await storingenBij(verzoek, gevonden.id),
      post: gevonden.overheid ? postdeel(verzoek, gevonden.id) : undefined,
      algemeen: algemeen === gevonden ? undefined : algemeen,
      regelingen: alleRegelingenOp(beeld.corpus, beeld.datum).filter(
        (info) =>
          isVan(info.uitvoerder) && (gevonden.gebied === undefined || pastBij(info.gebied, gevonden.gebied)),
      ),
      gebeurtenissen: [...bronnen.gebeurtenissen().values()].filter(({ stappen }) =>
        stappen.some((stap) => isVan(stap.organisatie)),
      ),
    }),
  }
}

function storingenBij(verzoek: Verzoek, id: string): Promise<Html | undefined> | undefined {
  const overheid = leesOverheid(verzoek, id)
  return overheid && storingenVan(verzoek, overheid)
}

/** A national scheme is carried out by every municipality, a local one only by its own. */
function pastBij(gebied: string, eigen: string): boolean {
  return gebied === eigen || gebied === 'nederland' || gebied === 'caribisch'
}
