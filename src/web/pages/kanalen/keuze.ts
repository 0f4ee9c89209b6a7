/** What somebody chose for one reach, and how it is changed; nothing else of what they chose there changes with it. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { isUuid, parseOrganisatieId } from '../../../domain/index.ts'
import {
  type Bereik,
  bereiksleutel,
  berichtgroepen,
  type Gewijzigd,
  type Hoofdkanaal,
  type Keuze,
  type Verklaring,
  type Voorkeurbeeld,
  type Voorkeurwijziging,
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

/** Chosen for anything at all. */
export function heeftKanaal(beeld: Voorkeurbeeld, kanaal: Hoofdkanaal): boolean {
  return beeld.regels.some(({ bereik }) => kanaalVan(beeld, bereik) === kanaal)
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
export function zetKanaal(
  { houder, bronnen }: Wiens,
  bereik: Bereik,
  kanaal: Hoofdkanaal | undefined,
  bewijs: Verwerkingsbewijs,
): Promise<Gewijzigd> {
  const { groep, organisatie } = bereik
  const maak = (beeld: Voorkeurbeeld): Voorkeurwijziging => {
    const { kanaal: _was, ...rest } = keuzeVoor(beeld, bereik)
    const keuzes = [{ bereik, keuze: kanaal === undefined ? rest : { ...rest, kanaal } }]
    if (kanaal !== 'berichtenbox') return { keuzes, trekIn: verklaardVoor(beeld, bereik).map(({ id }) => id) }
    return { keuzes, verklaar: [{ kanaal, ...(groep && { groep }), ...(organisatie && { organisatie }) }] }
  }
  return bronnen.voorkeuren.wijzig(houder, maak, bewijs)
}

/** A part of what they chose in general; the rest of it stays as it is at that moment. */
export function zetAlgemeen(
  { houder, bronnen }: Wiens,
  maak: (keuze: Keuze) => Keuze,
  bewijs: Verwerkingsbewijs,
): Promise<Gewijzigd> {
  return bronnen.voorkeuren.wijzig(
    houder,
    (beeld) => ({ keuzes: [{ bereik: {}, keuze: maak(keuzeVoor(beeld, {})) }] }),
    bewijs,
  )
}

/** Everything on paper again, at once. How a letter is set, and in which language, stays as they asked for. */
export function neemTerug({ houder, bronnen }: Wiens, bewijs: Verwerkingsbewijs): Promise<Gewijzigd> {
  const maak = ({ regels, verklaringen }: Voorkeurbeeld): Voorkeurwijziging => ({
    trekIn: verklaringen.filter(({ ingetrokken }) => ingetrokken === undefined).map(({ id }) => id),
    keuzes: regels.flatMap(({ bereik, keuze }) => {
      const { kanaal, melding, ...rest } = keuze
      return kanaal === undefined && melding === undefined ? [] : [{ bereik, keuze: rest }]
    }),
  })
  return bronnen.voorkeuren.wijzig(houder, maak, bewijs)
}
