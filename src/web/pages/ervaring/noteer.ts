/** For a professional who helped somebody, at a desk, by phone or with a letter: whether it worked, and if not why. */
import {
  type Gelukt,
  isGelukt,
  isKanaal,
  isReden,
  isTaal,
  type Kanaal,
  kanalen,
  reizen,
  talen,
  vindStap,
} from '../../../ervaring/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import { waaromvelden } from '../../ui/gelukt.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'

/** What one does on the website is counted there. */
const viaMensen: readonly Kanaal[] = kanalen.filter((een) => een !== 'web')
const volgorde: readonly Gelukt[] = ['ja', 'deels', 'nee']

export function toon(verzoek: Verzoek): Antwoord {
  return vorm(verzoek, [])
}

/** Of their own organisation, of a step, and of nobody: whom they helped is not asked. */
export function noteer(verzoek: Verzoek): Antwoord {
  const { werker } = eisWerker(verzoek)
  const { ervaring, form, context } = verzoek
  if (ervaring === undefined) return { soort: 'niet-gevonden' }
  const { t } = context.spraak
  const stap = vindStap(form.get('stap') ?? '')
  const [kanaal, gelukt, taal, reden] = ['kanaal', 'gelukt', 'taal', 'reden'].map((naam) => form.get(naam))
  const mist: Veldfout[] = [
    ...(stap === undefined ? [{ veld: 'stap', tekst: t('ervaring.noteer.fout.stap') }] : []),
    ...(isKanaal(kanaal) && viaMensen.includes(kanaal)
      ? []
      : [{ veld: 'kanaal', tekst: t('ervaring.noteer.fout.kanaal') }]),
    ...(isGelukt(gelukt) ? [] : [{ veld: 'gelukt', tekst: t('ervaring.noteer.fout.gelukt') }]),
  ]
  if (mist.length > 0 || stap === undefined || !isKanaal(kanaal) || !isGelukt(gelukt))
    return vorm(verzoek, mist)
  ervaring.noteer(
    {
      stap: stap.id,
      kanaal,
      taal: isTaal(taal) ? taal : 'nl',
      organisatie: werker.subject.organisatie,
    },
    gelukt,
    { reden: isReden(reden) ? reden : undefined, tekst: form.get('tekst') ?? '' },
  )
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieGelukt', { gedaan: 'genoteerd' }) }
}

function vorm(verzoek: Verzoek, fouten: readonly Veldfout[]): Antwoord {
  const { context, form, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const foutWoord = t('algemeen.fout')
  const bij = (veld: string) => fouten.find((fout) => fout.veld === veld)
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('ervaring.noteer.inleiding')}</p>
<form class="vd-stack" method="post" action="${adres(taal, 'balieGeluktNoteer')}">
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="stap">${t('ervaring.noteer.stap')}</label>
${foutregel({ fout: bij('stap'), foutWoord, id: 'stap' })}
${stapkeuze(verzoek)}</div>
${groep('kanaal', viaMensen, (een) => t(`ervaring.kanaal.${een}`))}
${groep('taal', talen, (een) => t(`algemeen.taal.${een}`), form.get('taal') ?? 'nl')}
${groep('gelukt', volgorde, (een) => t(`ervaring.antwoord.${een}`))}
${waaromvelden(context, 'noteer', form.get('reden') ?? undefined, form.get('tekst') ?? '')}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('ervaring.noteer.knop')}</button></p></form>`
  const gedaan = gedaanUit(zoek, ['genoteerd'])
  const pagina = baliePagina(verzoek, {
    titel: t('ervaring.noteer.titel'),
    inhoud,
    zonderGrond: true,
    isFout: fouten.length > 0,
    melding: gedaan && t(`ervaring.noteer.${gedaan}`),
  })
  return { soort: 'pagina', pagina, status: fouten.length > 0 ? 400 : 200 }

  function groep<T extends string>(
    naam: string,
    opties: readonly T[],
    tekst: (een: T) => string,
    gekozen = form.get(naam) ?? undefined,
  ): Html {
    return html`<fieldset class="vd-fieldset"><legend>${t(`ervaring.noteer.${naam}`)}</legend>
${foutregel({ fout: bij(naam), foutWoord, id: naam })}
${keuzes({ id: naam, naam, opties: opties.map((een) => ({ waarde: een, tekst: tekst(een) })), gekozen })}</fieldset>`
  }
}

function stapkeuze({ context, form }: Verzoek): Html {
  const { t } = context.spraak
  const gekozen = form.get('stap')
  return html`<select class="vd-select" id="stap" name="stap"><option value="">${t('ervaring.noteer.kies')}</option>
${reizen.map((reis) => html`<optgroup label="${t(`ervaring.reis.${reis.id}`)}">${reis.stappen.map(({ id }) => html`<option${attrs({ value: id, selected: id === gekozen })}>${t(`ervaring.stap.${id}`)}</option>`)}</optgroup>`)}</select>`
}
