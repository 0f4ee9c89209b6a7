// Puts in what changed of a page that was fetched again, and leaves alone whatever somebody has in hand.

/**
 * Part by part, and only what changed. Where somebody types or is about to press, that stays as it is: the focus is put
 * back where it was, folds stay open, and what they look at stays at its height.
 * @param {HTMLElement} zaken
 * @param {HTMLElement} nieuw
 * @param {(deel: Element, actief: Element | null) => boolean} blijft Which part is left as it is, whatever the new one says.
 * @returns {boolean} Whether something is different, also in what was left.
 */
export function vervang(zaken, nieuw, blijft) {
  const anker = inBeeld(zaken)
  const hoogte = anker?.getBoundingClientRect().top
  let isAnders = false
  for (const deel of zaken.querySelectorAll('[data-deel]')) {
    const verser = nieuw.querySelector(`[data-deel="${deel.getAttribute('data-deel')}"]`)
    if (!verser || inhoud(verser) === inhoud(deel)) continue
    const actief = deel.contains(document.activeElement) ? document.activeElement : null
    isAnders = true
    if (blijft(deel, actief)) continue
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
  const daar = anker && document.getElementById(anker.id)
  if (daar && hoogte !== undefined) scrollBy(0, daar.getBoundingClientRect().top - hoogte)
  return isAnders
}

/**
 * What it says. Folds that somebody opened are no news, and neither are the ids that each form is made with.
 * @param {Element} deel
 */
function inhoud(deel) {
  return deel.innerHTML.replaceAll(' open=""', '').replace(/<input type="hidden"[^>]*>/g, '')
}

/**
 * Somebody typed or chose something here, and did not send it yet.
 * @param {Element} deel
 */
export function isBegonnen(deel) {
  return [...deel.querySelectorAll('input, select, textarea')].some((veld) => {
    if (veld instanceof HTMLSelectElement)
      return [...veld.options].some(
        ({ selected, defaultSelected }) => selected !== defaultSelected && veld.value,
      )
    if (veld instanceof HTMLTextAreaElement) return veld.value !== veld.defaultValue
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
  const wat = href
    ? `a[href="${CSS.escape(href)}"]`
    : vormVan(element, binnen) + element.tagName.toLowerCase() + knopnaam(element)
  return binnen ? `#${CSS.escape(binnen.id)} ${wat}` : wat
}

/**
 * Each call that rings has a form of its own with the same buttons: the one of this call, or somebody answers another.
 * @param {Element} element
 * @param {Element | null} binnen Under which it is looked for.
 */
function vormVan(element, binnen) {
  const vorm = element.closest('form[action]')
  if (!vorm || vorm.contains(binnen)) return ''
  return `form[action="${CSS.escape(vorm.getAttribute('action') ?? '')}"] `
}

/**
 * Of two buttons the one that says the same: else the first button of the page would be in hand.
 * @param {Element} element
 */
function knopnaam(element) {
  if (!(element instanceof HTMLButtonElement) || element.name === '') return ''
  return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`
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
