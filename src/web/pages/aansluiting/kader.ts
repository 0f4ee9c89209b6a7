import { type OrganisatieId, parseOrganisatieId } from '../../../domain/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import type { BewaardeAansluiting, Bronnenbeheer, Gezondheid, Kleur, Wijziger } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { type BaliePaginaDelen, baliePagina } from '../balie/kader.ts'
import type { Werker } from '../balie/werker.ts'

export type Bronhandeling = 'bekijken' | 'beheren' | 'aansluiten'

export interface Beheer {
  readonly beheer: Bronnenbeheer
  readonly werker: Werker
  /** What the table of access says of this connection. */
  readonly mag: (handeling: Bronhandeling, bron: OrganisatieId) => boolean
}

/** A page about connections; where there are none it does not exist. */
export function eisBeheer(verzoek: Verzoek): Beheer {
  const { balie, werker } = eisWerker(verzoek)
  if (balie.aansluitingen === undefined) throw new PlatformError('niet-gevonden')
  const { nu } = verzoek
  return {
    beheer: balie.aansluitingen,
    werker,
    mag: (handeling, organisatie) =>
      balie.toegang.beslis({
        subject: werker.subject,
        voor: { soort: 'zelf' },
        handeling,
        voorwerp: { soort: 'bron', organisatie },
        nu,
        vandaag: datumOp(nu, 'Europe/Amsterdam'),
      }).mag,
  }
}

/** The connection in the address. Of another organisation nobody learns whether there is one. */
export async function eisBron(
  verzoek: Verzoek,
  handeling: Bronhandeling,
): Promise<Beheer & { readonly bron: BewaardeAansluiting }> {
  const beheer = eisBeheer(verzoek)
  const id = parseOrganisatieId(verzoek.delen.bron)
  if (id === undefined) throw new PlatformError('niet-gevonden')
  if (!beheer.mag(handeling, id)) throw new PlatformError('geen-toegang')
  const bron = await beheer.beheer.aansluitingen.vind(id)
  if (bron === undefined) throw new PlatformError('niet-gevonden')
  return { ...beheer, bron }
}

export function wijzigerVan({ subject }: Werker): Wijziger {
  const rol = ['installatiebeheerder', 'beheerder'].find((een) => subject.rollen.includes(een)) ?? ''
  return { soort: 'medewerker', medewerker: subject.medewerker, organisatie: subject.organisatie, rol }
}

export function naamVan({ bronnen }: Verzoek, id: OrganisatieId): string {
  return bronnen.organisaties().get(id)?.naam ?? id
}

/** What all pages about connections share. */
export function aansluitingPagina(
  verzoek: Verzoek,
  delen: Pick<BaliePaginaDelen, 'titel' | 'inhoud' | 'melding' | 'isFout'> & {
    readonly bij?: OrganisatieId
    /** The first page, with the way back to the desk. */
    readonly isBegin?: boolean
    /** The page of one case stands in it. */
    readonly isZaak?: boolean
  },
): string {
  const { bij, isBegin = false, isZaak = false, ...rest } = delen
  const { taal, spraak } = verzoek.context
  return baliePagina(verzoek, {
    ...rest,
    stijl: ['bronnen.css', 'zaken.css', ...(isZaak ? ['regeling.css', 'zaak.css'] : [])],
    zonderGrond: true,
    terug:
      bij === undefined
        ? {
            adres: adres(taal, isBegin ? 'balie' : 'balieBronnen'),
            tekst: spraak.t(isBegin ? 'balie.zoeken.terug' : 'bronnen.terug'),
          }
        : {
            adres: adres(taal, 'balieBron', { bron: bij }),
            tekst: spraak.t('bronnen.terug_bron', { naam: naamVan(verzoek, bij) }),
          },
  })
}

/** A shape and a word; the colour says it a third time. */
export function merk(context: Context, { kleur, reden, n = 0 }: Gezondheid): Html {
  return html`<p class="vd-health vd-health--${kleur}">${vorm(kleur)}<span><strong>${context.spraak.t(`bronnen.kleur.${kleur}`)}</strong> ${context.spraak.t(`bronnen.gezond.${reden}`, { n })}</span></p>`
}

export function vorm(kleur: Kleur): Html {
  return html`<svg class="vd-health__shape" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${vormen[kleur]}</svg>`
}

const vormen: Readonly<Record<Kleur, Html>> = {
  groen: html`<circle cx="10" cy="10" r="9"/><path class="vd-health__sign" d="M5.5 10.5l3 3 6-7"/>`,
  oranje: html`<path d="M10 1.5 19 18H1z"/><path class="vd-health__sign" d="M10 7.5v5M10 14.6v1"/>`,
  rood: html`<path d="M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2z"/><path class="vd-health__sign" d="M6.5 6.5l7 7M13.5 6.5l-7 7"/>`,
  grijs: html`<rect x="1.5" y="1.5" width="17" height="17" rx="3"/><path class="vd-health__sign" d="M5.5 10h9"/>`,
}
