/** What a professional looks for: read of the form, or of a link from a sheet. */
import { type Lijnonderwerp, type Lijnvraag, leesLijnonderwerp, type Namens } from '../../../lijnen/index.ts'
import { HOOGSTENS_TEKENS, type Treffer, type Zoekuitslag } from '../../../zoeken/index.ts'
import { leesPlaats, woonplaatsen } from '../../invoer/plaats.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { gebiedenVoor } from '../kennis/bron.ts'
import { zoekVoor } from '../kennis/lijst.ts'
import { lijntalen } from './bron.ts'

export interface Gidsvraag {
  readonly q: string
  readonly onderwerp: Lijnonderwerp | undefined
  readonly plaats: { readonly getypt: string; readonly code: string | undefined }
  readonly taal: string
  readonly nodig: Lijnvraag['nodig']
  readonly namens: Namens
  /** The chain case from which they came, to call about; whether they may see it is asked when they call. */
  readonly ketenzaak: string | undefined
  /** Of the form that was sent: who sends the same one again asks nothing new. */
  readonly keer: string | undefined
  readonly fouten: readonly Veldfout[]
}

/** Named limit: of more subjects than this nobody reads the lists. */
const HOOGSTENS_ONDERWERPEN = 3

export function leesGidsvraag(verzoek: Verzoek): Gidsvraag {
  const { form, zoek, isForm, context } = verzoek
  const uit = isForm ? form : zoek
  const q = (form.get('q') ?? '').trim().slice(0, HOOGSTENS_TEKENS)
  const onderwerp = leesLijnonderwerp(uit.get('onderwerp') ?? '')
  const plaats = isForm ? plaatsUit(verzoek) : eigenPlaats(verzoek)
  const fouten: Veldfout[] = [
    ...(isForm && q === '' && onderwerp === undefined
      ? [{ veld: 'q', tekst: context.spraak.t('lijnen.zoek.fout_leeg') }]
      : []),
    ...(plaats.isFout ? [{ veld: 'plaats', tekst: context.spraak.t('lijnen.zoek.fout_plaats') }] : []),
  ]
  return {
    ...{ q, onderwerp, plaats, fouten },
    ketenzaak: leesUuid(uit.get('ketenzaak')),
    keer: leesUuid(form.get('keer')),
    taal: lijntalen.find((taal) => taal === form.get('taal')) ?? 'nl',
    nodig: form.get('nodig') === 'beslissen' ? 'beslissen' : 'uitleggen',
    namens: form.get('namens') === 'zelf' ? 'zelf' : 'inwoner',
  }
}

function leesUuid(tekst: string | null): string | undefined {
  return tekst !== null && /^[0-9a-f-]{36}$/.test(tekst) ? tekst : undefined
}

export function lijnvraag({ plaats, taal, nodig }: Gidsvraag, onderwerp: Lijnonderwerp): Lijnvraag {
  return { onderwerp, nodig, taal, ...(plaats.code !== undefined && { gebied: plaats.code }) }
}

/** What they chose, or what their words lead to, best first. `stil`: search does not answer. */
export async function onderwerpenVan(
  verzoek: Verzoek,
  { q, onderwerp }: Gidsvraag,
): Promise<readonly Lijnonderwerp[] | 'stil'> {
  if (onderwerp !== undefined) return [onderwerp]
  if (q === '') return []
  const treffers = await inBeideTalen(verzoek, q)
  if (treffers === 'stil') return 'stil'
  const perId = new Map<string, Lijnonderwerp>()
  for (const { soort, id, ouder } of treffers) {
    if (soort === 'regeling' || soort === 'gebeurtenis') perId.set(`${soort}-${id}`, { soort, id })
    else if (soort === 'stap' && ouder !== undefined)
      perId.set(`gebeurtenis-${ouder}`, { soort: 'gebeurtenis', id: ouder })
  }
  return [...perId.values()].slice(0, HOOGSTENS_ONDERWERPEN)
}

/**
 * A professional whose page is not in Dutch often types the Dutch word: that of the letter on the desk. So both
 * languages are asked, and what more of the words lead to, without guessing at a typing error, goes first.
 */
async function inBeideTalen(verzoek: Verzoek, q: string): Promise<readonly Treffer[] | 'stil'> {
  const gebieden = gebiedenVoor(verzoek)
  const eigen = await zoekVoor(verzoek, q, gebieden)
  if (eigen === 'stil' || eigen.taal === 'nl') return eigen === 'stil' ? eigen : eigen.treffers
  const nederlands = await zoekVoor(verzoek, q, gebieden, 'nl')
  if (nederlands === 'stil') return eigen.treffers
  const herkend = ({ treffers, verbeterd }: Zoekuitslag) => (treffers[0]?.door.length ?? 0) - verbeterd.length
  const [eerst, dan] = herkend(nederlands) > herkend(eigen) ? [nederlands, eigen] : [eigen, nederlands]
  return [...eerst.treffers, ...dan.treffers]
}

type Plaats = Gidsvraag['plaats'] & { readonly isFout?: boolean }

function plaatsUit({ form, beeld }: Verzoek): Plaats {
  const getypt = (form.get('plaats') ?? '').trim().slice(0, 60)
  const gelezen = leesPlaats(getypt, woonplaatsen(beeld.corpus.gebieden))
  if (gelezen.status === 'ok') return { getypt, code: gelezen.code }
  return { getypt, code: undefined, isFout: gelezen.status !== 'leeg' }
}

/** Where their own organisation works, when that is one municipality or island. */
function eigenPlaats({ beeld, werker }: Verzoek): Plaats {
  const gebied = werker && beeld.organisaties.get(werker.subject.organisatie)?.gebied
  const plaats = gebied === undefined ? undefined : beeld.corpus.gebieden.get(gebied)
  const isPlaats = plaats?.soort === 'gemeente' || plaats?.soort === 'eiland'
  return isPlaats ? { getypt: plaats.naam, code: plaats.code } : { getypt: '', code: undefined }
}
