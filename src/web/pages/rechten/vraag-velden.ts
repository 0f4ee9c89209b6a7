import { attrs, type Html, html } from '../../../platform/index.ts'
import { datumvelden } from '../../ui/datumveld.ts'
import { foutregel, keuzes, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import { VELD } from './lees-antwoord.ts'
import type { VraagBeeld } from './vraag-beeld.ts'

/** The heading of the page is the label (one field) or the legend (more fields) of the question. */
export function velden(beeld: VraagBeeld): Html {
  switch (beeld.vraag.soort) {
    case 'plaats':
      return plaats(beeld)
    case 'datum':
      return datum(beeld)
    case 'partner':
    case 'ja-nee':
      return jaNee(beeld)
    case 'keuze':
      return keuze(beeld)
    case 'gebied':
      return gebied(beeld)
    case 'aantal':
    case 'geld':
    case 'getal':
      return enkel(beeld)
  }
}

function hulp({ tekst }: VraagBeeld): Html | undefined {
  return tekst.hulp === undefined ? undefined : html`<p class="vd-form__help" id="hulp">${tekst.hulp}</p>`
}

function groep(beeld: VraagBeeld, inhoud: Html): Html {
  const fout = beeld.fouten[0]
  const foutWoord = beeld.context.spraak.t('algemeen.fout')
  const beschreven = [beeld.tekst.hulp && 'hulp', fout && `${fout.veld}-fout`].filter(Boolean).join(' ')
  return html`<fieldset class="vd-fieldset"${attrs({ 'aria-describedby': beschreven || undefined })}>
<legend><h1>${beeld.tekst.vraag}</h1></legend>
${hulp(beeld)}
<div class="utrecht-form-field vd-field${fout ? ' utrecht-form-field--invalid' : ''}">
${foutregel({ fout, foutWoord, id: fout?.veld ?? '' })}
${inhoud}
</div>
</fieldset>`
}

function jaNee(beeld: VraagBeeld): Html {
  const { t } = beeld.context.spraak
  const opties = [
    { waarde: 'ja', tekst: t('algemeen.ja') },
    { waarde: 'nee', tekst: t('algemeen.nee') },
  ]
  return groep(
    beeld,
    keuzes({ id: VELD.waarde, naam: VELD.waarde, opties, gekozen: beeld.waarden[VELD.waarde] }),
  )
}

function keuze(beeld: VraagBeeld): Html {
  const opties = (beeld.vraag.feit?.opties ?? []).map((waarde) => ({
    waarde,
    tekst: beeld.tekst.opties[waarde] ?? waarde,
  }))
  return groep(
    beeld,
    keuzes({ id: VELD.waarde, naam: VELD.waarde, opties, gekozen: beeld.waarden[VELD.waarde] }),
  )
}

function gebied(beeld: VraagBeeld): Html {
  const opties = beeld.gebieden.map(({ code, naam }) => ({ waarde: code, tekst: naam }))
  return groep(
    beeld,
    keuzes({ id: VELD.waarde, naam: VELD.waarde, opties, gekozen: beeld.waarden[VELD.waarde] }),
  )
}

function datum(beeld: VraagBeeld): Html {
  return groep(
    beeld,
    datumvelden({
      spraak: beeld.context.spraak,
      waarden: beeld.waarden,
      fout: beeld.fouten[0],
      isEigenGeboortedag: beeld.vraag.bij === 'aanvrager',
    }),
  )
}

function enkel(beeld: VraagBeeld): Html {
  const { vraag, tekst, context } = beeld
  const id = VELD.waarde
  const { t } = context.spraak
  const per = /\/(maand|jaar|uur)$/.exec(vraag.feit?.eenheid ?? '')?.[1]
  return html`<h1><label for="${id}">${tekst.vraag}</label></h1>
${hulp(beeld)}
${tekstveld({
  id,
  naam: id,
  label: tekst.vraag,
  labelIsKop: true,
  waarde: beeld.waarden[id] ?? '',
  fout: beeld.fouten[0],
  foutWoord: t('algemeen.fout'),
  beschrijvingen: [
    ...(tekst.hulp === undefined ? [] : ['hulp']),
    ...(vraag.soort === 'geld' && per ? [`${id}-na`] : []),
  ],
  invoer: vraag.soort === 'aantal' ? 'numeric' : 'decimal',
  breedte: vraag.soort === 'geld' ? 'midden' : 'kort',
  ...(vraag.soort === 'geld' ? { voor: beeld.valutateken } : {}),
  ...(vraag.soort === 'geld' && per ? { na: t(`vraag.per.${per}`) } : {}),
})}`
}

/** A municipality by name, or one of the islands. Papiamentu begins with the islands. */
function plaats(beeld: VraagBeeld): Html {
  const { context, gebieden, waarden, voorstellen } = beeld
  const { t } = context.spraak
  const fout: Veldfout | undefined = beeld.fouten[0]
  const gekozen = waarden[VELD.plaats]
  const naam = waarden[VELD.gemeente] ?? ''
  const eilanden = gebieden.filter((g) => g.soort === 'eiland')
  const veld = tekstveld({
    id: VELD.gemeente,
    naam: VELD.gemeente,
    label: t('vraag.plaats.gemeente'),
    waarde: naam,
    fout,
    foutWoord: t('algemeen.fout'),
    beschrijvingen: ['gemeente-hulp'],
    breedte: 'lang',
    verrijk: 'gemeente',
    bron: '/gemeenten.txt',
  })
  const keuzelijst = voorstellen.map(({ code, naam: plaatsnaam }) => ({ waarde: code, tekst: plaatsnaam }))
  const inGemeente = html`<div class="vd-place">
${veld}
<p class="vd-small vd-calm" id="gemeente-hulp">${t('vraag.plaats.gemeente_hulp')}</p>
${
  voorstellen.length > 0 &&
  html`<fieldset class="vd-fieldset"><legend class="utrecht-form-label">${t('vraag.plaats.bedoelt')}</legend>${keuzes({ id: 'voorstel', naam: VELD.plaats, opties: keuzelijst, gekozen: undefined })}</fieldset>`
}
${fout && gemeentelijst(beeld)}
</div>`
  const opEiland = html`<div class="vd-place"><fieldset class="vd-fieldset"><legend class="utrecht-form-label">${t('vraag.plaats.eiland_kop')}</legend>
${keuzes({ id: 'eiland', naam: VELD.plaats, opties: eilanden.map(({ code, naam: eiland }) => ({ waarde: code, tekst: eiland })), gekozen })}</fieldset></div>`
  return html`<h1>${beeld.tekst.vraag}</h1>
${hulp(beeld)}
<div class="vd-stack">${context.taal === 'pap' ? [opEiland, inGemeente] : [inGemeente, opEiland]}</div>`
}

/** For who knows the village and not the municipality: all of them, and where to find which one it is. */
function gemeentelijst({ context, gebieden }: VraagBeeld): Html {
  const { t } = context.spraak
  const gemeenten = gebieden.filter((g) => g.soort === 'gemeente')
  return html`<div class="vd-place__list"><label class="utrecht-form-label" for="${VELD.lijst}">${t('vraag.plaats.lijst')}</label>
<select class="vd-select"${attrs({ id: VELD.lijst, name: VELD.lijst, 'aria-describedby': 'lijst-hulp' })}><option value="">${t('vraag.plaats.lijst_kies')}</option>${gemeenten.map(({ code, naam }) => html`<option value="${code}">${naam}</option>`)}</select>
<p class="vd-small vd-calm" id="lijst-hulp">${t('vraag.plaats.lijst_hulp')}</p></div>`
}
