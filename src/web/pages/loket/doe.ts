/** Every form of a chain case: shown, read, sent to the case, and what came of it. */
import { isUuid7 } from '../../../domain/index.ts'
import type { Gebeurd, Uitslag, Weigering } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { grondveld } from '../balie/kader.ts'
import { toonAfscheid } from './afscheid.ts'
import { codepagina } from './codepagina.ts'
import { conflict } from './conflict.ts'
import { delingzin } from './delingen.ts'
import { eldersWeg } from './elders.ts'
import { stelGrond } from './grondvraag.ts'
import { ketenpagina, verborgen } from './kader.ts'
import { nogOpen } from './nog-open.ts'
import { type Kant, type Ketenscherm, leesScherm } from './scherm.ts'
import { type Ingevuld, keurVelden, leesIngevuld, toonVelden, type Veld } from './velden.ts'
import type { Gedaan, Vorm } from './vorm.ts'
import { kanVorm, type Vormnaam, vindVorm } from './vormen.ts'
import { maakUitnodiging, uitnodigingsvelden } from './vormen-delen.ts'
import { deelnemernaam, stapnaam, vindDeelnemer, weigertekst } from './woorden.ts'

type Zijde = Exclude<Kant, 'partij'>

interface Vormbeeld {
  readonly naam: Vormnaam
  readonly over: string
  readonly velden: readonly Veld[]
  readonly ingevuld?: Ingevuld
  readonly fouten?: readonly Veldfout[]
  /** What others did to the same thing meanwhile. */
  readonly anderen?: readonly Gebeurd[]
  readonly weigering?: Weigering
}

const isUitnodiging = (naam: string): naam is 'uitnodigen' => naam === 'uitnodigen'

export const toon =
  (kant: Zijde) =>
  async (verzoek: Verzoek): Promise<Antwoord> => {
    const scherm = await leesScherm(verzoek, kant)
    const gevraagd = scherm && kies(scherm, verzoek.zoek.get('over') ?? '')
    if (scherm === undefined && kant === 'balie') return toonAfscheid(verzoek)
    if (scherm === undefined || gevraagd === undefined) return { soort: 'niet-gevonden' }
    return vormpagina(scherm, gevraagd)
  }

function kies(scherm: Ketenscherm, over: string): Vormbeeld | undefined {
  const naam = scherm.verzoek.delen.vorm ?? ''
  if (isUitnodiging(naam))
    return kanVorm(scherm, naam, over) ? { naam, over, velden: uitnodigingsvelden(scherm, over) } : undefined
  const vorm = vindVorm(scherm, naam)
  // A name that has a row in the table.
  if (vorm === undefined || !kanVorm(scherm, naam as Vormnaam, over)) return undefined
  return { naam: naam as Vormnaam, over, velden: vorm.velden(scherm, over) }
}

export const stuur =
  (kant: Zijde) =>
  async (verzoek: Verzoek): Promise<Antwoord> => {
    const licht = await leesScherm(verzoek, kant, 'overzie')
    // What was typed stays in their browser: there is nothing here to understand it by.
    if (licht === undefined)
      return kant === 'balie'
        ? ((await stelGrond(verzoek)) ?? (await eldersWeg(verzoek)) ?? toonAfscheid(verzoek))
        : { soort: 'niet-gevonden' }
    const { form } = verzoek
    const over = form.get('over') ?? ''
    const gekozen = kies(licht, over)
    if (gekozen === undefined) return kanNietMeer(licht)
    const vorm = vindVorm(licht, gekozen.naam)
    const scherm =
      vorm?.leestWoorden === true || isUitnodiging(gekozen.naam) ? await leesScherm(verzoek, kant) : licht
    if (scherm === undefined) return kanNietMeer(licht)
    const ingevuld = leesIngevuld(form)
    const fouten = keurVelden(verzoek.context, gekozen.velden, ingevuld)
    // What comes back has the words of the case in it, as it is now.
    const opnieuw = async (meer: Partial<Vormbeeld>): Promise<Antwoord> => {
      // After a conflict also as it was when the form was made: what the other changed is seen before it is chosen.
      const sinds = meer.anderen === undefined ? undefined : kopVan(licht).verwacht
      const heel = await leesScherm(verzoek, kant, 'bekijk', sinds)
      const weer = heel && kies(heel, over)
      return heel === undefined || weer === undefined
        ? kanNietMeer(licht)
        : vormpagina(heel, { ...weer, ingevuld, ...meer })
    }
    if (fouten.length > 0) return opnieuw({ fouten })
    const kop = kopVan(scherm)
    if (isUitnodiging(gekozen.naam)) {
      const wie = await maakUitnodiging(ingevuld, scherm, over)
      if ('veld' in wie) return opnieuw({ fouten: [metNaam(verzoek, gekozen.velden, wie)] })
      const uit = await scherm.loket.nodigUit(scherm.vrager, kop, wie)
      return uit.status === 'ok' ? codepagina(scherm, uit.code, ingevuld, over) : mislukt(uit, opnieuw)
    }
    const gedaan = vorm?.maak(ingevuld, scherm, over)
    if (gedaan === undefined) return { soort: 'niet-gevonden' }
    if (!('opdracht' in gedaan)) return opnieuw({ fouten: [metNaam(verzoek, gekozen.velden, gedaan)] })
    const uitslag = await voerUit(scherm, kop, gedaan)
    if (uitslag.status !== 'ok') return mislukt(uitslag, opnieuw)
    return gaNaar(scherm, uitslag.isBewaard ? 'bewaard' : uitslag.isSamengevoegd ? 'samen' : 'ok')
  }

/** The summary of faults says which field it is, also of one that only the whole form can be wrong about. */
function metNaam({ context }: Verzoek, velden: readonly Veld[], fout: Veldfout): Veldfout {
  const veld = velden.find(({ naam }) => naam === fout.veld)
  return veld === undefined
    ? fout
    : { naam: context.spraak.t(veld.label ?? `loket.veld.${veld.naam}`), ...fout }
}

/** What is written down beside it has an id of its own, made with the form: sent twice it stands there once. */
export async function voerUit(
  { loket, vrager, verzoek: { form } }: Pick<Ketenscherm, 'loket' | 'vrager' | 'verzoek'>,
  kop: ReturnType<typeof kopVan>,
  { opdracht, daarna, eerst }: Gedaan,
): Promise<Uitslag> {
  await eerst?.(kop.id)
  const uitslag = await loket.doe(vrager, kop, opdracht)
  if (uitslag.status !== 'ok' || daarna === undefined) return uitslag
  const id = idUit(form.get('erbij')) ?? loket.nieuwId()
  const erbij = await loket.doe(vrager, { ...kop, id }, daarna)
  return erbij.status === 'ok' ? uitslag : erbij
}

/** The command and the number it was based on, as the form was made; a form without them is new. */
export function kopVan({
  verzoek: { form },
  loket,
  ketenzaak,
  beeld,
}: Pick<Ketenscherm, 'verzoek' | 'loket' | 'ketenzaak' | 'beeld'>) {
  const verwacht = Number(form.get('verwacht') ?? Number.NaN)
  const isNummer = Number.isInteger(verwacht) && verwacht > 0 && verwacht <= beeld.zicht.nr
  return {
    id: idUit(form.get('opdracht')) ?? loket.nieuwId(),
    ketenzaak,
    verwacht: isNummer ? verwacht : beeld.zicht.nr,
  }
}

const idUit = (waarde: string | null): string | undefined =>
  waarde !== null && isUuid7(waarde) ? waarde : undefined

function mislukt(
  uitslag: Exclude<Uitslag, { status: 'ok' }>,
  opnieuw: (meer: Partial<Vormbeeld>) => Promise<Antwoord>,
): Promise<Antwoord> {
  if (uitslag.status === 'conflict') return opnieuw({ anderen: uitslag.anderen })
  return opnieuw({ weigering: uitslag.weigering })
}

function gaNaar({ kant, verzoek, ketenzaak }: Ketenscherm, gedaan: string): Antwoord {
  const { taal } = verzoek.context
  const naam = kant === 'balie' ? 'balieKetenzaak' : 'ketenzaak'
  return { soort: 'ga-naar', adres: adres(taal, naam, { ketenzaak, gedaan }) }
}

/** It could be done when the form was opened, and not any more: say so, on the page of the case. */
function kanNietMeer(scherm: Ketenscherm): Antwoord {
  return gaNaar(scherm, 'niet-meer')
}

function vormpagina(scherm: Ketenscherm, beeld: Vormbeeld): Antwoord {
  const { verzoek, kant, loket, ketenzaak } = scherm
  const { context } = verzoek
  const { t } = context.spraak
  const { naam, over, velden, ingevuld, fouten = [], weigering, anderen } = beeld
  const isFout = fouten.length > 0 || weigering !== undefined || anderen !== undefined
  const route = kant === 'balie' ? 'balieKetenDoe' : 'ketenDoe'
  const vorm: Vorm | undefined = isUitnodiging(naam) ? undefined : vindVorm(scherm, naam)
  const sleutel = `loket.vorm.${naam}`
  const grond = kant === 'balie' ? verzoek.werker?.grond : undefined
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${weigering && html`<div class="vd-note vd-note--alarm" role="alert"><h2>${t('loket.geweigerd')}</h2><p>${weigertekst(scherm, weigering)}</p></div>`}
${anderen && conflict(scherm, anderen)}
<p class="vd-lead">${t(naam === 'niet-opgelost' && kant === 'balie' ? 'loket.vorm.niet-opgelost.uitleg_balie' : `${sleutel}.uitleg`)}</p>
${overWat(scherm, over)}
${nogOpen(scherm, naam)}
<form class="vd-form" method="post" action="${adres(context.taal, route, { ketenzaak, vorm: naam, ...(over !== '' && { filter: { over } }) })}">
${verborgen(scherm, over)}${grond && grondveld(grond)}
${naam === 'stap-erbij' && html`<input type="hidden" name="nieuw" value="${loket.nieuwId()}">`}
${toonVelden({ context, ingevuld, fouten }, velden)}
<p class="vd-actions"><button class="utrecht-button utrecht-button--${vorm?.isEinde ? 'secondary' : 'primary'}-action" type="submit">${t(anderen === undefined ? `${sleutel}.knop` : 'loket.conflict.knop')}</button>
<a href="${terugNaar(scherm)}">${t('loket.vorm.terug')}</a></p></form>`
  const status = fouten.length > 0 ? 400 : weigering !== undefined || anderen !== undefined ? 409 : 200
  return {
    soort: 'pagina',
    pagina: ketenpagina(scherm, { titel: t(`${sleutel}.titel`), inhoud, isFout }),
    status,
  }
}

export function terugNaar({
  kant,
  verzoek,
  ketenzaak,
}: Pick<Ketenscherm, 'kant' | 'verzoek' | 'ketenzaak'>): string {
  return adres(verzoek.context.taal, kant === 'balie' ? 'balieKetenzaak' : 'ketenzaak', { ketenzaak })
}

/** The step, the share or the participant it is about, as it stands now. */
function overWat(scherm: Ketenscherm, over: string): Html | undefined {
  if (over === '') return undefined
  const { t } = scherm.verzoek.context.spraak
  const tekst = beschrijf(scherm, over)
  return tekst === undefined
    ? undefined
    : html`<p class="vd-zaakover"><strong>${t('loket.vorm.over')}</strong> ${tekst}</p>`
}

function beschrijf(scherm: Ketenscherm, over: string): string | undefined {
  const { zicht } = scherm.beeld
  if (zicht.stappen.some(({ stap }) => stap === over)) return stapnaam(scherm, over)
  const deling = zicht.delingen.find(({ id }) => id === over)
  if (deling !== undefined) return delingzin(scherm, deling)
  const deelnemer = vindDeelnemer(scherm, over)
  return deelnemer && deelnemernaam(scherm, deelnemer)
}
