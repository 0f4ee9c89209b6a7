/** Opening a case with the resident beside the professional: their words, who they are, and a first plan to choose from. */
import { isUuid7, type OrganisatieId, parseDatum, parseOrganisatieId } from '../../../domain/index.ts'
import { ingangen, type Opdracht, type Stapplan, type Woorden } from '../../../loket/index.ts'
import { adres } from '../../routes.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { metOnaf, naarZoeken, vergeet } from './onaf.ts'
import { openpagina } from './openen-pagina.ts'
import { velden } from './openen-velden.ts'
import { keurGrond, keurWie, leesBetrokkene } from './openen-wie.ts'
import { eisLoket, vragerVan } from './scherm.ts'
import { keurVelden, leesIngevuld, vrijeDag } from './velden.ts'
import { isAlgemeen, maakStapvoorstel, maakVoorstel, type Voorstelbeeld } from './voorstel.ts'
import { kiesUit, w } from './vorm.ts'
import { aanspreekpuntUit } from './vormen-regie.ts'
import { dagVan, titeltekst } from './woorden.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const onaf = await metOnaf(verzoek)
  if (onaf === undefined)
    return {
      soort: 'pagina',
      pagina: openpagina(verzoek, { fouten: [], voorstel: undefined, ingevuld: undefined }),
    }
  const { form } = onaf.verzoek
  const heeftVoorstel = form.has('voorgesteld')
  const voorstel = heeftVoorstel ? await maakVoorstel(onaf.verzoek, form.get('gebeurtenis') ?? '') : undefined
  const ingevuld = leesIngevuld(form)
  return {
    soort: 'pagina',
    pagina: openpagina(onaf.verzoek, { fouten: [], voorstel, ingevuld, onafVan: onaf.op }),
  }
}

/** Buttons: look for whom it is about, propose what may be involved, and open. What was typed comes back with each. */
export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const { form, context } = verzoek
  if (form.get('doe') === 'zoek') return naarZoeken(verzoek)
  if (form.get('doe') === 'vergeet') return vergeet(verzoek)
  const ingevuld = leesIngevuld(form)
  const gebeurtenis = ingevuld.tekst('gebeurtenis')
  const isVoorgesteld = form.get('doe') === 'voorstel' || form.has('voorgesteld')
  const opnieuw = async (fouten: readonly Veldfout[], weigering?: string): Promise<Antwoord> => ({
    soort: 'pagina',
    pagina: openpagina(verzoek, {
      fouten,
      // Registers are asked for who asks for a proposal, and again only where one stood on the page.
      voorstel: isVoorgesteld ? await maakVoorstel(verzoek, gebeurtenis) : undefined,
      ingevuld,
      ...(weigering !== undefined && { weigering }),
    }),
    status: weigering !== undefined ? 409 : fouten.length > 0 ? 400 : 200,
  })
  if (form.get('doe') === 'voorstel') return opnieuw(keurGrond(verzoek))
  const voorstel = maakStapvoorstel(verzoek, gebeurtenis)
  const fouten = [
    ...keurVelden(context, velden(verzoek), ingevuld),
    ...keurWie(verzoek),
    ...keurStappen(verzoek, voorstel),
  ]
  const opdracht = leesOpdracht(verzoek, voorstel)
  if (fouten.length > 0 || opdracht === undefined) return opnieuw(fouten)
  const ketenzaak = idUit(verzoek, 'ketenzaak')
  const kop = { id: idUit(verzoek, 'opdracht'), ketenzaak }
  const uitslag = await eisLoket(verzoek).open(vragerVan(verzoek, 'balie'), kop, opdracht)
  const { t } = context.spraak
  if (uitslag.status === 'conflict') return opnieuw([], t('loket.weigering.bestaat-al'))
  if (uitslag.status === 'geweigerd') return opnieuw([], t(`loket.weigering.${uitslag.weigering.reden}`))
  await eisLoket(verzoek).onaf.vergeet(vragerVan(verzoek, 'balie'))
  const gedaan = (await vraagErbij(verzoek, ketenzaak, uitslag.nr)) ? 'geopend' : 'geopend-deels'
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieKetenzaak', { ketenzaak, gedaan }) }
}

/** Of a field that the form made, so that a second press is the same command. */
function idUit(verzoek: Verzoek, naam: string): string {
  const waarde = verzoek.form.get(naam) ?? ''
  return isUuid7(waarde) ? waarde : eisLoket(verzoek).nieuwId()
}

/** Organisations that the professional ticked take part and see nothing yet. `false`: not all of them could be asked. */
async function vraagErbij(verzoek: Verzoek, ketenzaak: string, nr: number): Promise<boolean> {
  const loket = eisLoket(verzoek)
  const vrager = vragerVan(verzoek, 'balie')
  let verwacht = nr
  let isAlles = true
  // The record is in Dutch (Awb 2:6).
  const reden = w(verzoek.loket?.spraken.nl.t('loket.openen.erbij_reden') ?? '')
  for (const organisatie of gekozenOrganisaties(verzoek)) {
    const uitslag = await loket.doe(
      vrager,
      { id: idUit(verzoek, `erbij-${organisatie}`), ketenzaak, verwacht },
      { soort: 'voeg-organisatie-toe', organisatie, rol: 'adviseur', doel: 'afstemmen', reden },
    )
    if (uitslag.status === 'ok') verwacht = uitslag.nr
    // With a step of theirs they take part already.
    else if (uitslag.status === 'conflict' || uitslag.weigering.reden !== 'bestaat-al') isAlles = false
  }
  return isAlles
}

function gekozenOrganisaties({ form, beeld }: Verzoek): readonly OrganisatieId[] {
  return form.getAll('erbij').flatMap((een) => {
    const id = parseOrganisatieId(een)
    return id !== undefined && beeld.organisaties.get(id)?.overheid === true ? [id] : []
  })
}

/** A step without an owner or a term does not exist. */
function keurStappen(verzoek: Verzoek, voorstel: Voorstelbeeld | undefined): readonly Veldfout[] {
  const { form, context, nu } = verzoek
  const { t } = context.spraak
  const gekozen = new Set(form.getAll('kies'))
  return (voorstel?.stappen ?? [])
    .filter(({ stap }) => gekozen.has(stap))
    .flatMap(({ gebeurtenis, stap, termijn }): Veldfout[] => {
      const veld = `termijn-${stap}`
      const dag = parseDatum(form.get(veld) ?? '')
      const tekst =
        dag === undefined
          ? t('loket.fout.dag')
          : dag < dagVan(nu)
            ? t('loket.weigering.termijn-voorbij')
            : dag === termijn
              ? undefined
              : vrijeDag(context, dag, form.get(`${veld}-toch`) ?? '')
      if (tekst === undefined) return []
      return [{ veld, tekst, naam: titeltekst(verzoek, { soort: 'sjabloon', gebeurtenis, stap }).tekst }]
    })
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
    aanspreekpunt: aanspreekpuntUit(in_),
    ...(helper !== '' && { helper: { naam: w(helper) } }),
    ...(voorstel?.gebeurtenis !== undefined && { gebeurtenis: voorstel.gebeurtenis }),
    ...(stappen.length > 0 && { stappen }),
  }
}

/** Only what was chosen waits for only what was chosen; and with each goes along what the professional ticked. */
function leesStappen(verzoek: Verzoek, voorstel: Voorstelbeeld | undefined): readonly Stapplan<Woorden>[] {
  const { gebeurtenis, stappen = [] } = voorstel ?? {}
  if (gebeurtenis === undefined) return []
  const { form } = verzoek
  const gekozen = stappen.filter(({ stap }) => form.getAll('kies').includes(stap))
  const ids = new Map(gekozen.map(({ stap }) => [stap, form.get(`id-${stap}`) ?? '']))
  const mee = ['betrokkene', 'vraag', 'uitkomst'].filter((een) => form.getAll('mee').includes(een))
  return gekozen.flatMap(({ stap, eigenaar, wachtOp }) => {
    const termijn = parseDatum(form.get(`termijn-${stap}`) ?? '')
    if (termijn === undefined || eigenaar.soort === 'uit-te-nodigen') return []
    if (eigenaar.soort === 'organisatie' && isAlgemeen(verzoek, eigenaar.organisatie)) return []
    return [
      {
        stap: ids.get(stap) ?? '',
        titel: { soort: 'sjabloon', gebeurtenis, stap } as const,
        eigenaar,
        termijn,
        wachtOp: wachtOp.flatMap((op) => ids.get(op) ?? []),
        ...(eigenaar.soort === 'organisatie' && mee.length > 0 && { mee }),
      },
    ]
  })
}
