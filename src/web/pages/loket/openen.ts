/** Opening a case with the resident beside the professional: their words, who they are, and a first plan to choose from. */
import { isUuid7, parseDatum } from '../../../domain/index.ts'
import {
  type Betrokkene,
  documentsoorten,
  herkenningswijzen,
  ingangen,
  type Opdracht,
  type Stapplan,
  type Woorden,
} from '../../../loket/index.ts'
import { adres } from '../../routes.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { openpagina, wieKeuzes } from './openen-pagina.ts'
import { velden } from './openen-velden.ts'
import { eisLoket, vragerVan } from './scherm.ts'
import { keurVelden, leesIngevuld } from './velden.ts'
import { isAlgemeen, maakVoorstel, type Voorstelbeeld } from './voorstel.ts'
import { kiesUit, w } from './vorm.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return {
    soort: 'pagina',
    pagina: openpagina(verzoek, { fouten: [], voorstel: undefined, ingevuld: undefined }),
  }
}

/** Two buttons: propose steps for this life event, and open. What was typed comes back with each. */
export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const { form, context } = verzoek
  const ingevuld = leesIngevuld(form)
  const voorstel = maakVoorstel(verzoek, ingevuld.tekst('gebeurtenis'))
  if (form.get('doe') === 'voorstel')
    return { soort: 'pagina', pagina: openpagina(verzoek, { fouten: [], voorstel, ingevuld }) }
  const opnieuw = (fouten: readonly Veldfout[], weigering?: string): Antwoord => ({
    soort: 'pagina',
    pagina: openpagina(verzoek, {
      fouten,
      voorstel,
      ingevuld,
      ...(weigering !== undefined && { weigering }),
    }),
    status: weigering === undefined ? 400 : 409,
  })
  const fouten = [
    ...keurVelden(context, velden(verzoek), ingevuld),
    ...keurWie(verzoek),
    ...keurStappen(verzoek, voorstel),
  ]
  const opdracht = leesOpdracht(verzoek, voorstel)
  if (fouten.length > 0 || opdracht === undefined) return opnieuw(fouten)
  const loket = eisLoket(verzoek)
  const id = (naam: string) => {
    const waarde = form.get(naam) ?? ''
    return isUuid7(waarde) ? waarde : loket.nieuwId()
  }
  const ketenzaak = id('ketenzaak')
  const uitslag = await loket.open(vragerVan(verzoek, 'balie'), { id: id('opdracht'), ketenzaak }, opdracht)
  if (uitslag.status === 'ok')
    return {
      soort: 'ga-naar',
      adres: adres(context.taal, 'balieKetenzaak', { ketenzaak, gedaan: 'geopend' }),
    }
  const { t } = context.spraak
  if (uitslag.status === 'conflict') return opnieuw([], t('loket.weigering.bestaat-al'))
  return opnieuw([], t(`loket.weigering.${uitslag.weigering.reden}`))
}

function keurWie({ form, context }: Verzoek): readonly Veldfout[] {
  const { t } = context.spraak
  const leeg = (naam: string) => (form.get(naam) ?? '').trim() === ''
  switch (form.get('wie')) {
    case 'document':
      return [
        ...(leeg('document') ? [{ veld: 'document', tekst: t('loket.fout.leeg_keuze') }] : []),
        ...(leeg('naam') ? [{ veld: 'naam', tekst: t('loket.fout.leeg_tekst') }] : []),
      ]
    case 'persoon':
      return leeg('herkend') ? [{ veld: 'herkend', tekst: t('loket.fout.leeg_keuze') }] : []
    default:
      return []
  }
}

/** A step without an owner or a term does not exist. */
function keurStappen({ form, context }: Verzoek, voorstel: Voorstelbeeld | undefined): readonly Veldfout[] {
  const gekozen = new Set(form.getAll('kies'))
  return (voorstel?.stappen ?? [])
    .filter(({ stap }) => gekozen.has(stap) && parseDatum(form.get(`termijn-${stap}`) ?? '') === undefined)
    .map(({ stap }) => ({ veld: `termijn-${stap}`, tekst: context.spraak.t('loket.fout.dag') }))
}

function leesOpdracht(
  verzoek: Verzoek,
  voorstel: Voorstelbeeld | undefined,
): Extract<Opdracht, { soort: 'open' }> | undefined {
  const in_ = leesIngevuld(verzoek.form)
  const betrokkene = leesBetrokkene(verzoek)
  const ingang = kiesUit(ingangen, in_.tekst('ingang'))
  if (betrokkene === undefined || ingang === undefined) return undefined
  const helper = in_.tekst('helper')
  const stappen = leesStappen(verzoek, voorstel)
  return {
    soort: 'open',
    ingang,
    vraag: w(in_.tekst('vraag')),
    uitkomst: w(in_.tekst('uitkomst')),
    betrokkene,
    aanspreekpunt: w(in_.tekst('aanspreekpunt')),
    ...(helper !== '' && { helper: { naam: w(helper) } }),
    ...(voorstel !== undefined && { gebeurtenis: voorstel.gebeurtenis }),
    ...(stappen.length > 0 && { stappen }),
  }
}

function leesBetrokkene(verzoek: Verzoek): Betrokkene<Woorden> | undefined {
  const in_ = leesIngevuld(verzoek.form)
  const wie = wieKeuzes(verzoek).find((een) => een === in_.tekst('wie'))
  switch (wie) {
    case 'persoon': {
      const persoon = eisWerker(verzoek).werker.grond?.persoon
      const hoe = kiesUit(herkenningswijzen, in_.tekst('herkend'))
      return persoon && hoe && { soort: 'persoon', persoon, hoe }
    }
    case 'document': {
      const document = kiesUit(documentsoorten, in_.tekst('document'))
      return document && { soort: 'document', document, naam: w(in_.tekst('naam')) }
    }
    case 'anoniem':
      return { soort: 'anoniem' }
    case undefined:
      return undefined
  }
}

/** Only what was chosen waits for only what was chosen; and with each goes along what the professional ticked. */
function leesStappen(verzoek: Verzoek, voorstel: Voorstelbeeld | undefined): readonly Stapplan<Woorden>[] {
  if (voorstel === undefined) return []
  const { form } = verzoek
  const gekozen = voorstel.stappen.filter(({ stap }) => form.getAll('kies').includes(stap))
  const ids = new Map(gekozen.map(({ stap }) => [stap, form.get(`id-${stap}`) ?? '']))
  const mee = ['betrokkene', 'vraag', 'uitkomst'].filter((een) => form.getAll('mee').includes(een))
  return gekozen.flatMap(({ stap, eigenaar, wachtOp }) => {
    const termijn = parseDatum(form.get(`termijn-${stap}`) ?? '')
    if (termijn === undefined || eigenaar.soort === 'uit-te-nodigen') return []
    if (eigenaar.soort === 'organisatie' && isAlgemeen(verzoek, eigenaar.organisatie)) return []
    return [
      {
        stap: ids.get(stap) ?? '',
        titel: { soort: 'sjabloon', gebeurtenis: voorstel.gebeurtenis, stap } as const,
        eigenaar,
        termijn,
        wachtOp: wachtOp.flatMap((op) => ids.get(op) ?? []),
        ...(eigenaar.soort === 'organisatie' && mee.length > 0 && { mee }),
      },
    ]
  })
}
