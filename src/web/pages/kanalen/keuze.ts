/** What somebody chose for one reach, and how it is changed; nothing else of what they chose there changes with it. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { isUuid, parseOrganisatieId } from '../../../domain/index.ts'
import {
  type Bereik,
  bereiksleutel,
  berichtgroepen,
  type Hoofdkanaal,
  type Keuze,
  type Verklaring,
  type Voorkeurbeeld,
} from '../../../kanalen/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { Kanaalscherm } from './scherm.ts'

type Wiens = Pick<Kanaalscherm, 'houder' | 'bronnen'>

export function keuzeVoor({ regels }: Voorkeurbeeld, bereik: Bereik): Keuze {
  const sleutel = bereiksleutel(bereik)
  return regels.find((regel) => bereiksleutel(regel.bereik) === sleutel)?.keuze ?? {}
}

/** Statements that hold, of exactly this reach. Of one case there are none. */
export function verklaardVoor({ verklaringen }: Voorkeurbeeld, bereik: Bereik): readonly Verklaring[] {
  if (bereik.zaak !== undefined) return []
  return verklaringen.filter(
    (een) =>
      een.kanaal === 'berichtenbox' &&
      een.ingetrokken === undefined &&
      een.groep === bereik.groep &&
      een.organisatie === bereik.organisatie,
  )
}

/** What comes of what they chose: without their statement what is electronic is paper (Awb 2:8). */
export function kanaalVan(beeld: Voorkeurbeeld, bereik: Bereik): Hoofdkanaal | undefined {
  const { kanaal } = keuzeVoor(beeld, bereik)
  const isVerklaard = [bereik, {}].some((waar) => verklaardVoor(beeld, waar).length > 0)
  return kanaal === 'berichtenbox' && !isVerklaard ? 'brief' : kanaal
}

/** `undefined`: nothing that exists. */
export function leesBereik({ form, beeld }: Pick<Verzoek, 'form' | 'beeld'>): Bereik | undefined {
  const [groep, organisatie, bron, uuid] = ['groep', 'organisatie', 'bron', 'zaak'].map(
    (naam) => form.get(naam) ?? undefined,
  )
  if (groep !== undefined) {
    const gekend = berichtgroepen.find((een) => een === groep)
    return gekend && { groep: gekend }
  }
  if (bron !== undefined || uuid !== undefined) {
    const vanBron = parseOrganisatieId(bron)
    return vanBron && isUuid(uuid ?? '') ? { zaak: { bron: vanBron, uuid: uuid ?? '' } } : undefined
  }
  if (organisatie === undefined) return {}
  const id = parseOrganisatieId(organisatie)
  return id !== undefined && beeld.organisaties.has(id) ? { organisatie: id } : undefined
}

/** `undefined`: nothing of their own here any more, what holds in general holds here too. */
export async function zetKanaal(
  scherm: Wiens,
  bereik: Bereik,
  kanaal: Hoofdkanaal | undefined,
  bewijs: Verwerkingsbewijs,
): Promise<'ok' | 'te-veel'> {
  const { houder, bronnen } = scherm
  const beeld = await bronnen.voorkeuren.haal(houder, bewijs)
  const { kanaal: _was, ...rest } = keuzeVoor(beeld, bereik)
  if (kanaal === 'berichtenbox') {
    const { groep, organisatie } = bereik
    const wat = { kanaal, ...(groep && { groep }), ...(organisatie && { organisatie }) } as const
    await bronnen.voorkeuren.verklaar(houder, wat, bewijs)
  } else {
    for (const { id } of verklaardVoor(beeld, bereik)) await bronnen.voorkeuren.trekIn(houder, id, bewijs)
  }
  return bewaar(scherm, bereik, kanaal === undefined ? rest : { ...rest, kanaal }, bewijs)
}

/** An empty choice is none. */
export async function bewaar(
  { houder, bronnen }: Wiens,
  bereik: Bereik,
  keuze: Keuze,
  bewijs: Verwerkingsbewijs,
): Promise<'ok' | 'te-veel'> {
  if (Object.keys(keuze).length === 0) {
    await bronnen.voorkeuren.wis(houder, bereik, bewijs)
    return 'ok'
  }
  const uitkomst = await bronnen.voorkeuren.kies(houder, bereik, keuze, bewijs)
  return uitkomst.status === 'ok' ? 'ok' : 'te-veel'
}

/** Everything on paper again, at once. How a letter is set, and in which language, stays as they asked for. */
export async function neemTerug({ houder, bronnen }: Wiens, bewijs: Verwerkingsbewijs): Promise<void> {
  const { voorkeuren } = bronnen
  const { regels, verklaringen } = await voorkeuren.haal(houder, bewijs)
  for (const { id, ingetrokken } of verklaringen)
    if (ingetrokken === undefined) await voorkeuren.trekIn(houder, id, bewijs)
  for (const { bereik, keuze } of regels) {
    const { kanaal, melding, ...rest } = keuze
    if (kanaal !== undefined || melding !== undefined) await bewaar({ houder, bronnen }, bereik, rest, bewijs)
  }
}
