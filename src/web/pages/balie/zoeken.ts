import { zoekInwoner } from '../../../inwoner/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisGrond, paginaVoor } from './eis.ts'
import { type ZoekBeeld, zoekPagina } from './zoek-pagina.ts'
import { leesZoekvraag } from './zoekvraag.ts'

export function toon(verzoek: Verzoek): Antwoord {
  return antwoord(verzoek, { soort: 'leeg' })
}

/**
 * The answer stands on the page that was asked for and nowhere else: not in an address, not in a cookie. What they
 * searched with is gone when they leave it.
 */
export async function zoek(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, grond } = eisGrond(verzoek)
  const gelezen = leesZoekvraag(verzoek.form, verzoek.context.spraak)
  if (!gelezen.ok) return antwoord(verzoek, { soort: 'fout', fouten: gelezen.fouten }, 400)
  const { gronden, audit } = balie.toegang
  if (!(await gronden.telPoging(grond))) return antwoord(verzoek, { soort: 'te-vaak' }, 429)
  const { vraag } = gelezen
  const gezocht = vraag.soort === 'naam' ? ['naam', 'geboortedatum'] : ['identificatie']
  const getoond = vraag.soort === 'eilandnummer' ? ['identificatie'] : ['naam', 'geboortedatum', 'woonplaats']
  const uitkomst = await zoekInwoner(
    balie.zoekregister,
    (betrokkenen, fn) =>
      audit.metVerwerking(
        {
          doel: 'inwoner-zoeken',
          gegevens: betrokkenen.length === 0 ? gezocht : getoond,
          betrokkenen,
          door: handelendeMet(grond),
        },
        fn,
      ),
    vraag,
  )
  if (uitkomst.status === 'fout') return antwoord(verzoek, { soort: 'stil', sinds: uitkomst.sinds }, 503)
  if (uitkomst.status === 'te-veel') return antwoord(verzoek, { soort: 'te-veel' })
  const personen = uitkomst.treffers.map(({ persoon }) => persoon)
  const handvatten = await gronden.onthoud(grond, personen)
  const treffers = uitkomst.treffers.map((treffer, i) => ({ ...treffer, handvat: handvatten[i] ?? '' }))
  return antwoord(
    verzoek,
    treffers.length === 0
      ? { soort: 'niemand', isEiland: vraag.soort === 'eilandnummer' }
      : { soort: 'gevonden', treffers },
  )
}

/** From now on the ground is about this person. A word that was not given to this session is nobody. */
export async function kies(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, grond } = eisGrond(verzoek)
  const uitkomst = await balie.toegang.gronden.kies(grond, verzoek.form.get('wie') ?? '')
  if (uitkomst !== 'ok') return antwoord(verzoek, { soort: 'verlopen' }, 400)
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, paginaVoor(grond)) }
}

function antwoord(verzoek: Verzoek, beeld: ZoekBeeld, status = 200): Antwoord {
  return { soort: 'pagina', pagina: zoekPagina(verzoek, beeld), status }
}
