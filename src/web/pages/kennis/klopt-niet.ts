/** «Dit klopt niet»: about one part of a sheet, to whoever keeps it. Names an organisation, and no person on either side. */
import {
  type Bladbeeld,
  type Bladdeel,
  HOOGSTENS_LETTERS,
  isBladdeel,
  isMeldreden,
  meldredenen,
} from '../../../kennis/index.ts'
import { attrs, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { bladadres, bladtitel, bladUit, eigenaarnaam, meldingenVan } from './bron.ts'

interface Plek {
  readonly beeld: Bladbeeld
  readonly deel: Bladdeel
}

function plekUit(verzoek: Verzoek): Plek | undefined {
  const beeld = bladUit(verzoek, verzoek.zoek.get('blad'))
  const deel = verzoek.zoek.get('deel')
  return beeld !== undefined && isBladdeel(deel) ? { beeld, deel } : undefined
}

export function toon(verzoek: Verzoek): Antwoord {
  const plek = plekUit(verzoek)
  if (plek === undefined || meldingenVan(verzoek) === undefined) return { soort: 'niet-gevonden' }
  return pagina(verzoek, plek, [])
}

export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const plek = plekUit(verzoek)
  const eigen = meldingenVan(verzoek)
  if (plek === undefined || eigen === undefined) return { soort: 'niet-gevonden' }
  const { form, context } = verzoek
  const reden = form.get('reden')
  if (!isMeldreden(reden))
    return pagina(verzoek, plek, [{ veld: 'reden', tekst: context.spraak.t('kennis.klopt.fout') }])
  const { beeld, deel } = plek
  const { eigenaar, id: blad } = beeld
  await eigen.meldingen.meld(eigen.wie, { blad, deel, reden, eigenaar, tekst: form.get('tekst') ?? '' })
  const { soort, id } = beeld.over
  const naar = { gedaan: 'gemeld', anker: deel }
  return {
    soort: 'ga-naar',
    adres:
      soort === 'regeling'
        ? adres(context.taal, 'balieKennisRegeling', { regeling: id, ...naar })
        : adres(context.taal, 'balieKennisGebeurtenis', { gebeurtenis: id, ...naar }),
  }
}

function pagina(verzoek: Verzoek, { beeld, deel }: Plek, fouten: readonly Veldfout[]): Antwoord {
  const { context, form } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const titel = bladtitel(context, beeld)
  const filter = { blad: beeld.id, deel }
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('kennis.klopt.over', { deel: t(`kennis.deel.${deel}`), blad: titel.tekst })}</p>
<p>${t('kennis.klopt.naar', { naam: eigenaarnaam(verzoek, beeld.eigenaar) })}</p>
<form class="vd-stack" method="post" action="${adres(taal, 'balieKloptNietStuur', { filter })}">
<fieldset class="vd-fieldset"><legend>${t('kennis.klopt.reden')}</legend>
${foutregel({ fout: fouten[0], foutWoord: t('algemeen.fout'), id: 'reden' })}
${keuzes({ id: 'reden', naam: 'reden', opties: meldredenen.map((waarde) => ({ waarde, tekst: t(`kennis.klopt.redenen.${waarde}`) })), gekozen: form.get('reden') ?? undefined })}</fieldset>
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="tekst">${t('kennis.klopt.tekst')}</label>
<p class="vd-calm vd-small" id="tekst-hulp">${t('kennis.klopt.hulp')}</p>
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="4"${attrs({ id: 'tekst', name: 'tekst', maxlength: HOOGSTENS_LETTERS, 'aria-describedby': 'tekst-hulp' })}>${(form.get('tekst') ?? '').slice(0, HOOGSTENS_LETTERS)}</textarea></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('kennis.klopt.stuur')}</button></p></form>`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('kennis.klopt.titel'),
      zonderGrond: true,
      inhoud,
      isFout: fouten.length > 0,
      stijl: ['kennis.css'],
      terug: { adres: bladadres(context, beeld.over, deel), tekst: titel.tekst },
    }),
    ...(fouten.length > 0 && { status: 400 }),
  }
}
