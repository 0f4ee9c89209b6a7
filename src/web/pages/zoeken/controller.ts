import { HOOGSTENS_TEKENS } from '../../../zoeken/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { gebiedenVan } from '../rechten/beeld.ts'
import { type Uitkomst, zoekPagina } from './zoek-pagina.ts'

/** `?q=` is what somebody looks for; without it only the field. When the index does not answer, the page says so. */
export async function zoeken(verzoek: Verzoek): Promise<Antwoord> {
  const { context, beeld, zoek, bronnen } = verzoek
  const q = (zoek.get('q') ?? '').trim().slice(0, HOOGSTENS_TEKENS)
  const uitkomst = q === '' ? undefined : await zoekVoor(verzoek, q)
  return {
    soort: 'pagina',
    pagina: zoekPagina({ context, beeld, q, uitkomst, gebeurtenissen: bronnen.gebeurtenissen() }),
  }
}

async function zoekVoor({ context, beeld, bronnen }: Verzoek, tekst: string): Promise<Uitkomst> {
  try {
    const opdracht = {
      tekst,
      taal: context.taal,
      doelgroep: 'inwoner',
      gebieden: gebiedenVan(beeld),
    } as const
    return { status: 'gevonden', ...(await bronnen.zoek(opdracht)) }
  } catch (fout) {
    bronnen.meldFout('zoeken', fout)
    return { status: 'stil' }
  }
}
