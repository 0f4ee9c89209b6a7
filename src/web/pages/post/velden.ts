/** Fields that the form of a resident and that of a desk have in common. */

import { POSTSOORTEN } from '../../../corpus/index.ts'
import { HOOGSTENS_MB, toegestaan } from '../../../domain/index.ts'
import { HOOGSTENS_BIJLAGEN, HOOGSTENS_ONDERWERP, HOOGSTENS_TEKST } from '../../../ontvangst/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { foutregel, keuzes, tekstveld } from '../../ui/formulier.ts'
import type { GelezenPost } from './lees-post.ts'

export function postvelden(
  { spraak: { t } }: Context,
  gelezen: GelezenPost,
  tekstlabel = t('post.vorm.tekst'),
): Html {
  const bij = (veld: string) => gelezen.fouten.find((fout) => fout.veld === veld)
  const foutWoord = t('algemeen.fout')
  const accept = toegestaan
    .flatMap(({ mime, uitgangen }) => [mime, ...uitgangen.map((u) => `.${u}`)])
    .join(',')
  return html`<fieldset class="vd-fieldset"><legend>${t('post.vorm.soort')}</legend>
${foutregel({ fout: bij('soort'), foutWoord, id: 'soort' })}
${keuzes({
  id: 'soort',
  naam: 'soort',
  opties: POSTSOORTEN.map((soort) => ({ waarde: soort, tekst: t(`post.soort.${soort}`) })),
  gekozen: gelezen.soort,
})}</fieldset>
${tekstveld({
  id: 'onderwerp',
  naam: 'onderwerp',
  label: t('post.vorm.onderwerp'),
  waarde: gelezen.onderwerp,
  fout: bij('onderwerp'),
  foutWoord,
  breedte: 'lang',
  hoogstens: HOOGSTENS_ONDERWERP,
})}
<div class="utrecht-form-field vd-field${bij('tekst') && ' utrecht-form-field--invalid'}"><label class="utrecht-form-label" for="tekst">${tekstlabel}</label>
${foutregel({ fout: bij('tekst'), foutWoord, id: 'tekst' })}
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="10"${attrs({ id: 'tekst', name: 'tekst', maxlength: HOOGSTENS_TEKST, 'aria-invalid': bij('tekst') ? 'true' : undefined, 'aria-describedby': bij('tekst') ? 'tekst-fout' : undefined })}>${gelezen.tekst}</textarea></div>
<div class="utrecht-form-field vd-field${bij('bestand') && ' utrecht-form-field--invalid'}"><label class="utrecht-form-label" for="bestand">${t('post.vorm.bestand')}</label>
${foutregel({ fout: bij('bestand'), foutWoord, id: 'bestand' })}
<input class="vd-bestandsveld" type="file"${attrs({ id: 'bestand', name: 'bestand', multiple: true, accept, 'aria-invalid': bij('bestand') ? 'true' : undefined, 'aria-describedby': bij('bestand') ? 'bestand-fout bestand-hulp' : 'bestand-hulp' })}>
<p class="vd-calm vd-small" id="bestand-hulp">${t('post.vorm.bestand_hulp', { n: HOOGSTENS_BIJLAGEN, mb: HOOGSTENS_MB })}</p></div>`
}

/** Who they are and where they want an answer, of whom nobody recognised. Nothing of it has to be filled in (Awb 2:13 lid 3). */
export function afzendervelden({ spraak: { t } }: Context, gelezen: GelezenPost): Html {
  const veld = (naam: 'naam' | 'adres' | 'namens', autocomplete: string) =>
    tekstveld({
      id: naam,
      naam,
      label: t(`post.vorm.${naam}`),
      waarde: gelezen[naam],
      fout: gelezen.fouten.find((fout) => fout.veld === naam),
      foutWoord: t('algemeen.fout'),
      breedte: 'lang',
      hoogstens: 300,
      autocomplete,
    })
  return html`${veld('naam', 'name')}
${veld('adres', 'off')}
<p class="vd-calm vd-small">${t('post.vorm.adres_hulp')}</p>
${veld('namens', 'off')}`
}
