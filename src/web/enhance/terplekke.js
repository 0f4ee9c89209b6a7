// A form beside a call is sent without leaving the page: a call would break off for as long as a new page takes.
import { vervang } from './vervang.js'

/** @param {HTMLElement} vak The call: without it in the answer, the call is over and the answer is a page of its own. */
export function stuurTerPlekke(vak) {
  document.addEventListener('submit', (gebeurtenis) => {
    const { target: vorm, submitter: knop } = gebeurtenis
    if (!(vorm instanceof HTMLFormElement) || vorm.dataset.terplekke === undefined) return
    gebeurtenis.preventDefault()
    // It may have come over although no answer came. Sent once more by itself, a telephone would ring twice: whoever sent
    // it sees who is in the call, and presses again or not.
    stuur(vak, vorm, knop).catch(() => meld(vak, JSON.parse(vak.dataset.woorden ?? '{}').nietZeker ?? ''))
  })
}

/**
 * @param {HTMLElement} vak
 * @param {HTMLFormElement} vorm
 * @param {HTMLElement | null} knop
 */
async function stuur(vak, vorm, knop) {
  const velden = new FormData(vorm, knop)
  const antwoord = await fetch(vorm.action, {
    method: 'POST',
    body: new URLSearchParams([...velden].map(([naam, waarde]) => [naam, String(waarde)])),
    headers: { accept: 'text/html' },
  })
  const nieuw = new DOMParser().parseFromString(await antwoord.text(), 'text/html').body
  if (nieuw.querySelector('[data-verrijk="bellen"]') === null) return location.assign(antwoord.url)
  vervang(document.body, nieuw, () => false)
  if (antwoord.ok) vorm.reset()
  const zin = nieuw.querySelector('.vd-notice[role="status"]:not([data-plek])')?.textContent ?? ''
  meld(vak, zin)
  for (const een of document.querySelectorAll('[data-code-van], [aria-invalid="true"]'))
    een.scrollIntoView({ block: 'nearest' })
  const fout = document.querySelector('[aria-invalid="true"]')
  if (fout instanceof HTMLElement) fout.focus()
}

/**
 * @param {HTMLElement} vak
 * @param {string} zin Empty: there is nothing to say.
 */
function meld(vak, zin) {
  const melding = /** @type {HTMLElement} */ (vak.querySelector('[data-plek="melding"]'))
  melding.hidden = zin === ''
  melding.textContent = zin
}
