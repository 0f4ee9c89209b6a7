// The list of cases fills in by itself while organisations answer. Without this a link on the page does the same.
import { isBegonnen, vervang } from './vervang.js'

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
  // Work that takes longer says so itself.
  const samen = Number(zaken.dataset.samen ?? SAMEN)
  const straks = () => {
    besteed += wacht
    if (besteed < samen) setTimeout(kijk, wacht)
    wacht = Math.min(HOOGSTENS, wacht * 1.4)
  }
  const kijk = async () => {
    // Nobody looks: nobody is asked. It goes on when they are back.
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => void kijk(), { once: true })
      return
    }
    const nieuw = await haal(zaken)
    if (nieuw) {
      vervang(zaken, nieuw, isInGebruik)
      zaken.dataset.klaar = nieuw.dataset.klaar ?? 'ja'
      zegHet(zaken, nieuw)
    }
    if (zaken.dataset.klaar === 'nee') straks()
  }
  straks()
}

/**
 * A filter that somebody is filling in stays; everything else is put in its place.
 * @param {Element} deel @param {Element | null} actief
 */
function isInGebruik(deel, actief) {
  return deel.getAttribute('data-deel') === 'filter' && (actief !== null || isBegonnen(deel))
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
 * Said aloud when it is complete, and not at each step.
 * @param {HTMLElement} zaken
 * @param {HTMLElement} nieuw
 */
function zegHet(zaken, nieuw) {
  const stem = zaken.querySelector('[data-nieuws]')
  const nieuws = nieuw.querySelector('[data-nieuws]')
  if (stem && nieuws && zaken.dataset.klaar === 'ja') stem.textContent = nieuws.getAttribute('data-nieuws')
}
