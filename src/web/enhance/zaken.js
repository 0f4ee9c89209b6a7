// The list of cases fills in by itself while organisations answer. Without this a link on the page does the same.

const lijst = document.querySelector('[data-verrijk="zaken"]')
/** Named limits, in milliseconds: the first look comes soon, later ones less and less often, and it ends. */
const EERST = 500
const HOOGSTENS = 4000
const SAMEN = 60_000

if (lijst instanceof HTMLElement && lijst.dataset.klaar === 'nee') vulAan(lijst)

/** @param {HTMLElement} zaken */
function vulAan(zaken) {
  let wacht = EERST
  let besteed = 0
  const straks = () => {
    besteed += wacht
    if (besteed < SAMEN) setTimeout(kijk, wacht)
    wacht = Math.min(HOOGSTENS, wacht * 1.4)
  }
  const kijk = async () => {
    // Nobody looks: nobody is asked. It goes on when they are back.
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => void kijk(), { once: true })
      return
    }
    const nieuw = await haal(zaken)
    if (nieuw) vervang(zaken, nieuw)
    if (zaken.dataset.klaar === 'nee') straks()
  }
  straks()
}

/**
 * The same page again; when something was looked for, by the same form.
 * @param {HTMLElement} zaken
 */
async function haal(zaken) {
  const vorm = zaken.querySelector('form[data-vernieuw]')
  try {
    const antwoord =
      vorm instanceof HTMLFormElement
        ? await fetch(vorm.action, {
            method: 'POST',
            body: new URLSearchParams(velden(vorm)),
            headers: { accept: 'text/html' },
          })
        : await fetch(location.href, { headers: { accept: 'text/html' } })
    if (!antwoord.ok) return undefined
    const pagina = new DOMParser().parseFromString(await antwoord.text(), 'text/html')
    const gevonden = pagina.querySelector('[data-verrijk="zaken"]')
    return gevonden instanceof HTMLElement ? gevonden : undefined
  } catch {
    // Not reached this once: the next look may.
    return undefined
  }
}

/** @param {HTMLFormElement} vorm @returns {[string, string][]} */
function velden(vorm) {
  return [...new FormData(vorm)].map(([naam, waarde]) => [naam, String(waarde)])
}

/**
 * Part by part, and only what changed. Where somebody types or is about to press, that stays as it is: the focus is put
 * back where it was, folds stay open, and what they look at stays at its height.
 * @param {HTMLElement} zaken
 * @param {HTMLElement} nieuw
 */
function vervang(zaken, nieuw) {
  const anker = inBeeld(zaken)
  const hoogte = anker?.getBoundingClientRect().top
  for (const deel of zaken.querySelectorAll('[data-deel]')) {
    const verser = nieuw.querySelector(`[data-deel="${deel.getAttribute('data-deel')}"]`)
    if (!verser || inhoud(verser) === inhoud(deel)) continue
    const actief = deel.contains(document.activeElement) ? document.activeElement : null
    if (deel.getAttribute('data-deel') === 'filter' && (actief || isBegonnen(deel))) continue
    const open = [...deel.querySelectorAll('details[open][id]')].map(({ id }) => id)
    const dicht = [...deel.querySelectorAll('details:not([open])[id]')].map(({ id }) => id)
    const plek = actief && merkteken(actief)
    deel.replaceChildren(...verser.childNodes)
    for (const id of open) document.getElementById(id)?.setAttribute('open', '')
    for (const id of dicht) document.getElementById(id)?.removeAttribute('open')
    if (plek) {
      const terug = zaken.querySelector(plek)
      if (terug instanceof HTMLElement) terug.focus({ preventScroll: true })
      else houdFocus(zaken)
    }
  }
  zaken.dataset.klaar = nieuw.dataset.klaar ?? 'ja'
  const daar = anker && document.getElementById(anker.id)
  if (daar && hoogte !== undefined) scrollBy(0, daar.getBoundingClientRect().top - hoogte)
  zegHet(zaken, nieuw)
}

/**
 * What it says. Folds that somebody opened are no news.
 * @param {Element} deel
 */
function inhoud(deel) {
  return deel.innerHTML.replaceAll(' open=""', '')
}

/**
 * Somebody typed or chose something here, and did not send it yet.
 * @param {Element} deel
 */
function isBegonnen(deel) {
  return [...deel.querySelectorAll('input, select')].some((veld) => {
    if (veld instanceof HTMLSelectElement)
      return [...veld.options].some(
        ({ selected, defaultSelected }) => selected !== defaultSelected && veld.value,
      )
    if (!(veld instanceof HTMLInputElement)) return false
    return veld.value !== veld.defaultValue || veld.checked !== veld.defaultChecked
  })
}

/**
 * What they had in hand is gone, the button that refreshes, say: they stay where they were on the page.
 * @param {HTMLElement} zaken
 */
function houdFocus(zaken) {
  zaken.tabIndex = -1
  zaken.focus({ preventScroll: true })
}

/**
 * How to find it again in the new part: by its own id, or as a link within what has one. A case is linked more than once.
 * @param {Element} element
 */
function merkteken(element) {
  if (element.id) return `#${CSS.escape(element.id)}`
  const binnen = element.closest('[id]')
  const href = element.getAttribute('href')
  const wat = href ? `a[href="${CSS.escape(href)}"]` : element.tagName.toLowerCase()
  return binnen ? `#${CSS.escape(binnen.id)} ${wat}` : wat
}

/**
 * What must not jump: what they have in hand, or else the first thing in sight.
 * @param {HTMLElement} zaken
 */
function inBeeld(zaken) {
  if (scrollY === 0) return undefined
  const actief = zaken.contains(document.activeElement) ? document.activeElement?.closest('[id]') : undefined
  const gezien = (/** @type {Element} */ element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && top < innerHeight && bottom > top
  }
  if (actief && gezien(actief)) return actief
  return [...zaken.querySelectorAll('[data-deel] [id]')].find(gezien)
}

/**
 * Said aloud when it is complete, and not at each step.
 * @param {HTMLElement} zaken
 * @param {HTMLElement} nieuw
 */
function zegHet(zaken, nieuw) {
  const stem = zaken.querySelector('[data-nieuws]')
  const nieuws = nieuw.querySelector('[data-nieuws]')
  if (stem && nieuws && zaken.dataset.klaar === 'ja') stem.textContent = nieuws.getAttribute('data-nieuws')
}
